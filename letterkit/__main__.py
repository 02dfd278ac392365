"""`python -m letterkit`, and the command `letterkit`: a process of its own, set up for one run."""

import atexit
import gc
import os
import sys

OBJECTS_BETWEEN_COLLECTIONS = 1_000_000
"""Most objects of a run live until it ends, and a command makes hardly more: to look for dead ones takes its time."""


def run() -> None:
    """Run the command line; Ctrl-C is no fault, not even while it starts."""
    try:
        gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
        atexit.register(gc.freeze)  # at the end everything goes: to look for what is dead before takes a tenth of a run
        os.environ["PYDANTIC_DISABLE_PLUGINS"] = "1"  # nothing else installed has a say in how evidence is checked
        from letterkit.cli import main  # noqa: PLC0415 - takes most of the time to start

        main()
    except KeyboardInterrupt:
        sys.exit("Stopped.")


if __name__ == "__main__":
    run()

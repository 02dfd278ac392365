"""`python -m letterkit`."""

import sys


def run() -> None:
    """Run the command line; Ctrl-C is no fault, not even while it starts."""
    try:
        from letterkit.cli import main  # noqa: PLC0415 - takes most of the time to start

        main()
    except KeyboardInterrupt:
        sys.exit("Stopped.")


if __name__ == "__main__":
    run()

"""Make the letterheads of a folder: `python -m letterkit.formats.word.letterhead_maker FOLDER`.

Each table of FOLDER/designs.toml, such as [ours-2025], becomes a Word file beside it: ours-2025.docx.
"""

import sys
from pathlib import Path

from letterkit.errors import LetterheadError
from letterkit.files import save_together
from letterkit.formats.word.letterhead_maker.designs_file import read_designs
from letterkit.formats.word.letterhead_maker.letterhead import make_letterhead

DESIGNS = "designs.toml"


def make_all(folder: Path, out: Path) -> list[Path]:
    """Write every letterhead that is designed in a folder, all or none; raises LetterheadError, OSError."""
    designs = read_designs((folder / DESIGNS).read_text(encoding="utf-8"), shown_as=str(folder / DESIGNS))
    made = {out / f"{name}.docx": make_letterhead(design) for name, design in designs.items()}
    save_together(made)
    return list(made)


def main(arguments: list[str]) -> int:
    """Write the letterheads of the folder named, into another if that is named, too; 2 if they cannot be made."""
    if len(arguments) not in (1, 2):
        sys.stderr.write(f"{__doc__}\n")
        return 2
    folder, out = Path(arguments[0]), Path(arguments[-1])
    try:
        made = make_all(folder, out)
    except LetterheadError as error:
        sys.stderr.write(f"{error}\nNothing was written.\n")
        return 2
    except OSError as error:
        sys.stderr.write(f"{error.filename}: {error.strerror}. Nothing was written.\n")
        return 2
    sys.stdout.writelines(f"{path}\n" for path in made)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

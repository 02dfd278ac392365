"""The letterheads and signatures of a workspace, for its letters."""

from pathlib import Path

from letterkit.errors import EvidenceError, LetterheadError, Place, Problem
from letterkit.evidence import Letterhead
from letterkit.files import MOST_BYTES, read_whole
from letterkit.formats.word.writing import Imprint, Stationery, is_picture, open_letterhead
from letterkit.letter import Letter, SignatureBlock
from letterkit.workspace.folder import LETTERHEADS, SIGNATURES
from letterkit.workspace.loaded import LoadedWorkspace


class Letterheads:
    """Everything that makes a letter a letter of the office; each letterhead is opened once."""

    def __init__(self, loaded: LoadedWorkspace) -> None:
        self.pack = loaded.pack
        self.root = loaded.workspace.root
        self._opened: dict[str, Stationery] = {}

    def letterhead(self, report_id: str) -> Letterhead:
        """Return the letterhead for the date of a report's letter; evidence without one is refused when read."""
        head = self.pack.letterhead_on(self.pack.particulars(report_id).date)
        assert head is not None
        return head

    def stationery(self, report_id: str) -> Stationery:
        """Return that letterhead opened for writing; raises LetterheadError."""
        head = self.letterhead(report_id)
        if head.file not in self._opened:
            shown_as = f"{LETTERHEADS}/{head.file}"
            self._opened[head.file] = open_letterhead(self._file(LETTERHEADS, head.file), shown_as=shown_as)
        return self._opened[head.file]

    def imprint(self, report_id: str, letter: Letter) -> Imprint:
        """Return what the Word file says of itself, with the pictures in the letter; raises EvidenceError."""
        pictures = [
            block.picture for block in letter.plain_blocks() if isinstance(block, SignatureBlock) and block.picture
        ]
        files = {name: self._file(SIGNATURES, name) for name in pictures}
        for name in (name for name, data in files.items() if not is_picture(data)):
            what = "The file is not a picture that Word can show."
            raise EvidenceError([Problem(Place(f"{SIGNATURES}/{name}"), what, "Save the signature as PNG or JPEG.")])
        return Imprint(self.pack.office.name, self.pack.particulars(report_id).date, files)

    def _file(self, folder: str, name: str) -> bytes:
        shown_as = f"{folder}/{name}"
        error = LetterheadError if folder == LETTERHEADS else EvidenceError
        if Path(name).name != name:
            raise error(
                [
                    Problem(
                        Place(shown_as),
                        "A file name cannot name a folder.",
                        f"Put the file into {folder}/ and write its name only.",
                    )
                ]
            )
        try:
            return read_whole(self.root / folder / name, most=MOST_BYTES)
        except OSError as reason:
            absent = isinstance(reason, FileNotFoundError)
            what = "The file is not there." if absent else f"The file cannot be read: {reason.strerror}."
            problem = Problem(Place(shown_as), what, "Put it there, or correct its name in evidence/office.yaml.")
            raise error([problem]) from None

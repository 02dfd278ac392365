"""Reading and writing on disk: whole files only, all or none, one process at a time in a folder."""

from letterkit.files.reading import MOST_BYTES, CannotOpen, as_on_disk, read_whole
from letterkit.files.saving import save, save_together

__all__ = ["MOST_BYTES", "CannotOpen", "as_on_disk", "read_whole", "save", "save_together"]

"""Designs read from TOML: a table a letterhead, named like its file."""

import tomllib

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from letterkit.errors import LetterheadError, Place, Problem
from letterkit.formats.word.letterhead_maker.design import LetterheadDesign


def read_designs(text: str, *, shown_as: str) -> dict[str, LetterheadDesign]:
    """Return the designs by name; raises LetterheadError with everything to mend in them."""
    adapter = TypeAdapter(dict[str, LetterheadDesign], config=ConfigDict(extra="forbid"))
    try:
        return adapter.validate_python(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise LetterheadError([Problem(Place(shown_as), f"It is no TOML: {error}.", "Correct that line.")]) from error
    except ValidationError as error:
        raise LetterheadError([_problem(details, shown_as) for details in error.errors()]) from error


def _problem(details: ErrorDetails, shown_as: str) -> Problem:
    """Tell what Pydantic refuses by its path in the file: `ours-2025.wordmark.0.size`."""
    path = ".".join(map(str, details["loc"]))
    match details["type"]:
        case "missing":
            return Problem(Place(shown_as), f"'{path}' is missing.", "Add it.")
        case "unexpected_keyword_argument":
            return Problem(
                Place(shown_as), f"'{path}' is nothing that a design has.", "Correct its name, or take it out."
            )
        case "value_error":
            return Problem(Place(shown_as), f"{path}: {details['ctx']['error']}", "")
        case _:
            return Problem(Place(shown_as), f"'{path}' cannot be used: {details['msg']}.", "Correct it.")

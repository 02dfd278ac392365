"""Names in their short forms, so that a name spelled out and its abbreviation are one."""

import re
from collections.abc import Iterable

from letterkit.language.names import any_of
from letterkit.language.normal_forms import normal_form


class ShortForms:
    """Names with the forms that stand for them after the first mention."""

    def __init__(self, forms: Iterable[tuple[str, str]]) -> None:
        self.short = {_plain(name): _plain(short) for name, short in forms}
        named = any_of(map(re.escape, self.short)) if self.short else "(?!)"
        short = any_of(map(re.escape, self.short.values())) if self.short else "(?!)"
        self.pattern = re.compile(rf"(?<!\S)(?P<name>{named})(?P<of>'s?)?(?: (?P<again>{short}))?(?!\S)")
        self.twice = re.compile(rf"(?<!\S)({short}) \1(?!\S)")

    def shortened(self, text: str) -> str:
        """Return a text in normal form with each name in its short form; one with the form behind it is one name."""
        return self.twice.sub(r"\1", self.pattern.sub(self._short, _plain(text)))

    def _short(self, found: re.Match[str]) -> str:
        short = self.short[found["name"]]
        again = f" {found['again']}" if found["again"] and found["again"] != short else ""
        return f"{short}{found['of'] or ''}{again}"


def _plain(text: str) -> str:
    return " ".join(normal_form(text))

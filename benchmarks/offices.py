"""Offices made up for timing: as many reports as one likes, of as many items, with the evidence of this office."""

import random
import shutil
import textwrap
from datetime import date, timedelta
from pathlib import Path

from letterkit.workspace import Workspace

ROOT = Path(__file__).parent.parent
FIRST_DAY = date(2023, 1, 10)
ROWS = 10
WORDS_OF_AN_ITEM, WORDS_OF_AN_ANSWER, WORDS_OF_AN_ACTION = 25, 75, 12
VOCABULARY = tuple(
    "the police force officers community victims report crime response scrutiny training year people "  # noqa: SIM905 - words
    "service evidence public trust confidence data search stop ethnicity recruitment wellbeing support team area city "
    "county review action progress performance calls demand staff needs equality inclusion governance".split()
)


def sentence(words: int, chance: random.Random) -> str:
    """Return a sentence without claims, of so many words."""
    return " ".join(chance.choices(VOCABULARY, k=words)).capitalize() + "."


def office(folder: Path, *, reports: int = 1, items: int = 12, written_out: bool = True) -> Workspace:
    """Make an office whose reports are called `report-1` and on; their letters all look alike.

    Each letter's template has its answers written out, or all share one that prints them from evidence.
    """
    shutil.copytree(ROOT / "evidence", folder / "evidence", ignore=shutil.ignore_patterns("reports", "responses"))
    shutil.copytree(ROOT / "templates", folder / "templates", ignore=shutil.ignore_patterns("*-20*.md.j2"))
    for name in ("reports", "responses"):
        (folder / "evidence" / name).mkdir()
    chance = random.Random(items)  # noqa: S311 - text, not secrets
    with (folder / "evidence" / "statistics.yaml").open("a", encoding="utf-8") as file:
        file.write("".join(_statistic(row) for row in range(ROWS)))
    for number in range(1, reports + 1):
        name = f"report-{number}"
        _report(folder, name, FIRST_DAY + timedelta(days=number), items, chance)
        template = _template(items, chance) if written_out else '{% extends "_shared.md.j2" %}\n'
        (folder / "templates" / "letters" / f"{name}.md.j2").write_text(template, encoding="utf-8")
    (folder / "templates" / "letters" / "_shared.md.j2").write_text(_shared(chance), encoding="utf-8")
    return Workspace(folder)


def _statistic(row: int) -> str:
    return (
        f"\nbench_{row}:\n  what: cases of {VOCABULARY[row]}\n  value: {1100 + 37 * row}\n  unit: cases\n"
        "  as_of: 2023-01\n  source: letter_2023_08_24\n"
    )


def _report(folder: Path, name: str, published: date, items: int, chance: random.Random) -> None:
    evidence = folder / "evidence"
    listed = "".join(
        f"  - id: item_{number}\n    kind: recommendation\n    quoted: false\n"
        f"    text: {sentence(WORDS_OF_AN_ITEM, chance)}\n"
        for number in range(1, items + 1)
    )
    (evidence / "reports" / f"{name}.yaml").write_text(
        f"title: {sentence(6, chance)[:-1]}\nkind: thematic\npublisher: hmicfrs\npublished: {published}\n"
        f"source: letter_2023_10_10\nitems:\n{listed}",
        encoding="utf-8",
    )
    answers = "".join(
        f"  item_{number}:\n    position: supported\n    evidence: [statistics.bench_{number % ROWS}]\n"
        f"    action_taken:\n      - what: {sentence(WORDS_OF_AN_ACTION, chance)}\n"
        "        owner: Leicestershire Police\n"
        for number in range(1, items + 1)
    )
    sent = published + timedelta(days=40)
    (evidence / "responses" / f"{name}.yaml").write_text(
        f"letter:\n  date: {sent}\n  addressee: roy_wilsher\n  signatory: rupert_matthews\n"
        f"  copies: [his_majestys_inspectors, secretary_of_state]\n  basis: s55\n  sent: {sent}\n\nanswers:\n{answers}",
        encoding="utf-8",
    )


def _template(items: int, chance: random.Random) -> str:
    """Return a template as an officer writes it: each answer in words of its own, with values from evidence."""
    answers = "".join(
        f'## {sentence(4, chance)[:-1]}\n\n{{% answer "item_{number}" %}}\n'
        f"{{{{ report.items.{number - 1}.text }}}}\n\n{_wrapped(sentence(WORDS_OF_AN_ANSWER, chance)[:-1])} with\n"
        f"{{{{ statistics.bench_{number % ROWS}.value }}}} cases.\n"
        f"{{{{ answers.item_{number}.action_taken.0.what }}}}\n{{% endanswer %}}\n\n"
        for number in range(1, items + 1)
    )
    return _letter(answers, chance)


def _shared(chance: random.Random) -> str:
    """Return a template for all reports, which prints each answer from evidence."""
    return _letter(
        "{% for item in report.items %}\n## {{ item.text }}\n\n{% answer item.id %}\n"
        f"{_wrapped(sentence(WORDS_OF_AN_ANSWER, chance))}\n{{{{ answers[item.id].action_taken.0.what }}}}\n"
        "{{ item.text }}\n{% endanswer %}\n\n{% endfor %}\n",
        chance,
    )


def _letter(answers: str, chance: random.Random) -> str:
    cells = ("what", "value", "as_of")
    rows = "".join(
        f"| {' | '.join(f'{{{{ statistics.bench_{row}.{cell} }}}}' for cell in cells)} |\n" for row in range(ROWS)
    )
    table = f"Table: Cases by kind\n\n| Kind | Cases | As of |\n| --- | ---: | --- |\n{rows}"
    opening = _wrapped(sentence(60, chance))
    return f'{{% extends "_base.md.j2" %}}\n{{% block body %}}\n{opening}\n\n{table}\n{answers}{{% endblock %}}\n'


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(text, 110))

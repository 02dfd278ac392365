"""Evidence for templates, and what became of it."""

from datetime import date

import pytest

from letterkit.errors import TemplateError
from letterkit.letter import text_of
from tests.builders import peel_cycle, sourced, statistic


def evidence(**more):
    return {
        "peel": sourced({"now": peel_cycle()}, "peel"),
        "stops": sourced(statistic(count=1433, out_of=6466), "statistics.stops"),
        "name": sourced("Ethics Panel", "scrutiny.ethics.name"),
        "met": sourced(date(2023, 8, 24), "scrutiny.ethics.met"),
        "nothing": sourced(None, "scrutiny.ethics.chair"),
        **more,
    }


def printed(letter):
    return [text_of(line) for line in letter.lines()]


def refused(render, source, **more):
    with pytest.raises(TemplateError) as error:
        render(source, **more)
    return str(error.value)

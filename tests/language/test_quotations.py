"""Quotation marks in pairs, and those without a partner."""

import pytest

from letterkit.language import find_quotations


def test_quotation_marks_are_paired_by_direction():
    text = "He said \N{LEFT DOUBLE QUOTATION MARK}it\N{RIGHT SINGLE QUOTATION MARK}s \N{LEFT SINGLE QUOTATION MARK}good\N{RIGHT SINGLE QUOTATION MARK} work\N{RIGHT DOUBLE QUOTATION MARK}."
    found, alone = find_quotations(text)
    assert ([text[one.start + 1 : one.end - 1] for one in found], [one.depth for one in found], alone) == (
        ["it\N{RIGHT SINGLE QUOTATION MARK}s \N{LEFT SINGLE QUOTATION MARK}good\N{RIGHT SINGLE QUOTATION MARK} work", "good"], [0, 1], [],
    )  # fmt: skip


@pytest.mark.parametrize("text", ['He said "no.', "He said \N{LEFT DOUBLE QUOTATION MARK}no.", 'No" he said.'])
def test_a_mark_without_a_partner_is_told(text):
    found, alone = find_quotations(text)
    assert (found, len(alone)) == ([], 1)

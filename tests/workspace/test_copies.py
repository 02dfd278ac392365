import pytest

from letterkit.workspace.copies import copied_from, copies_of_reports


@pytest.mark.parametrize(
    "name",
    [
        "statistics (1)", "statistics(2)", "statistics - Copy", "statistics - Copy (2)", "statistics copy",
        "statistics copy 3", "statistics (conflicted copy 2026-11-27)", "statistics-conflict-1", "statistics_old",
        "statistics-backup", "statistics-LAPTOP7", "statistics-DESKTOP-AB12",
    ],
)  # fmt: skip
def test_the_name_of_a_copy_tells_of_what(name):
    """U4."""
    assert copied_from(name, {"statistics", "peel"}) == "statistics"


@pytest.mark.parametrize("name", ["statistics", "peel-2017", "police-leadership (1)", "statistics-2024"])
def test_other_names_are_no_copies(name):
    assert copied_from(name, {"statistics", "peel"}) is None


def test_a_report_with_the_title_and_day_of_another_is_its_copy(tmp_path):
    """U4."""
    (tmp_path / "responses").mkdir()
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in ("peel-2017", "again", "peel-2018"):
        day = "2018-01-01" if name == "peel-2018" else "2017-12-12"
        (folder / f"{name}.yaml").write_text(f"title: PEEL\npublished: {day}\n", encoding="utf-8")
    (tmp_path / "responses" / "peel-2017.yaml").write_text("", encoding="utf-8")
    assert copies_of_reports(folder) == {"again": "peel-2017"}

"""What is raised when the job cannot be done, and where it says that is."""

from letterkit.errors import Place


def test_a_place_prints_as_editors_understand_it():
    assert str(Place("evidence/peel.yaml", 3, 7)) == "evidence/peel.yaml:3:7"
    assert str(Place("evidence/peel.yaml")) == "evidence/peel.yaml"

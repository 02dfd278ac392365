"""YAML is read as typed, and what is wrong with it is told by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from letterkit.errors import MOST_TOLD, EvidenceError, Place
from letterkit.evidence.yaml_reader import NULLS, load, parse
from letterkit.language import LIGATURE, NOT_IN_LETTERS, composed
from tests.evidence.faults import assert_told_at_its_place


def problems(text: str) -> list[str]:
    with pytest.raises(EvidenceError) as refused:
        parse(text, shown_as="evidence/peel.yaml")
    return [str(problem) for problem in refused.value.problems]


@pytest.mark.parametrize(
    "typed",
    ["0123", "07700900123", "1_000", "no", "on", "2023-10", "1e3", "12:30", "7.1", "T10", "true", ".inf", "0x1F"],
)
def test_a_scalar_stays_the_text_that_was_typed(typed):
    assert parse(f"value: {typed}\n", shown_as="f").content == {"value": typed}


@pytest.mark.parametrize("typed", ["", "~", "null"])
def test_an_empty_value_is_nothing(typed):
    assert parse(f"value: {typed}\n", shown_as="f").content == {"value": None}


def test_a_quoted_empty_value_is_empty_text():
    assert parse('value: ""\n', shown_as="f").content == {"value": ""}


def test_every_key_and_value_has_its_place():
    located = parse("cycle:\n  areas:\n    - {name: Good use of resources}\n", shown_as="peel.yaml")
    assert located.keys["cycle", "areas"] == Place("peel.yaml", 2, 3)
    assert located.values["cycle", "areas", 0, "name"] == Place("peel.yaml", 3, 14)


def test_a_path_that_is_not_there_is_placed_at_its_parent():
    located = parse("cycle:\n  name: 2021/22\n", shown_as="peel.yaml")
    assert located.place_of(("cycle", "areas", 3)) == located.values["cycle",]


nodes = st.recursive(
    st.text(
        st.characters(blacklist_categories=("Cs", "Cc")).filter(
            lambda character: not (NOT_IN_LETTERS.match(character) or LIGATURE.match(character))
        )
    ).map(composed),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abc_", min_size=1), inner, max_size=4),
    max_leaves=12,
)


def tupled(node):
    if isinstance(node, list):
        return tuple(tupled(item) for item in node)
    return {key: tupled(item) for key, item in node.items()} if isinstance(node, dict) else node


YAML_PIECES = (
    "a", "b: ", "c:", "- ", "\n", "\n  ", "\n    ", "'x y'", '"q\\n"', "0123", "no", "1e3", "2023-10", "~", "|\n    t\n",
    "[1, 2]", "{d: 4}", ": ", "#", " # c", ">-\n    f\n    g\n", "k: v\n", "- i\n", "?", "x: 'it''s'\n",
)  # fmt: skip


@given(st.lists(st.sampled_from(YAML_PIECES), max_size=12).map("".join))
def test_what_is_read_is_what_ruamel_reads(text):
    """By ruamel's own parser of YAML 1.2, without the C library; it refuses nothing that is taken here."""
    try:
        read = parse(text, shown_as="f").content
    except EvidenceError:
        return
    assert as_typed(read) == as_typed(YAML(typ="base", pure=True).load(text))


def as_typed(node):
    if isinstance(node, list | tuple):
        return tuple(as_typed(item) for item in node)
    if isinstance(node, dict):
        return {str(key): as_typed(item) for key, item in node.items()}
    return None if node is None or str(node) in NULLS else str(node)


@given(st.dictionaries(st.text("abc_", min_size=1), nodes))
def test_what_ruamel_writes_reads_back_the_same(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("yaml") / "f.yaml"
    writer = YAML()
    writer.default_style = '"'
    writer.width = 10_000
    writer.dump(content, path)
    assert load(path, shown_as="f").content == tupled(content)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 1\na: 2\n", "evidence/peel.yaml:2:1: 'a' stands here a second time (first in line 1)."),
        ("a: &x 3\n", "evidence/peel.yaml:1:4: '&x' is a YAML anchor."),
        ("a: &x 3\nb: *x\n", "evidence/peel.yaml:2:4: '*x' repeats another value."),
        ("a: {b: 1}\n<<: {c: 2}\n", "evidence/peel.yaml:2:1: '<<' merges another mapping."),
        ("a: !!int 3\n", "evidence/peel.yaml:1:4: 'tag:yaml.org,2002:int' is a YAML tag."),
        ("%YAML 1.1\n---\na: no\n", "evidence/peel.yaml:1:1: The file begins with a YAML directive."),
        ("a: 1\n---\nb: 2\n", "evidence/peel.yaml:2:1: A second document starts here."),
        ("a: [1\n", "evidence/peel.yaml:1:4: A square bracket is opened here and not closed."),
        ("a: {b: 1\n", "evidence/peel.yaml:1:4: A curly bracket is opened here and not closed."),
        ('a: "one\nb: two\n', "evidence/peel.yaml:1:4: A quotation mark is opened here and not closed"),
        ("a: 1\nname Board\nb: 2\n", "evidence/peel.yaml:2:1: This line has no colon after its key."),
        ("a: Race: a review\n", "evidence/peel.yaml:1:8: There is a second colon in this line."),
        ("a:\n  b: 1\n c: 2\n", "evidence/peel.yaml:3:2: This line stands further in, or out,"),
        ("a: 'it's here'\n", "evidence/peel.yaml:1:8: This line stands further in, or out,"),
        ("a:\n  - 1\n - 2\n", "evidence/peel.yaml:3:2: This line stands further in, or out,"),
        ("a: *bold*\n", "evidence/peel.yaml:1:9: Text cannot begin with * or & here."),
        ('a: "c:\\dir"\n', "evidence/peel.yaml:1:7: A backslash in"),
        ('a: "\\ud800"\n', "evidence/peel.yaml:1:7: This escape is no character."),
        ("a: item #3 is met\n", "evidence/peel.yaml:1:9: YAML leaves out '#3 is met' as a comment."),
        ("&x a: 1\n", "evidence/peel.yaml:1:1: '&x' is a YAML anchor."),
        ("a: b\u202ec\n", "evidence/peel.yaml:1:5: The character U+202E cannot stand in a letter."),
        ("a: b\u200bc\n", "evidence/peel.yaml:1:5: The character U+200B cannot stand in a letter."),
        ("a: b\x07c\n", "evidence/peel.yaml:1:5: The character U+0007 cannot stand in a letter."),
        ("!!str a: 3\n", "evidence/peel.yaml:1:1: 'tag:yaml.org,2002:str' is a YAML tag."),
        ("a: ! 3\n", "evidence/peel.yaml:1:4: '!' is a YAML tag."),
        ("a: #3 trend\n", "evidence/peel.yaml:1:4: YAML leaves out '#3 trend' as a comment."),
        ("a: as item\n  #3 of it\nb: 1\n", "evidence/peel.yaml:2:3: YAML leaves out '#3 of it' as a comment."),
        ("a: as item\n\n  #3 of it\nb: 1\n", "evidence/peel.yaml:3:3: YAML leaves out '#3 of it' as a comment."),
        ("- as item\n  #3 of it\n", "evidence/peel.yaml:2:3: YAML leaves out '#3 of it' as a comment."),
        ('a: "b\\rc"\n', "evidence/peel.yaml:1:4: The character U+000D cannot stand in a letter."),
        ("a: b\u061cc\n", "evidence/peel.yaml:1:5: The character U+061C cannot stand in a letter."),
        ("a: b\U000e0041c\n", "evidence/peel.yaml:1:5: The character U+E0041 cannot stand in a letter."),
        ("a: \u3164\n", "evidence/peel.yaml:1:4: The character U+3164 cannot stand in a letter."),
        ("? [a]\n: b\n", "evidence/peel.yaml:1:3: A key must be a word."),
        ("\ta: 1\n", "evidence/peel.yaml:1:1: Text cannot begin with this character here (a tab"),
    ],
)
def test_what_evidence_may_not_hold_is_told_by_line(text, told):
    assert any(problem.startswith(told) for problem in problems(text)), problems(text)


def test_all_problems_of_a_file_come_at_once():
    assert len(problems("a: &x 1\na: 2\nb: *x\n")) == 3


def test_no_more_problems_are_told_than_people_mend_at_once():
    assert len(problems('a: "' + "\x01" * 100_000 + '"')) == MOST_TOLD + 1


def test_a_file_nested_without_end_is_refused():
    assert "nested deeper than 32 levels" in problems("a: " + "[" * 40 + "]" * 40)[0]
    assert "nested deeper than 32 levels" in problems("{" * 400)[0]
    assert "nested deeper than 32 levels" in problems("? " * 900 + "a")[0]


def test_a_file_in_another_encoding_is_told_by_line(tmp_path):
    path = tmp_path / "f.yaml"
    path.write_bytes("name: Sgt\nother: caf\xe9\n".encode("latin-1"))
    with pytest.raises(EvidenceError, match=r"f.yaml:2: The file is not UTF-8 text. Save it again"):
        load(path, shown_as="f.yaml")


def test_a_file_with_a_byte_order_mark_and_windows_lines_reads_the_same(tmp_path):
    path = tmp_path / "f.yaml"
    path.write_bytes("\ufeffname: a\r\nother: b\r\n".encode())
    assert load(path, shown_as="f.yaml").content == {"name": "a", "other": "b"}


def test_a_comment_with_a_blank_after_its_sign_is_a_comment():
    assert parse("a: C# # the language\nb: 2 # two\n# three\n", shown_as="f").content == {"a": "C#", "b": "2"}


def test_a_line_that_is_commented_out_is_a_comment():
    text = "a:\n  b: 1\n  #c: 2\n#d: 3\ne:\n  - 4\n  #- 5\n"
    assert parse(text, shown_as="f").content == {"a": {"b": "1"}, "e": ("4",)}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("a: 1".encode("utf-16"), "The file is UTF-16 or UTF-32 text, or no text. Save it again"),
        ("a: 1".encode("utf-16-le"), "The file is UTF-16 or UTF-32 text, or no text. Save it again"),
        (b"a: " + b"x" * 4_000_000, "more than 4,000,000 bytes"),
        (b"a: [" + b"1," * 200_001 + b"]", "more than 200,000 values"),
    ],
    ids=["UTF-16", "UTF-16 without a mark", "too large", "too many values"],
)
def test_a_file_that_cannot_be_evidence_is_refused(tmp_path, data, told):
    path = tmp_path / "f.yaml"
    path.write_bytes(data)
    with pytest.raises(EvidenceError, match=told):
        load(path, shown_as="f.yaml")


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_with_a_remedy(text):
    try:
        parse(text, shown_as="f")
        told = []
    except EvidenceError as refused:
        told = refused.problems
    assert all(problem.remedy and problem.place.line for problem in told)


FAULTS = {
    "a character escaped": (
        "evidence/wellbeing.yaml", "  name: Oscar Kilo", '  name: "Oscar \\x01Kilo"',
        "The character U+0001 cannot stand in a letter. Take its escape out.",
    ),
    "a line end that only some programs know": (
        "evidence/wellbeing.yaml", "  name: Oscar Kilo", "  name: Oscar\u2028Kilo",
        "The character U+2028 cannot stand in a letter.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_at_its_place_with_a_remedy(workspace, fault):
    assert_told_at_its_place(workspace, *FAULTS[fault])


@pytest.mark.parametrize(("ligature", "letters"), [("\ufb03", "f f i"), ("\ufb00", "f f"), ("\ufb06", "s t")])
def test_letters_in_one_are_told_with_those_to_type(ligature, letters):
    """U3."""
    with pytest.raises(
        EvidenceError, match=rf"^e.yaml:2:10: '{ligature}' is one character here.*Type the letters {letters}\."
    ):
        parse(f"a: b\ntext: 'no{ligature}s'\n".replace("'no", "'on"), shown_as="e.yaml")

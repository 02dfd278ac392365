"""Two texts matched word by word."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from letterkit.language import IndexedText, TextLine, copied_runs, in_common, increasing, match_words

LINES = [
    "The panel met twice in the year and looked at body worn video.",
    "Stop and search records are sampled each month by the force lead.",
    "Nothing was found that would give cause for concern this year.",
]


def text(*lines):
    return IndexedText.of(TextLine(line, (number, 0)) for number, line in enumerate(lines))


def matched(base, draft):
    found = match_words(base, draft)
    assert all(base.keys[word] == draft.keys[place] for word, place in enumerate(found) if place is not None)
    places = [place for place in found if place is not None]
    assert len(places) == len(set(places))
    return found


def unmatched(base, draft):
    return [base.keys[word] for word, place in enumerate(matched(base, draft)) if place is None]


def test_the_same_text_matches_word_for_word():
    assert matched(text(*LINES), text(*LINES)) == list(range(len(text(*LINES).words)))


def test_a_changed_word_is_the_only_one_unmatched():
    assert unmatched(text(*LINES), text(LINES[0].replace("twice", "thrice"), *LINES[1:])) == ["twice"]


def test_a_moved_line_is_matched_where_it_went():
    assert unmatched(text(*LINES), text(LINES[2], LINES[0], LINES[1])) == []


def test_a_moved_sentence_is_matched_inside_another_line():
    merged = text(LINES[1], f"{LINES[2]} {LINES[0]}")
    assert set(unmatched(text(*LINES), merged)) <= {"\n"}


def test_two_rows_that_exchanged_a_value_stay_where_they_are():
    base = IndexedText.of(
        [TextLine("Black", (0, 0)), TextLine("16%", (0, 0)), TextLine("White", (1, 0)), TextLine("22%", (1, 0))]
    )
    draft = IndexedText.of(
        [TextLine("Black", (0, 0)), TextLine("22%", (0, 0)), TextLine("White", (1, 0)), TextLine("16%", (1, 0))]
    )
    found = match_words(base, draft)
    assert (found[0], found[4]) == (0, 4)


def test_what_stands_once_more_is_a_copy():
    base, draft = text(*LINES), text(LINES[0], *LINES)
    taken = {place for place in match_words(base, draft) if place is not None}
    ((origin, copy),) = copied_runs(base, draft, taken)
    assert [base.keys[word] for word in origin] == [draft.keys[word] for word in copy]


words = st.sampled_from(["the", "panel", "met", "12", "times", "in", "2023", "and", "force", "of"])
lines = st.lists(st.lists(words, min_size=1, max_size=8).map(" ".join), max_size=8)


@given(lines, lines)
def test_any_two_texts_match_like_with_like_and_each_word_once(one, other):
    matched(text(*one), text(*other))


@given(lines)
def test_any_text_matches_itself_wholly(one):
    assert None not in match_words(text(*one), text(*one))


@given(st.text(alphabet="abc", max_size=12), st.text(alphabet="abc", max_size=12))
def test_what_two_sequences_have_in_common_stands_in_both_in_order(one, other):
    found = [(at + ahead, place + ahead) for at, end, place in in_common(one, other) for ahead in range(end - at)]
    assert [one[at] for at, _ in found] == [other[place] for _, place in found]
    assert found == sorted(found)
    assert len({place for _, place in found}) == len(found)
    assert one != other or len(found) == len(one)


def test_sequences_too_long_to_be_compared_have_their_ends_in_common():
    one, other = (["head", *range(start, start + 1_000_000), "tail"] for start in (0, 500_000))
    assert list(in_common(one, other)) == [(0, 1, 0), (1_000_001, 1_000_002, 1_000_001)]


@given(st.permutations(range(6)), st.lists(st.integers(1, 5), min_size=6, max_size=6))
def test_the_heaviest_run_that_only_grows_is_kept(numbers, weights):
    kept = increasing(numbers, weights)
    grows = [numbers[place] for place in kept]
    assert grows == sorted(grows)
    assert kept == sorted(kept)
    heaviest = max(
        sum(weights[place] for place in places)
        for size in range(len(numbers) + 1)
        for places in combinations(range(len(numbers)), size)
        if all(numbers[one] < numbers[other] for one, other in pairwise(places))
    )
    assert sum(weights[place] for place in kept) == heaviest

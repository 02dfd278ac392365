"""Any letter at all, for Hypothesis: every block that can be written and read."""

from hypothesis import strategies as st

from letterkit.letter import (
    Answer,
    Heading,
    ItemRef,
    Letter,
    List,
    ListItem,
    Origin,
    Paragraph,
    Reference,
    Role,
    SignatureBlock,
    Span,
    Table,
    join_spans,
)

text = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"), min_size=1, max_size=30
)
words = text | text.map(lambda part: part + "\nnext\tline")
named_references = st.lists(text, min_size=1, max_size=3).map(Reference)
item_refs = st.builds(ItemRef, st.none() | text.filter(lambda report: ":" not in report), text)
origins = st.builds(
    Origin,
    st.lists(named_references, min_size=1, max_size=3).map(tuple),
    st.sampled_from(["str", "int", "date", "Decimal"]),
    text,
)
spans = (
    st.lists(st.builds(Span, words, st.none() | origins, st.booleans(), st.booleans()), min_size=1, max_size=4)
    .map(tuple)
    .map(join_spans)
)
paragraphs = st.builds(Paragraph, spans, st.sampled_from(Role))
headings = st.builds(Heading, st.integers(1, 3), spans) | st.builds(Heading, st.just(1), spans, st.just(True))
lists = st.recursive(
    st.builds(List, st.booleans(), st.lists(st.builds(ListItem, spans), min_size=1, max_size=3).map(tuple)),
    lambda inner: st.builds(
        List, st.booleans(), st.lists(st.builds(ListItem, spans, st.none() | inner), min_size=1, max_size=2).map(tuple)
    ),
    max_leaves=3,
).filter(lambda block: depth(block) <= 3)
tables = st.integers(1, 4).flatmap(
    lambda columns: st.builds(
        Table,
        st.just(()) | spans,
        st.tuples(*[spans] * columns),
        st.lists(st.tuples(*[st.just(()) | spans] * columns), min_size=1, max_size=3).map(tuple),
    )
)
signatures = st.builds(SignatureBlock, spans, spans) | st.builds(SignatureBlock, spans, spans, st.just("s.png"), text)
plain_blocks = paragraphs | headings | lists | tables | signatures
answers = st.builds(
    Answer, st.lists(item_refs, min_size=1, max_size=3).map(tuple), st.lists(plain_blocks, max_size=3).map(tuple)
)
letters = st.builds(Letter, text, st.lists(plain_blocks | answers, max_size=6).map(tuple))


def depth(block):
    return 1 + max((depth(item.sublist) for item in block.items if item.sublist), default=0)

"""Whatever an article holds: no word is lost, no id changes for what happens elsewhere."""

import json

from export_laws import check_laws, words
from hypothesis import given, settings
from hypothesis import strategies as st

from kbtool.export import ChunkOptions, chunk_article
from kbtool.model import Source
from kbtool.parse import parse_html
from kbtool.render.exports.chunks_jsonl import render
from kbtool.testing import parse

WORDS = st.sampled_from(
    "card refund é 42 a_b x-y pin. (fee) it's 漢字 Settings > {{x}} ~ b:".split()
)
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
FRAMES = st.sampled_from(
    ["{}", "*{}*", "`{}`", "[{}](u)", "![{}](p.png)", "{}  \n{}", "<b>{}</b>", "&amp;{}"]
)
INLINE = st.builds(lambda frame, text: frame.replace("{}", text), FRAMES, TEXTS)
STARTS = st.sampled_from(
    ["", "# ", "## ", "### ", "> ", "> [!NOTE]\n> ", "- ", "  - ", "7. ", "   ", "    ",
     "| a | b |\n|--|--|\n| ", "```sh\n", "<table><tr><th>h<th>i<tr><td>", "<ol start=3><li>",
     "<p>", "<details>\n\n"]
)  # fmt: skip
BLOCKS = st.builds(str.__add__, STARTS, INLINE)
DOCUMENTS = st.lists(BLOCKS, max_size=12).map("\n\n".join) | st.lists(BLOCKS, max_size=12).map(
    "\n".join
)
SIZES = st.builds(
    ChunkOptions, max_words=st.integers(1, 40), min_words=st.integers(0, 25)
) | st.just(ChunkOptions())


@settings(deadline=None, max_examples=150)
@given(DOCUMENTS, SIZES)
def test_no_word_of_markdown_is_lost_and_no_chunk_is_too_long(text, options):
    check_laws(parse(text), options)


@settings(deadline=None, max_examples=80)
@given(DOCUMENTS, SIZES)
def test_no_word_of_html_is_lost_and_no_chunk_is_too_long(text, options):
    check_laws(parse_html(Source("a.html", text), "en"), options)


@settings(deadline=None, max_examples=40)
@given(DOCUMENTS)
def test_each_line_is_one_chunk_that_reads_back(text):
    chunks = chunk_article(parse(text))
    lines = render(chunks).splitlines()
    assert [json.loads(line)["text"] for line in lines] == [chunk.text for chunk in chunks]
    assert [json.loads(line)["id"] for line in lines] == [chunk.id for chunk in chunks]


TINY, FULL = 3, 12  # words of a section, with a limit of ten between them
SECTIONS = st.lists(
    st.tuples(st.integers(1, 4), st.integers(0, 4), st.sampled_from([0, TINY, FULL])),
    min_size=1,
    max_size=10,
)
WHOLE = ChunkOptions(max_words=1_000_000, min_words=10)


def write(sections, words_of=lambda number: "word"):
    """Article whose sections have a level, one of five headings and a number of words."""
    return "\n\n".join(
        f"{'#' * level} Heading {name}\n\n{' '.join([words_of(number)] * size)}"
        for number, (level, name, size) in enumerate(sections)
    )


@settings(deadline=None, max_examples=150)
@given(SECTIONS, st.integers(0, 9))
def test_new_text_in_one_section_changes_its_own_chunk_and_no_id(sections, at):
    at %= len(sections)
    before = chunk_article(parse(write(sections)), WHOLE)
    changed = write(sections, lambda number: "other" if number == at else "word")
    after = chunk_article(parse(changed), WHOLE)
    assert [chunk.id for chunk in before] == [chunk.id for chunk in after]
    differ = [old for old, new in zip(before, after, strict=True) if old.text != new.text]
    assert len(differ) == (sections[at][2] > 0)


def names(chunks):
    return {chunk.id.rpartition("-")[0] for chunk in chunks}


@settings(deadline=None, max_examples=150)
@given(SECTIONS, st.integers(0, 9), st.integers(0, 60), st.integers(5, 40))
def test_a_section_that_is_not_tiny_keeps_its_id_however_another_grows(sections, at, size, most):
    at %= len(sections)
    others = [(level, name, 0) for level, name, _ in sections]
    options = ChunkOptions(max_words=most, min_words=10)
    grown = [*sections[:at], (*sections[at][:2], size), *sections[at + 1 :]]
    found = names(chunk_article(parse(write(grown)), options))
    for number, (level, name, own) in enumerate(sections):
        if own == FULL and number != at:
            alone = [*others[:number], (level, name, FULL), *others[number + 1 :]]
            (chunk, *_) = chunk_article(parse(write(alone)), WHOLE)
            assert names([chunk]) <= found


@settings(deadline=None, max_examples=60)
@given(SECTIONS)
def test_every_text_stands_below_its_heading_or_beside_it(sections):
    text = write(sections, lambda number: f"w{number}")
    chunks = chunk_article(parse("---\ntitle: Something else\n---\n\n" + text), WHOLE)
    for number, (_, name, size) in enumerate(sections):
        (home,) = [chunk for chunk in chunks if f"w{number}" in words(chunk.text)] or [None]
        assert (home is None) == (size == 0)
        if home:
            before = home.text.partition(f"w{number}")[0]
            assert f"Heading {name}" in (*home.heading_path, *before.split("\n"))

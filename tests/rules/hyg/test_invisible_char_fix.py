"""The fix of invisible-char changes nothing but the characters it is about."""

import random

import pytest

from kbtool.fixer import apply_edits
from kbtool.rules.hyg.hyg001_invisible_char import RULE
from kbtool.testing import check_rule, edits, parse

SPACE, NO_BREAK, BROKEN = "\u200b", "\u00a0\u00a0", "\u00e2\u20ac\u2122"
PARTS = (
    *("a", "b1", "1", "1", "1.", ".", " ", "  ", "\t", "    ", "\n", "\n", "\n\n", "é"),
    *("*", "**", "_", "`", "~~", "- ", "-", "1. ", "# ", "> ", "|", "<b>", "&", "---", "==="),
    *("[x](y.md)", "http://a.b", "@", ":", "!", "(", ")", SPACE, SPACE, NO_BREAK, BROKEN),
)


def plain(text):
    text = text.replace(SPACE, "").replace(BROKEN, "’").replace("\u00a0", " ")
    return " ".join(text.split())


def structure(text):
    """Everything about a text but the characters that the rule is about."""
    article = parse(text)
    blocks = [(b.kind, plain(b.prose.text), b.depth, b.quoted) for b in article.blocks]
    marks = [[mark.kind for mark in block.prose.marks] for block in article.blocks]
    links = [plain(link.href) for link in article.links]
    code = [(plain(part.text), part.inline) for part in article.code]
    return blocks, marks, links, code, len(article.lists), len(article.tables)


@pytest.mark.parametrize("seed", range(4))
def test_fixed_text_has_the_same_structure(seed):
    draw = random.Random(seed)
    fixes = 0
    for _ in range(1000):
        text = "".join(draw.choices(PARTS, k=draw.randint(3, 14)))
        changes = list(edits(check_rule(RULE, text)))
        fixes += len(changes)
        assert structure(apply_edits(text, changes)) == structure(text), repr(text)
    assert fixes > 50

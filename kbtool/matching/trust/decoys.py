"""Articles that cannot answer: what verdicts are tried on to see whether they ever say no."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from kbtool.matching.search.passages import ArticleText, Passage, read_article
from kbtool.model import Article
from kbtool.rules import all_rules

_SEED = 20_240_229  # any number: it makes the same log give the same report


def shuffle_articles(articles: Sequence[Article]) -> list[ArticleText]:
    """The same articles with all sentences dealt out anew, titles, headings and aliases as well.

    Each keeps its number of sentences, of passages and of headings; only who says what is lost.
    """
    random = Random(_SEED)  # noqa: S311 - nothing here is secret
    texts = [read_article(article) for article in articles]
    titles, headings, aliases, sentences = (
        _shuffle(random, pool)
        for pool in (
            [text.title for text in texts],
            [line for text in texts for line in text.headings.splitlines()],
            [line for text in texts for line in text.aliases.splitlines()],
            [sentence for article in articles for part in _passages(article) for sentence in part],
        )
    )
    return [
        ArticleText(
            id=text.id,
            title=next(titles),
            headings=_deal(headings, len(text.headings.splitlines())),
            aliases=_deal(aliases, len(text.aliases.splitlines())),
            passages=tuple(Passage((), _deal(sentences, len(p))) for p in _passages(article)),
            locale=text.locale,
        )
        for text, article in zip(texts, articles, strict=True)
    ]


def foreign_articles() -> list[ArticleText]:
    """Texts in English that no customer asks for: the pages of kbtool's own rules."""
    texts = []
    for rule in all_rules():
        page = rule.page
        parts = (page.summary, *page.why, page.bad, page.good)
        passages = tuple(Passage((), part.strip()) for part in parts if part.strip())
        texts.append(ArticleText(rule.code, page.summary, "", "", passages, "en"))
    return texts


def _passages(article: Article) -> list[list[str]]:
    """Sentences of each passage that holds one."""
    blocks = [
        block for section in article.sections for block in section.blocks if block.kind != "heading"
    ]
    passages = [
        [text for s in block.sentences if (text := block.prose.text[s.start : s.end].strip())]
        for block in blocks
    ]
    return [passage for passage in passages if passage]


def _shuffle(random: Random, pool: list[str]) -> Iterator[str]:
    random.shuffle(pool)
    return iter(pool)


def _deal(pool: Iterator[str], count: int) -> str:
    return "\n".join(next(pool) for _ in range(count))

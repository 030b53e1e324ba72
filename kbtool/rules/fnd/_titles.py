"""What titles that say nothing have in common, and which articles may name a mere topic."""

from __future__ import annotations

from kbtool.model import Article
from kbtool.patterns import lazy_pattern

LOOKED_UP = (
    "policy", "reference", "glossary", "legal", "changelog", "release-notes", "index", "landing",
    "hub", "contact",
)  # fmt: skip
"""Types of articles whose titles name a thing: nobody asks them a question."""

VAGUE_TITLES = (
    "faq", "faqs", "general", "general faq", "general faqs", "general info",
    "general information", "general questions", "general help", "overview", "general overview",
    "introduction", "intro", "information", "info", "more information", "additional information",
    "other information", "important information", "useful information", "basic information",
    "misc", "miscellaneous", "other", "others", "other questions", "other topics", "other issues",
    "various", "questions", "common questions", "frequently asked questions", "popular questions",
    "help", "help and support", "support", "q and a", "basics", "the basics", "details",
    "more details", "notes", "note", "general notes", "important notes", "tips",
    "tips and tricks", "tricks", "how to", "how-to", "guide", "user guide", "instructions",
    "getting started", "get started", "start here", "troubleshooting", "common issues",
    "common problems", "known issues", "problems", "issues", "errors", "topics", "resources",
    "links", "further reading", "articles", "article", "new article", "untitled",
    "untitled article", "page", "draft", "summary", "background", "settings", "options",
    "features", "updates", "news", "read this first", "things to know", "what you need to know",
    "good to know",
)  # fmt: skip
"""Whole titles, in lower case, that fit any article of any help centre."""

SINGLE_WORDS = (
    "glossary", "imprint", "impressum", "privacy", "cookies", "changelog", "accessibility",
    "security", "copyright", "careers", "disclaimer", "home", "welcome", "status",
)  # fmt: skip
"""Titles of one word that name a page of its own kind."""

_WORD = lazy_pattern(r"[^\W_](?:[\w'’&.+#/-]*\w)?")


def has_type(article: Article, types: tuple[str, ...]) -> bool:
    """Whether the front matter says that an article is of one of these types."""
    given = article.front_matter.values.get("type", "")
    names = given if isinstance(given, list) else [given]
    return any(str(name).strip().lower() in types for name in names)


def words_of(title: str) -> list[str]:
    """Words of a title in lower case, without punctuation around them."""
    return [match[0].lower() for match in _WORD.finditer(title.replace("&", " and "))]

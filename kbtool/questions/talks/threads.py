"""A conversation: what was asked, and what the people who answered said and linked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, NamedTuple

from kbtool.questions.cells.nested import drop_missing, get_key, get_text
from kbtool.questions.cleaning.prefixes import strip_subject
from kbtool.questions.noise.titles import is_title
from kbtool.questions.rows import Record
from kbtool.questions.talks.links import find_links

Speaker = Literal["customer", "agent", "bot", "program", "unknown"]

# Fields in which help desks and their add-ons keep the articles that an agent used.
_ARTICLES = (
    "linked_article_ids",
    "linked_articles",
    "linkedArticles",
    "article_ids",
    "articles",
    "resolved_by",
)
REDACTED = "\u2587"  # the block that Zendesk writes for each character that was removed


class Message(NamedTuple):
    """One entry of a conversation."""

    by: Speaker
    text: str  # as written, maybe in HTML
    public: bool = True  # False for notes that the customer never saw
    in_transcript: bool = False  # whether it stood with others in one text


def read_answers(messages: Iterable[Message]) -> dict[str, Any]:
    """Number of public replies of agents, the one that tells most, and links in all of them.

    Customers paste links as well, and bots guess: neither says which article helped.
    """
    replies = [message.text for message in messages if message.by == "agent" and message.public]
    replies = [reply for reply in replies if reply.strip()]
    links = {reply: find_links(reply) for reply in replies}
    linking = [reply for reply in replies if links[reply]]
    return {"replies": len(replies)} | drop_missing(
        agent_reply=linking[0] if linking else max(replies, key=len, default=""),
        resolved_by=list(dict.fromkeys(link for reply in linking for link in links[reply])),
    )


def read_articles(record: Record) -> dict[str, Any]:
    """Articles that a field of the record names, as ids or addresses."""
    for key in _ARTICLES:
        value = record.get(key)
        items = value if isinstance(value, list) else [value] if isinstance(value, str) else []
        if found := [name for item in items if (name := _name_article(item))]:
            return {"resolved_by": found}
    return {}


def _name_article(item: object) -> str:
    if isinstance(item, dict):
        return get_text(item, "html_url", "url") or str(get_key(item, "id") or "")
    return str(item) if isinstance(item, int | str) and not isinstance(item, bool) else ""


def compose_text(subject: str, text: str) -> dict[str, Any]:
    """Text and subject of a question; a subject without a message is the text.

    A subject that only names who wrote or called is none.
    """
    subject = strip_subject(subject).strip()
    if not text.strip():
        return {"text": subject}
    return {"text": text} | drop_missing(subject="" if is_title(subject) else subject)

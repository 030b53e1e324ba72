"""Articles in JSON: exports of Zendesk and Intercom, and plain records, whole or line by line.

Each becomes an article whose fields stand before its body as front matter, so that rules find a
title, a date or a label where they look for one. Bodies of help desks are HTML, those of plain
records (`{"id", "title", "body"}`) Markdown or HTML. Its path is that of the file with the id of
the article behind "#", and its lines are those of this text.
"""

from __future__ import annotations

import codecs
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

import msgspec

from kbtool.articles.markup import Markup, markup_of
from kbtool.articles.values import DRAFT, JSON_LINES, Skipped
from kbtool.model import Source

_LISTS = ("articles", "data", "results")
"""Keys under which an answer of an interface lists its articles."""

_DESK_FIELDS = frozenset({"label_names", "section_id", "html_url", "draft", "state", "parent_id"})
"""Keys that articles of help desks have, whose bodies are HTML."""

_LONGEST = 2_000
"""Characters of a text in the front matter; a title beyond that is an accident or an attack."""
_LONGEST_ID = 500


class Text(NamedTuple):
    """Text of an article in an export."""

    source: Source
    markup: Markup


class _Fields(NamedTuple):
    """What is known of one article."""

    id: str
    locale: str
    body: str
    markup: Markup
    front_matter: dict[str, Any]


Part = Text | Skipped


def read_export(content: bytes, shown: str, max_bytes: int) -> tuple[Part, ...]:
    """Text of each article in an export, or why there is none; never raises.

    An article whose body is longer than ``max_bytes`` is left out, as a file would be.
    """
    parts: list[_Fields | Skipped] = []
    for line, record in _records(content.removeprefix(codecs.BOM_UTF8), shown):
        if isinstance(record, Skipped):
            parts.append(record)
            continue
        where = f" on line {line}" if line else ""
        parts += list(_articles(record, shown)) or [_no_articles(shown, where)]
    return tuple(_number(parts or [_no_articles(shown)], shown, max_bytes))


def _no_articles(shown: str, where: str = "") -> Skipped:
    remedy = "Articles are records with an id, a title and a body, as help desks export them"
    return Skipped(shown, f"no articles{where}", remedy, fault=True)


def _records(content: bytes, shown: str) -> Iterator[tuple[int, Any]]:
    """Values of a file, each with its line where there is one on each; 0 for the whole file."""
    whole = _decode(content)
    if not isinstance(whole, Exception):
        yield 0, whole
        return
    lines = content.splitlines()
    tried = lines if shown.lower().endswith(JSON_LINES) else lines[:1]
    if len(lines) > 1 and any(isinstance(_decode(line), dict) for line in tried):
        yield from _lines(lines, shown)
    else:
        yield 0, _broken(shown, content, whole)


def _lines(lines: Iterable[bytes], shown: str) -> Iterator[tuple[int, Any]]:
    """Value of each line; what is broken does not keep the others from being read."""
    for number, line in enumerate(lines, 1):
        value = _decode(line) if line.strip() else None
        if isinstance(value, Exception):
            message = f"line {number} is not valid JSON: {_say(value)}"
            yield number, Skipped(shown, message, "Export it again", fault=True)
        elif value is not None:
            yield number, value


def _decode(content: bytes) -> Any:
    """Value of a text in JSON, or the error that tells why it is none."""
    try:
        return msgspec.json.decode(content)
    except (msgspec.DecodeError, RecursionError) as error:
        return error


def _broken(shown: str, content: bytes, error: Exception) -> Skipped:
    """What is wrong with a file; Python's own parser knows the line."""
    message = f"not valid JSON: {_say(error)}"
    try:
        json.loads(content)
    except json.JSONDecodeError as known:
        message = f"not valid JSON: {known.msg.lower()} on line {known.lineno}"
    except (ValueError, RecursionError):
        pass
    return Skipped(shown, message, "Export it again", fault=True)


def _say(error: Exception) -> str:
    return "nested too deep" if isinstance(error, RecursionError) else str(error)


def _articles(record: Any, shown: str) -> Iterator[_Fields | Skipped]:
    """Articles of a value: of a list, of an answer that lists some, or the value itself."""
    if isinstance(record, list):
        for entry in record:
            yield from _articles(entry, shown)
        return
    if not isinstance(record, dict):
        return
    for key in _LISTS:
        if isinstance(record.get(key), list):
            yield from _articles(record[key], shown)
            return
    article = record.get("article")
    article = article if isinstance(article, dict) else record
    if _is_article(article):
        yield from _translations(article, shown)


def _is_article(record: Mapping[str, Any]) -> bool:
    key = record.get("id")
    is_named = isinstance(key, int | str) and not isinstance(key, bool) and bool(str(key).strip())
    return is_named and ("body" in record or isinstance(record.get("title"), str))


def _translations(article: Mapping[str, Any], shown: str) -> Iterator[_Fields | Skipped]:
    """An article and, of Intercom, its translations."""
    yield _read(article, article, shown, _text(article, "locale", "default_locale"))
    translated = article.get("translated_content")
    for locale, entry in translated.items() if isinstance(translated, dict) else ():
        if isinstance(entry, dict) and locale != article.get("default_locale"):
            yield _read(article, entry, shown, locale)


def _read(
    article: Mapping[str, Any], texts: Mapping[str, Any], shown: str, locale: str
) -> _Fields | Skipped:
    """Fields of an article, whose texts in one language may stand in a table of their own."""
    key = str(article["id"])
    path = f"{shown}#{_in_path(key)}"
    if texts.get("draft") is True or texts.get("state") == "draft":
        return Skipped(path, DRAFT)
    if len(key) > _LONGEST_ID:
        return Skipped(path[:_LONGEST], "its id is longer than 500 characters", "Shorten it", True)
    body = texts.get("body")
    body = body if isinstance(body, str) else ""
    fields = {
        "id": key,
        "title": _text(texts, "title", "name"),
        "summary": _text(texts, "description", "summary"),
        "locale": locale,
        "url": _text(texts, "html_url", "url"),
        "tags": _labels(article),
        "updated_at": _day(texts.get("edited_at") or texts.get("updated_at")),
    }
    if not body.strip() and not fields["title"]:
        return Skipped(path, "it has neither a title nor a body", "Write the article or delete it")
    known = {name: value for name, value in fields.items() if value}
    return _Fields(key, locale, body, _markup(article, body), known)


def _markup(article: Mapping[str, Any], body: str) -> Markup:
    """Markup of a body: that of help desks is HTML."""
    return "html" if _DESK_FIELDS & article.keys() else markup_of(body, article.get("format"))


def _labels(article: Mapping[str, Any]) -> list[str]:
    """Labels, under any of the names that they go by."""
    for key in ("label_names", "labels", "tags"):
        names = article.get(key)
        if isinstance(names, list):
            return [name[:_LONGEST] for name in names if isinstance(name, str)][:100]
    return []


def _in_path(text: str) -> str:
    """An id or a locale without signs that mean something in a path."""
    return re.sub(r"[^\w.-]+", "-", text)


def _text(table: Mapping[str, Any], *keys: str) -> str:
    """First of these that is a text, on one line."""
    found = (table[key] for key in keys if isinstance(table.get(key), str))
    text = " ".join(next(found, "").split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _day(value: Any) -> date | None:
    """Day of a time, written as Zendesk (a text) or Intercom (seconds since 1970) does."""
    try:
        if isinstance(value, str):
            return date.fromisoformat(value[:10])
        return datetime.fromtimestamp(value, UTC).date() if isinstance(value, int) else None
    except (ValueError, OverflowError, OSError):
        return None


def _number(parts: Iterable[_Fields | Skipped], shown: str, max_bytes: int) -> Iterator[Part]:
    """Texts with paths that differ: translations that share an id have their locale in it."""
    listed = list(parts)
    times = Counter(part.id for part in listed if isinstance(part, _Fields))
    seen: Counter[str] = Counter()
    for part in listed:
        if isinstance(part, Skipped):
            yield part
            continue
        path = f"{shown}#{_in_path(part.id)}"
        path += f"/{_in_path(part.locale)}" if times[part.id] > 1 and part.locale else ""
        seen[path] += 1
        if seen[path] > 1:
            yield Skipped(path, "the same article once more", "Export it once", fault=True)
        elif len(part.body) > max_bytes:
            message = f"too large: {len(part.body):,} characters, the limit is {max_bytes:,}"
            remedy = "Split the article, or raise max-file-bytes in kbtool.toml"
            yield Skipped(path, message, remedy, fault=True)
        else:
            yield Text(Source(path, _write(part), virtual=True), part.markup)


def _write(part: _Fields) -> str:
    """Text of an article: its fields as front matter, then its body."""
    lines = (f"{key}: {_yaml(value)}\n" for key, value in part.front_matter.items())
    return f"---\n{''.join(lines)}---\n{part.body}"


def _yaml(value: Any) -> str:
    """Value as YAML would have it; without escapes where it can be, so that places are exact."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return f"[{', '.join(map(_yaml, value))}]"
    text = str(value)
    if "'" not in text and text.isprintable():
        return f"'{text}'"
    return '"' + "".join(map(_escape, text)) + '"'


def _escape(sign: str) -> str:
    """A character as it stands between double quotes in YAML, which JSON's pairs do not suit."""
    if sign in '"\\':
        return f"\\{sign}"
    if sign.isprintable():
        return sign
    return f"\\x{ord(sign):02x}" if ord(sign) < 256 else f"\\U{ord(sign):08x}"

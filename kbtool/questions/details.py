"""What a help desk knows of a question besides its text: subject, status, replies and the like."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Literal

from kbtool.questions.cells.losses import Losses
from kbtool.questions.cells.numbers import DECIMALS
from kbtool.questions.cells.values import read_ids, read_weight, read_word
from kbtool.questions.cleaning import clean_text
from kbtool.questions.cleaning.markup import strip_markup
from kbtool.questions.masking import Masking, cut_whole
from kbtool.questions.noise.titles import is_title
from kbtool.questions.person_lines import end_name_lines
from kbtool.questions.rows import Row

Scale = Literal["", "share", "points"]
REPLY = 1_000  # characters of an agent's reply that are kept
_UNREAD = 20_000  # characters of a text beyond which nothing is looked at
_SUBJECT = 300  # characters of a subject that are kept
# Words for being content, as help desks write them.
_CONTENT: Mapping[str, float] = MappingProxyType({"good": 1.0, "bad": 0.0})

# Signals that say what a source leaves out, and how that is told.
_LACKS: Mapping[str, str] = MappingProxyType(
    {
        "subject-only": "only a subject, so that it will be matched less well",
        "replies-missing": "without its replies, so that articles that agents used are unknown",
    }
)


def read_details(
    row: Row, losses: Losses, masking: Masking, scale: Scale = "share"
) -> dict[str, Any]:
    """Values for those further fields of a question that the row holds.

    A value that is not as expected is noted as a loss and left out. Only on a ``scale``
    of shares is a number of content one; a 1 that nothing else is known of may be a point.
    """
    details: dict[str, Any] = {}
    for field in READ.keys() & row.values.keys():
        value = row.values[field]
        if value is None or (isinstance(value, str) and not value.strip()):
            continue
        points = field == "csat" and _is_point(value, scale)
        read = None if points else READ[field](value)
        if read is None:
            losses.add(f"not a value for {field}, left out", row.line, value)
        else:
            details[field] = _mask(read, masking)
    for signal in details.get("signals", ()):
        if signal in _LACKS:
            losses.add(_LACKS[signal], row.line, read_word(row.values.get("id")))
    return details


def _mask(value: object, masking: Masking) -> object:
    """A text masked, and each word of several."""
    if isinstance(value, str):
        return masking.mask(value)
    return masking.mask_tags(value) if isinstance(value, tuple) else value


def read_csat(value: object) -> float | None:
    """A share from 0 to 1, given as such or as "good" or "bad"; None where it is neither."""
    if isinstance(value, str) and (word := value.strip().lower()) in _CONTENT:
        return _CONTENT[word]
    number = read_weight(value, DECIMALS)
    return None if number is None or number > 1 else number


def tell_scale(values: Iterable[object]) -> Scale:
    """Points where a number for being content is above 1, else shares where one is below 1.

    "" where all are 1: that may be the best of 1 or the worst of 5.
    """
    numbers = [number for value in values if (number := read_weight(value, DECIMALS)) is not None]
    if any(number > 1 for number in numbers):
        return "points"
    return "share" if any(number < 1 for number in numbers) else ""


def _is_point(value: object, scale: Scale) -> bool:
    """Whether a value for being content is, or may be, a number of points."""
    number = read_weight(value, DECIMALS)
    return number is not None and (scale == "points" or (not scale and number == 1))


def read_count(value: object) -> int | None:
    """A whole number from 0 on, or None where the value is not one."""
    number = read_weight(value)
    return int(number) if number is not None and number.is_integer() else None


def _read_text(limit: int) -> Callable[[object], str | None]:
    def read(value: object) -> str | None:
        """The text on one line and shortened, or None where the value is not a text."""
        if not isinstance(value, str):
            return None
        text = clean_text(end_name_lines(strip_markup(value[:_UNREAD])))
        return text if len(text) <= limit else cut_whole(text, limit - 1) + "…"

    return read


def _read_subject(value: object) -> str | None:
    """The subject; "" where it only names who wrote or called."""
    text = _read_text(_SUBJECT)(value)
    return "" if text and is_title(text) else text


def _read_lower(value: object) -> str | None:
    return read_word(value).lower() or None


# Field of Question -> what reads it; None for what cannot be read.
READ: Mapping[str, Callable[[Any], object]] = MappingProxyType(
    {
        "subject": _read_subject,
        "tags": read_ids,
        "status": _read_lower,
        "csat": read_csat,
        "reopens": read_count,
        "replies": read_count,
        "agent_reply": _read_text(REPLY),
        "bot": _read_lower,
        "results": read_count,
        "clicks": read_count,
        "signals": read_ids,
    }
)

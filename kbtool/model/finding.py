"""What rules yield and what users see of it."""

from __future__ import annotations

from enum import IntEnum

from msgspec import Struct

from kbtool.model.source import Span


class Severity(IntEnum):
    """How bad a finding is; comparable, error the highest."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """Name in lower case, as users write it."""
        return self.name.lower()


class Change(Struct, frozen=True):
    """A replacement of the text at a span."""

    span: Span
    text: str


class Edit(Struct, frozen=True):
    """A machine-applicable fix: changes that only make sense together."""

    changes: tuple[Change, ...]  # sorted, not overlapping
    safe: bool  # the meaning stays the same, so --fix may apply it unasked


class Hit(Struct, frozen=True):
    """What a rule found: where, what, and how to mend it."""

    span: Span
    message: str  # lower case, no full stop, says what and the number
    help: str = ""  # one imperative sentence without a full stop: what a person should do
    edit: Edit | None = None
    severity: Severity | None = None  # for rules with two thresholds; None: the rule's own
    may_block: bool = True  # False: readers and bots get by, whatever else the rule finds


class Finding(Struct, frozen=True):
    """A hit with everything a renderer needs."""

    path: str
    span: Span
    line: int  # from 1
    column: int  # from 1, in code points
    end_line: int
    end_column: int  # one past the last character
    code: str
    rule: str
    severity: Severity
    message: str
    help: str = ""
    edit: Edit | None = None
    may_block: bool = True  # False: readers and bots get by, whatever else the rule finds

"""The rows of one file, one after the other: questions, texts that are none, broken rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, TypeVar

from kbtool.errors import InputError
from kbtool.model import Excluded, Question, Rejected
from kbtool.questions.cells.channels import name_channel
from kbtool.questions.cells.dates import parse_date
from kbtool.questions.cells.losses import Losses
from kbtool.questions.cells.numbers import find_decimals
from kbtool.questions.cells.times_of_day import TIME
from kbtool.questions.cells.values import read_ids, read_weight, read_word
from kbtool.questions.cells.written_dates import find_order
from kbtool.questions.choices import Choices
from kbtool.questions.details import Scale, read_details, tell_scale
from kbtool.questions.duplicates import OTHER_TEXT, Ledger, digest_asking
from kbtool.questions.files import QuestionFile, show
from kbtool.questions.foreign import find_foreign
from kbtool.questions.masking import Masking
from kbtool.questions.people import People
from kbtool.questions.preparing import Ready
from kbtool.questions.rows import CLEANED, SYSTEM, BadRow, Row
from kbtool.questions.signals import find_signal
from kbtool.questions.tables.search_columns import complete_search
from kbtool.questions.tables.submitters import mark_agents
from kbtool.questions.talks.addresses import strip_addresses
from kbtool.questions.texts import Prepared, prepare_text, show_text

NEVER_ASKED = "asked 0 times"
# Two tables that both count their rows from 1: read together, the second would give nothing.
_TAKEN = (
    "the id of another question in another file, left out; "
    "files that number their rows want ids that differ, or none"
)
_T = TypeVar("_T")


class Batch:
    """Sorts the rows of a file; of those gone by, only counts are kept."""

    def __init__(
        self, file: QuestionFile, people: People, ledger: Ledger, choices: Choices
    ) -> None:
        self.steps: Counter[str] = Counter()  # questions that a step of cleaning changed
        self._file = file
        self._name = file.name
        self._people = people
        self._ledger = ledger
        self._choices = choices
        self._readable = 0
        self._rejected = 0
        self._first: Rejected | None = None
        self._masking = Masking(choices.mask)
        self._losses = Losses(self._masking)
        self._day_first = True  # in dates that do not tell
        self._scale: Scale = ""  # of csat, as far as the rows read tell
        self._decimals = ""  # signs that mark them in numbers of times
        self._unseen = dict(file.columns.named())  # what the user named and no row has

    def settle_dates(self, values: Iterable[object]) -> None:
        """Finds out from the first dates of the file what comes first in them, day or month."""
        self._day_first, assumed = find_order(values)
        if assumed:
            self._file.notes.append(f"{assumed}: none of the first has a number beyond 12")

    def settle_scale(self, values: Iterable[object]) -> None:
        """Finds out from csat in the first rows whether these are points or shares."""
        self._scale = tell_scale(values)

    def settle_decimals(self, values: Iterable[object]) -> None:
        """Finds out from the first numbers of times which signs mark decimals in them."""
        self._decimals = find_decimals(values)

    @property
    def masked(self) -> Counter[str]:
        """Places made unreadable in all texts of the file, by kind."""
        return self._masking.counts

    @property
    def warnings(self) -> tuple[str, ...]:
        """What was lost from values that are not as expected, one text for each kind."""
        unseen = (f"{self._name}: no row has {show(repr(name))}" for name in self._unseen.values())
        notes = (f"{self._name}: {note}" for note in self._file.notes)
        return (*notes, *self._losses.texts(self._name), *unseen)

    def sort(self, ready: Ready) -> Question | Excluded | Rejected:
        """What a row holds.

        Raises InputError once so many rows are broken that the file must be of another kind.
        """
        row = ready.row
        if isinstance(row, BadRow):
            return self._reject(row)
        self._readable += 1
        if self._unseen:
            for field in self._unseen.keys() & row.values.keys():
                del self._unseen[field]
        complete = mark_agents(complete_search(row, self._decimals))
        return self._read(complete, self._prepare(row, ready))

    def _prepare(self, row: Row, ready: Ready) -> Prepared:
        """Its text as it is kept, which an engine may have made already."""
        if ready.prepared is None:
            return prepare_text(row.values, self._file.limits.text, self._masking)
        self._masking.counts.update(ready.masked or {})
        return ready.prepared

    def check(self) -> None:
        """Raises InputError where not a single row could be read."""
        if self._readable:
            return
        if self._first:
            raise self._broken("no row can be read", self._first)
        remedy = "Check that it is the right file"
        why = "it holds no rows" if self._file.size() else "the file is empty"
        raise InputError(f"no questions in it: {why}", path=self._name, remedy=remedy)

    def _reject(self, row: BadRow) -> Rejected:
        text = show_text(row.text, self._masking)
        rejected = Rejected(row.reason, self._name, row.line, text)
        self._first = self._first or rejected
        self._rejected += 1
        if self._rejected > max(self._file.limits.rejected, self._readable):
            raise self._broken("more rows are broken than not", self._first)
        return rejected

    def _broken(self, message: str, first: Rejected) -> InputError:
        message = f"{message}; the first: {first.reason}: {first.text[:80]!r}"
        remedy = "Check that the file is what its ending says"
        return InputError(message, path=first.path, line=first.line, remedy=remedy)

    def _read(self, row: Row, prepared: Prepared) -> Question | Excluded:
        line, values = row
        limit = self._file.limits.text
        if prepared.cut:
            self._losses.add(f"longer than {limit:,} characters, cut", line, prepared.text)
        weight = self._read_weight(row)
        reason = (
            find_signal(read_ids(values.get("signals")))
            or prepared.noise
            or ("" if weight else NEVER_ASKED)
            or find_foreign(read_word(values.get("locale")), prepared.text, self._choices)
        )
        if reason and not (self._choices.everything and prepared.text):
            return self._exclude(reason, line, prepared.text, self._show_id(values))
        return self._enter(row, prepared, weight)

    def _enter(self, row: Row, prepared: Prepared, weight: float) -> Question | Excluded:
        """The question, unless the log has it already."""
        line, values = row
        text = prepared.text
        parse = partial(parse_date, day_first=self._day_first)
        asked_at = self._value(row, "asked_at", parse, "not a date, left out", None)
        if asked_at and TIME in values:
            self._losses.add("not a time of day, left out", line, values[TIME])
        own = self._read_id(values)
        name = self._ledger.tell_apart(own, values[SYSTEM]) if SYSTEM in values else own
        person = self._people.recognise(read_word(values.get("requester")))
        asking = digest_asking(person, asked_at, text)
        asking = b"" if self._choices.everything else asking
        if twin := self._ledger.find_twin(name, asking, text, own):
            if twin.reason == OTHER_TEXT and twin.path != self._name:
                self._losses.add(_TAKEN, line, own)
            return self._exclude(twin.reason, line, text, f"first in {twin.path}:{twin.line}")
        channel = name_channel(read_word(values.get("channel")))
        locale = read_word(values.get("locale"))
        channel, locale = self._masking.mask_tag(channel), self._masking.mask_tag(locale)
        known = text if name else ""
        name = name or self._ledger.make_id(text, asked_at, channel)
        self._ledger.enter(name, asking, line, known, own)
        if prepared.steps:
            self.steps.update(prepared.steps)
        return Question(
            id=name,
            text=text,
            asked_at=asked_at,
            channel=channel,
            weight=weight,
            requester=self._people.name(person),
            resolved_by=self._masking.mask_words(
                strip_addresses(read_ids(values.get("resolved_by")))
            ),
            gold=read_ids(values.get("gold")),
            locale=locale,
            **read_details(row, self._losses, self._masking, self._find_scale(values)),
        )

    def _read_weight(self, row: Row) -> float:
        read = partial(read_weight, decimals=self._decimals)
        return self._value(row, "weight", read, "not a number of times, taken as 1", 1.0)

    def _read_id(self, values: Mapping[str, Any]) -> str:
        """The id that the log has, "" where it is an e-mail address or a phone number.

        One is made up instead. Plain digits stay, since nearly all ids are such.
        """
        name = read_word(values.get("id"))
        if ("@" in name or name.startswith("+")) and self._masking.mask(name) != name:
            return ""
        return name

    def _show_id(self, values: Mapping[str, Any]) -> str:
        """The id of a record of a vendor, of which one line may hold many."""
        name = self._read_id(values) if SYSTEM in values else ""
        return f"id {show(name[:40])}" if name else ""

    def _find_scale(self, values: Mapping[str, Any]) -> Scale:
        """The scale of a row's csat; vendors, and what kbtool wrote, give shares."""
        if SYSTEM in values or CLEANED in values:
            return "share"
        told = tell_scale([values.get("csat")])
        if told == "points" or not self._scale:
            self._scale = told
        return self._scale

    def _exclude(self, reason: str, line: int, text: str, detail: str = "") -> Excluded:
        shown = show_text(text, self._masking)
        return Excluded(reason, self._name, line, shown, detail)

    def _value(
        self, row: Row, field: str, parse: Callable[[object], _T | None], loss: str, default: _T
    ) -> _T:
        """A field's value, or the default where it is blank or, noted as a loss, unreadable."""
        value = row.values.get(field)
        if value is None or (isinstance(value, str) and not value.strip()):
            return default
        parsed = parse(value)
        if parsed is None:
            self._losses.add(loss, row.line, value)
            return default
        return parsed

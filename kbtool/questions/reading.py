"""Files of logged questions to one QuestionLog."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct, field

from kbtool.errors import InputError
from kbtool.model import Excluded, Question, QuestionLog
from kbtool.questions.batch import Batch
from kbtool.questions.columns import Columns
from kbtool.questions.duplicates import Ledger
from kbtool.questions.files import QuestionFile
from kbtool.questions.limits import Limits
from kbtool.questions.people import People
from kbtool.questions.readers import find_reader

_STEP = 1_000  # rows between two reports of progress


def read_questions(
    paths: Iterable[str | os.PathLike[str]],
    columns: Columns | None = None,
    limits: Limits | None = None,
    progress: Callable[[int], None] | None = None,
) -> QuestionLog:
    """All questions of the files, in the order given, without noise and repetitions.

    ``progress`` is told the number of rows read so far. A file that cannot be used as a whole
    gives nothing, and its fault stands in ``errors`` of the log. A path named twice is read once.

    Raises InputError where no file gives a question.
    """
    log = _Log(progress or (lambda _: None))
    for path in dict.fromkeys(map(Path, paths)):
        file = QuestionFile(path, columns or Columns(), limits or Limits())
        try:
            log.merge(log.read(file), file.name)
        except InputError as fault:
            log.errors.append(fault)
    if not log.questions:
        raise log.explain()
    return QuestionLog(
        questions=tuple(log.questions),
        excluded=tuple(log.excluded),
        rejected=tuple(log.rejected),
        warnings=tuple(log.warnings),
        errors=tuple(str(fault) for fault in log.errors),
    )


class _Log(Struct):
    """A log in the making."""

    progress: Callable[[int], None]
    questions: list[Question] = field(default_factory=list)
    excluded: list[Excluded] = field(default_factory=list)
    rejected: list[Excluded] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    errors: list[InputError] = field(default_factory=list)
    ledger: Ledger = field(default_factory=Ledger)
    people: People = field(default_factory=People)
    rows: int = 0

    def read(self, file: QuestionFile) -> Batch:
        """The rows of one file; raises InputError where it is of no use."""
        batch = Batch(file, self.people)
        for row in find_reader(file.path).read(file):
            batch.add(row)
            self.rows += 1
            if self.rows % _STEP == 0:
                self.progress(self.rows)
        self.progress(self.rows)
        batch.check()
        return batch

    def merge(self, batch: Batch, path: str) -> None:
        """Adds a file that was read to its end; repetitions are found across files."""
        excluded = batch.excluded
        for line, question in batch.questions:
            admitted = self.ledger.admit(question, path, line)
            if isinstance(admitted, Question):
                self.questions.append(admitted)
            else:
                excluded.append(admitted)
        self.excluded += sorted(excluded, key=lambda row: row.line)
        self.rejected += batch.rejected
        self.warnings += batch.warnings

    def explain(self) -> InputError:
        """Why there is no question at all."""
        if len(self.errors) == 1 and not self.excluded:
            return self.errors[0]
        parts = [str(fault) for fault in self.errors]
        if self.excluded:
            reasons = sorted(Counter(row.reason for row in self.excluded).items())
            listed = ", ".join(f"{count:,} {reason}" for reason, count in reasons)
            parts.append(f"{len(self.excluded):,} rows were left out: {listed}")
        return InputError(
            "; ".join(["no questions to match", *parts]),
            remedy="" if self.errors else "Check which column holds the questions: --text-column",
        )

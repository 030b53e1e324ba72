"""Whose ids the files of a run hold: desks count from 1 each, and so do tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from msgspec.structs import replace

from kbtool.errors import InputError
from kbtool.questions.files import QuestionFile
from kbtool.questions.readers import find_reader
from kbtool.questions.rows import SYSTEM, Row

_LOOKED_AT = 20  # rows of a file; the first that can be read tells


def share_ids(files: Sequence[QuestionFile]) -> bool:
    """Whether one id may be two questions: files are of several desks, or of one and a table.

    It does not depend on the order of the files, so that neither do the ids of a run.
    """
    return len(files) > 1 and len({found for file in files for found in _find_system(file)}) > 1


def _find_system(file: QuestionFile) -> Iterable[str]:
    """The name of the desk whose ids a file holds, "" for those of a table; none without ids."""
    try:
        if not file.path.is_file():  # what can be read but once is not looked into
            return ()
        unseen = replace(file, watch=lambda _: None, notes=[], pages=[])  # it is read once more
        rows = islice(find_reader(file.path).read(unseen), _LOOKED_AT)
        found = [row.values for row in rows if isinstance(row, Row)]
    except (InputError, OSError, ValueError):  # told when it is read
        return ()
    return {values.get(SYSTEM, "") for values in found if values.get("id")}

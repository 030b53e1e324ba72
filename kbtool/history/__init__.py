"""Runs of earlier days: kept in a file of SQLite, compared with each other, and decided upon.

What is kept of customers: labels of groups and their characteristic words, both only where at least
``[privacy] min-askers`` people asked, and digests of wordings under a key of the file. Whoever has
the file can try whether somebody wrote a certain sentence, but reads none in it.
"""

from kbtool.history.comparing import compare_records, tell_changes
from kbtool.history.deciding import FILE_NAME, read_notes, write_note
from kbtool.history.flowing import trace_flow
from kbtool.history.folder import hold_decisions
from kbtool.history.identity import keep_ids
from kbtool.history.naming import find_near
from kbtool.history.opening import is_there, open_history
from kbtool.history.recognising import Known, describe, match_ids, match_words
from kbtool.history.recording import Circumstances, Seen, make_record
from kbtool.history.store import History
from kbtool.history.values import Comparison, Moved, Opened, Page, Record, Regrouped, Topic

__all__ = [
    "FILE_NAME",
    "Circumstances",
    "Comparison",
    "History",
    "Known",
    "Moved",
    "Opened",
    "Page",
    "Record",
    "Regrouped",
    "Seen",
    "Topic",
    "compare_records",
    "describe",
    "find_near",
    "hold_decisions",
    "is_there",
    "keep_ids",
    "make_record",
    "match_ids",
    "match_words",
    "open_history",
    "read_notes",
    "tell_changes",
    "trace_flow",
    "write_note",
]

"""Words that name a problem, and that look for its cause."""

from __future__ import annotations

from kbtool.language.phrases import find_phrases

PROBLEMS = (
    "troubleshoot", "troubleshooting", "fix", "solve", "error", "errors", "problem", "problems",
    "issue", "issues", "trouble", "fail", "fails", "failed", "failing", "failure", "crash",
    "crashes", "crashing", "freezes", "frozen", "hangs", "stuck", "missing", "unable",
    "unresponsive", "not responding", "not working", "stops working", "stopped working",
    "not showing", "not receiving", "not receive", "not opening", "not recognized",
    "not recognised", "not detected", "not found", "not loading", "not syncing", "declined",
    "rejected", "can't", "cannot", "can not", "could not", "couldn't", "won't", "will not",
    "doesn't", "does not", "don't work", "do not work", "isn't", "is not", "aren't", "are not",
    "didn't", "did not", "hasn't", "has not", "haven't", "have not", "wasn't", "was not", "keeps",
    "no longer works",
)  # fmt: skip
"""Words that name a problem in a title or a heading."""

NO_PROBLEMS = (
    "error alert", "error bars", "error check", "error checks", "error checking", "error code",
    "error codes", "error console", "error function", "error functions", "error handling",
    "error log", "error logs", "error report", "error reports", "error reporting", "error message",
    "error messages", "crash report", "crash reports", "crash reporter", "crash report tool",
    "issue tracker", "known issue", "known issues", "known problems", "on error", "trace error",
    "next error", "previous error", "report a problem", "report an issue", "report problems",
    "report issues", "report an error", "issue a", "issue an", "issue cards", "troubleshoot mode",
    "troubleshooting mode", "troubleshooting information", "missing values", "fix the price",
    "that can't", "that cannot", "that aren't", "that are not", "that isn't", "that is not",
    "that don't", "that do not", "that won't", "that will not", "we can't", "we cannot", "we don't",
    "we do not", "we won't", "we will not",
)  # fmt: skip
"""Words among which one of those names no problem that the reader has."""

TASKS = (
    "about", "analyse", "analyze", "avoid", "avoiding", "create", "debug", "debugging", "find",
    "handle", "handling", "how do i create", "how do i report", "how to avoid", "how to create",
    "how to debug", "how to find", "how to handle", "how to log", "how to prevent",
    "how to report", "ignore", "log", "prevent", "preventing", "read", "reading", "report",
    "reporting", "send", "trace", "understand", "understanding", "view", "viewing",
    "what happens",
)  # fmt: skip
"""How titles begin that speak of problems without being about one that the reader has."""

DOUBTS = (
    "try", "trying", "check", "double-check", "make sure", "ensure", "verify", "confirm", "see if",
    "may be", "might", "could be", "can be caused", "likely", "usually", "often", "possible",
    "possibly", "perhaps", "common causes", "common reasons", "sometimes",
)  # fmt: skip
"""Words of an article that does not know what is wrong at the reader's."""


def names_problem(text: str, problems: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether a text names a problem, outside the phrases in ``others``."""
    found = list(find_phrases(text, problems))
    if not found:
        return False
    taken = [(other.start, other.end) for other in find_phrases(text, others)]
    return any(
        not any(start < problem.end and problem.start < end for start, end in taken)
        for problem in found
    )

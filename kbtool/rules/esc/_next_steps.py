"""Words by which a troubleshooting article goes on for readers it did not help."""

from __future__ import annotations

FALLBACKS = (
    "still", "persist", "persists", "continues", "if none", "if nothing", "if neither",
    "if this doesn't", "if this does not", "if this didn't", "if this did not", "if this fails",
    "if that doesn't", "if that does not", "if that didn't", "if that did not", "if that fails",
    "if these don't", "if these do not", "if these steps", "if the above", "if it doesn't help",
    "if it does not help", "if it doesn't work", "if it does not work", "if it fails", "if not,",
    "if all else fails", "if the steps", "if you've tried", "if you have tried", "didn't help",
    "did not help", "doesn't help", "does not help", "didn't work", "did not work", "not solve",
    "doesn't solve", "didn't solve", "not resolve", "doesn't resolve", "didn't resolve",
    "not resolved", "isn't resolved", "not fixed", "isn't fixed", "doesn't fix", "does not fix",
    "last resort", "otherwise", "alternatively", "get help", "need help", "more help",
    "further help", "need assistance", "further assistance", "can't resolve", "cannot resolve",
    "can't solve", "cannot solve", "not covered", "isn't covered", "isn't listed", "not listed",
    "having trouble", "having problems", "having issues", "for other issues", "for other problems",
    "for other errors", "ignore the", "ignore this", "ignore it", "can ignore", "safely ignore",
    "be ignored", "harmless",
)  # fmt: skip
"""Words that say what to do if the steps before did not help, or that nothing has to be done."""

ASK_SOMEBODY = (
    "contact the", "contact your", "contact an", "please contact", "ask your", "ask the", "ask an",
    "ask a question", "administrator", "forum", "forums", "community", "bug report",
    "report a bug", "report the bug", "report the problem", "report the issue", "report it",
    "file a bug", "file an issue", "open an issue", "qualified", "technician", "repair service",
    "service centre", "service center", "internet service provider",
)  # fmt: skip
"""Words for people whom a reader can turn to with a problem, besides the help centre's own."""

LEADING_ON = (
    "see also", "related", "further reading", "read more", "learn more", "more information",
    "additional information", "additional resources", "more resources", "resources", "useful links",
    "links", "references", "reference", "notes", "footnotes", "tags", "feedback", "about",
    "background", "why", "what is", "what are", "understanding", "explanation", "example",
    "examples",
)  # fmt: skip
"""How headings begin under which an article leads on or explains: its end stands before them."""

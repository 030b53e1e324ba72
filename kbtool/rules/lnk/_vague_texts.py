"""Link texts that say nothing of their target, by language."""

from __future__ import annotations

VAGUE = {
    "en": (
        "here", "click here", "click", "tap here", "tap", "press here", "see here", "read here",
        "go here", "over here", "right here", "this", "this link", "this page", "this article",
        "this one", "this site", "this website", "this guide", "this document", "this post",
        "this thread", "this video", "link", "the link", "following link", "the following link",
        "page", "more", "read more", "learn more", "see more", "show more", "view more",
        "find out more", "find out", "more info", "more information", "further information",
        "info", "details", "more details", "see details", "view details", "read this", "read on",
        "read", "continue", "continue reading", "go", "open", "see", "view", "visit", "watch",
        "check", "check it out", "try it", "start", "get started", "go to page", "website",
    ),
}  # fmt: skip
"""Whole texts, in lower case and without punctuation."""

COMMANDS = (
    "link", "page", "this", "continue", "click", "tap", "info", "details", "read", "go", "open",
    "see", "view", "visit", "watch", "check", "start",
)  # fmt: skip
"""Vague words that programs use as names of commands too."""

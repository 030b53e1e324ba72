"""Channels by one name each, whatever an export or a person calls them."""

from __future__ import annotations

_NAMES = {
    "email": ("mail", "e-mail", "e-mails", "emails", "mails"),
    "web": ("web form", "webform", "web-form", "website", "webformular"),
    "phone": (
        "voice", "call", "telephone", "telefon", "phone call", "phone call (inbound)",
        "phone call (incoming)", "voicemail",
    ),
    "messaging": ("native_messaging", "native messaging"),
    "chat": ("live chat", "livechat", "live_chat", "web chat", "webchat"),
}  # fmt: skip
_BY_NAME = {name: channel for channel, names in _NAMES.items() for name in names}


def name_channel(written: str) -> str:
    """The channel that is meant, in small letters; a name that is not known stays."""
    name = written.lower()
    return _BY_NAME.get(name, name)

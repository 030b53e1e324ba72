"""What opens a door in a link: user and password, and values of telling names in its query."""

from __future__ import annotations

import re
from itertools import chain

from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.kind import Kind, Places

_USER = lazy_pattern(r"(?<=://)[^\s/@:?#<>]{1,128}+:[^\s/@?#<>]{1,128}+(?=@)")
_NAMES = (
    "access_?token|refresh_?token|id_?token|auth_?token|token|api_?key|apikey|key|secret|signature"
    "|sig|code|auth|session(?:_?id)?|sid|jwt|ticket|otp|password|passwd|pwd|pass|hash|nonce|reset"
    "|invite|x-amz-(?:signature|credential|security-token)|customer_?id|user_?id|phone|tel|state"
)
_VALUE = lazy_pattern(rf"[?&;#](?:{_NAMES})=([^\s&#;<>\"')]{{3,4096}})", re.IGNORECASE)


def _find(text: str) -> Places:
    values = (match.span(1) for match in _VALUE.finditer(text) if len(match[1]) >= _least(match[1]))
    return chain((match.span() for match in _USER.finditer(text)), values)


def _least(value: str) -> int:
    """How long a value must be: words such as ``ok`` or ``reset`` tell nothing."""
    return 4 if any(map(str.isdecimal, value)) else 16


KIND = Kind(
    name="link", thing="key in links", things="keys in links", find=_find, signs=("://", "=")
)

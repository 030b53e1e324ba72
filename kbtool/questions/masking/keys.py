"""Keys, tokens and other long strings that a machine has drawn."""

from __future__ import annotations

import re
from itertools import chain, pairwise

from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.kind import Kind, Places

# Beginnings that providers give their keys so that they are recognised.
_PROVIDERS = (
    r"(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{16}",
    r"gh[pousr]_[A-Za-z0-9]{30,255}",
    r"github_pat_[A-Za-z0-9_]{30,255}",
    r"glpat-[\w-]{18,64}",
    r"xox[abeoprs]-[A-Za-z0-9-]{10,255}",
    r"(?:sk|pk|rk|whsec)_(?:(?:live|test)_)?[A-Za-z0-9]{16,255}",
    r"sk-[\w-]{18,255}",
    r"AIza[\w-]{30,64}",
    r"ya29\.[\w-]{20,512}",
    r"SG\.[\w-]{16,64}\.[\w-]{16,128}",
    r"(?:npm|hf|dop_v1|shp(?:at|ca|pa|ss)|lin_api|pypi|secret|ntn|dapi|hvs)[_.-][\w-]{20,512}",
    r"ATATT3[\w-]{20,512}",
    r"(?:AC|SK)[0-9a-f]{32}",
    r"[0-9]{8,10}:AA[\w-]{33}",
    r"EAA[A-Za-z0-9]{30,512}",
    r"ey[A-Z][\w-]{8,4096}+\.[\w-]{4,8192}+(?:\.[\w-]{0,2048}+)?",
)
_PROVIDER = lazy_pattern(rf"(?<![\w-])(?:{'|'.join(_PROVIDERS)})(?![A-Za-z0-9])")
_PEM = lazy_pattern(r"-----BEGIN [A-Z ]{0,30}(?:PRIVATE KEY|CERTIFICATE)[A-Z ]{0,10}-----")
_PEM_END = "-----END "
_NAMED = lazy_pattern(
    r"(?<![A-Za-z])(?:(?:api|access|auth|secret|client|app|private|session|security|bearer|refresh"
    r"|x-api|aws|zugangs|zugriffs)[ _-]?){0,3}(?:key|token|secret|bearer|session[ _-]?id|jeton"
    r"|schl[üu]ssel"
    r"|clave api)\"?(?: is| ist| est| es)?(?: ?[:=] ?\"?| )(?P<value>[\w.~+/-]{12,512}={0,2})",
    re.IGNORECASE,
)
_UUID = lazy_pattern(
    r"(?<![\w{-])(?<!extension://)(?<!client_id=)[0-9a-fA-F]{8}-"
    r"(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}(?![\w-])"
)
_SHAPE = lazy_pattern(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
_LICENCE = lazy_pattern(r"(?<![\w-])[A-Z0-9]{4,6}(?:-[A-Z0-9]{4,6}){3,7}(?![\w-])")
_RUN = lazy_pattern(r"(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/_-]{20,4096}+={0,2}(?![A-Za-z0-9])")
_HEX = lazy_pattern(r"[0-9a-f]{24,}|[0-9A-F]{24,}")
_SWITCHES = 0.3  # a share of neighbours: 45% in random letters and digits, 25% in product names


def _find(text: str) -> Places:
    named = (match.span("value") for match in _NAMED.finditer(text) if _is_mixed(match["value"]))
    plain = (match.span() for match in chain(_PROVIDER.finditer(text), _UUID.finditer(text)))
    licences = (match.span() for match in _LICENCE.finditer(text) if _is_licence(match[0]))
    runs = (match.span() for match in _RUN.finditer(text) if _is_random(match[0]))
    return chain(_find_pem(text), plain, named, licences, runs)


def _find_pem(text: str) -> Places:
    at = 0
    while begin := _PEM.search(text, at):
        end = text.find(_PEM_END, begin.end())
        closing = text.find("-----", end + len(_PEM_END)) if end >= 0 else -1
        at = closing + 5 if closing >= 0 else len(text)
        yield begin.start(), at


def _is_mixed(value: str) -> bool:
    """Whether it holds letters and digits as names of settings do not."""
    digits = sum(map(str.isdecimal, value))
    return any(map(str.isalpha, value)) and (digits >= 2 or (digits == 1 and len(value) >= 20))


def _is_licence(value: str) -> bool:
    groups = value.split("-")
    mixed = sum(any(map(str.isdecimal, group)) and any(map(str.isalpha, group)) for group in groups)
    return len({len(group) for group in groups}) == 1 and mixed >= 2


def _is_random(value: str) -> bool:
    """Whether letters and digits change as often as where a machine draws them."""
    if sum(map(str.isdecimal, value)) < 3 or "/" in value[:1]:
        return False
    if _SHAPE.fullmatch(value):  # judged above by what stands before it
        return False
    if _HEX.fullmatch(value):
        return any(map(str.isalpha, value))
    if value.count("-") + value.count("_") > len(value) / 8 or not _all_mixed(value.split("/")):
        return False
    switches = sum(_switches(one, other) for one, other in pairwise(value))
    return switches >= _SWITCHES * (len(value) - 1)


def _all_mixed(parts: list[str]) -> bool:
    """Whether no part is a plain word or short: such are paths of files and pages."""
    if len(parts) == 1:
        return True
    return all(not part.islower() and not part.isupper() for part in parts if len(part) > 4)


def _switches(one: str, other: str) -> bool:
    """Whether a small letter meets a capital, or a letter a digit; a capital may begin a word."""
    return one.isdecimal() != other.isdecimal() or (one.islower() and other.isupper())


KIND = Kind(
    name="key", thing="key or token", things="keys and tokens", find=_find, digits=1, wide=True
)

"""Numbers of the United States and Canada."""

from __future__ import annotations

from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.check_digits import passes_luhn
from kbtool.questions.masking.identities.identity import Identity

# Medicare has no letters that may be read as digits: S, L, O, I, B and Z.
_MBI = lazy_pattern(r"[1-9][AC-HJKMNP-RT-Y]{1}[^BILOSZ]{9}")
_NAS = r"social insurance(?: number)?|assurance sociale|(?:my|mon) (?:sin|nas)"


def is_ssn(digits: str) -> bool:
    """Social security or taxpayer number of the United States: parts that are given out."""
    area, group, serial = digits[:3], int(digits[3:5]), digits[5:]
    if area.startswith("9"):
        return 50 <= group <= 99 and group not in (89, 93)
    return area not in ("000", "666") and group > 0 and serial != "0000"


def is_mbi(text: str) -> bool:
    """Number of Medicare: letters that cannot be taken for digits."""
    return bool(_MBI.fullmatch(text))


def is_sin(digits: str) -> bool:
    """Canadian insurance number: Luhn, and a first digit that is given out."""
    return digits[0] not in "08" and passes_luhn(digits)


IDENTITIES = (
    # United States: social security and taxpayers, employers, Medicare
    Identity(
        is_ssn, ("999-99-9999",), ("999~99~9999",),
        r"ssn|itin|social security(?: number| no\.?)?|social|tax ?(?:payer)? ?id",
    ),
    Identity(None, (), ("99-9999999",), r"f?ein|employer identification(?: number| no\.?)?"),
    Identity(
        is_mbi, ("9AX9-AX9-AA99",), ("9AX9AX9AA99",), r"medicare(?: (?:id|card))?|mbi"
    ),
    # Canada: social insurance, health cards
    Identity(is_sin, ("999-999-999",)),
    Identity(passes_luhn, (), ("999~999~999",), r"sin|nas", strict=True),
    Identity(passes_luhn, (), ("999~999~999",), _NAS),
    Identity(
        None, (), ("9999~999~999", "9999~999~999~AA", "AAAA~9999~9999"),
        r"health card|ohip|ramq|carte soleil|assurance maladie",
    ),
)  # fmt: skip

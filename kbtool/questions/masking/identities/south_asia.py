"""Numbers of India, Pakistan, Bangladesh, Sri Lanka and Nepal."""

from __future__ import annotations

from kbtool.questions.masking.check_digits import passes_verhoeff
from kbtool.questions.masking.identities.identity import Identity

_WOMEN = 500  # is added to the day of the year


def is_sri_lankan(text: str) -> bool:
    """Sri Lankan number of old: a year, a day of it, a letter."""
    day = int(text[2:5])
    return 1 <= (day - _WOMEN if day > _WOMEN else day) <= 366 and text[9] in "VX"


def is_aadhaar(digits: str) -> bool:
    """Indian number of a person: no 0 or 1 at its beginning, and Verhoeff."""
    return digits[0] not in "01" and passes_verhoeff(digits)


def is_pan(text: str) -> bool:
    """Indian tax number: its fourth letter says whether it is a person's or a firm's."""
    return text[3] in "ABCFGHJLPT"


def is_gstin(text: str) -> bool:
    """Indian number for the tax on sales: a state, a tax number, and a Z."""
    return text[0] in "0123" and is_pan(text[2:12]) and text[13] == "Z"


def is_licence(text: str) -> bool:
    """Indian driving licence: a state, an office, a year."""
    return text[4:6] in ("19", "20")


def is_cnic(digits: str) -> bool:
    """Pakistani number: a province first."""
    return digits[0] in "1234567"


IDENTITIES = (
    # India: Aadhaar, tax, firms, voters, driving licences, pensions
    Identity(
        is_aadhaar, ("9999 9999 9999", "9999-9999-9999"), ("9999~9999~9999", "9999~9999~9999~9999"),
        r"aa?dh?aa?r(?: (?:card|number|no\.?))?|uidai|uid|vid", r"आधार|ஆதார்|আধার",
    ),
    Identity(is_pan, ("AAAAA9999A",), ("AAAAA~9999~A",), r"pan(?: (?:card|number|no\.?))?", r"पैन"),
    Identity(is_gstin, ("99AAAAA9999A9AX",), (), r"gst(?:in)?"),
    Identity(None, (), ("AAA9999999",), r"voters?(?: id)?|epic"),
    Identity(is_licence, ("AA99~99999999999", "AA~99~9999~9999999"), (), r"dl|licen[cs]e"),
    Identity(None, (), ("999999999999",), r"uan|pf number"),
    # Pakistan
    Identity(
        is_cnic, ("99999-9999999-9",), ("99999~9999999~9",), r"s?n?cnic|nicop", r"شناختی کارڈ"
    ),
    # Bangladesh, Sri Lanka, Nepal
    Identity(
        None, (), ("9999999999", "9999999999999", "99999999999999999"), r"nid", r"জাতীয় পরিচয়পত্র"
    ),
    Identity(is_sri_lankan, ("999999999A",), (), r"nic"),
    Identity(None, (), ("999999999999",), r"nic"),
    Identity(None, (), ("99-99-99-99999",), r"citizenship", r"नागरिकता"),
)  # fmt: skip

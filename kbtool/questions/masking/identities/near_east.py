"""Numbers of Türkiye, Israel, Arab states and Iran."""

from __future__ import annotations

from kbtool.questions.masking.check_digits import passes_luhn, weigh
from kbtool.questions.masking.identities.days import is_day
from kbtool.questions.masking.identities.identity import Identity


def is_tckn(digits: str) -> bool:
    """Turkish number: two check digits, of odd and even places and of all."""
    odd, even = sum(map(int, digits[:9:2])), sum(map(int, digits[1:8:2]))
    right = (7 * odd - even) % 10 == int(digits[9])
    return right and sum(map(int, digits[:10])) % 10 == int(digits[10])


def is_emirati(digits: str) -> bool:
    """Number of the Emirates: their code of ISO 3166, and a year of birth."""
    return digits.startswith(("78419", "78420"))


def is_egyptian(digits: str) -> bool:
    """Egyptian number: century, a date, a governorate."""
    born = is_day(digits[3:5], digits[5:7]) and digits[0] in "23"
    return born and 1 <= int(digits[7:9]) <= 88


def is_iranian(digits: str) -> bool:
    """Iranian number: weights 10 to 2."""
    rest = weigh(digits, range(10, 1, -1)) % 11
    return (rest if rest < 2 else 11 - rest) == int(digits[9])


IDENTITIES = (
    # Türkiye: people, taxpayers
    Identity(
        is_tckn, ("99999999999",), (),
        r"t\.? ?c\.?(?: ?kimli[kğ]\w{0,4})?|tckn|kimli[kğ]\w{0,4}|vatanda[şs]l[ıi]k",
    ),
    Identity(None, (), ("9999999999",), r"vergi(?: kimlik)?(?: no\w{0,3}| numara\w{0,3})?|vkn"),
    # Israel
    Identity(
        passes_luhn, (), ("99999999~9",), r"teudat zehut|israeli id|t\.?z\.?",
        r"תעודת ה?זהות|ת\.?[\"״]?ז\.?|מספר זהות",
    ),
    # United Arab Emirates, Saudi Arabia, Egypt, cards of the Gulf
    Identity(is_emirati, ("999-9999-9999999-9",), ("999~9999~9999999~9",), r"emirates id|eid"),
    Identity(
        None, (), ("9999999999",), r"iqama|muqeem", r"الهوية|الإقامة|الاقامة|هويتي|رقم هوية"
    ),
    Identity(is_egyptian, (), ("99999999999999",), r"national id", r"الرقم القومي|رقم قومي"),
    Identity(
        None, (), ("99999999", "999999999", "99999999999", "999999999999"),
        r"civil id|qid|qatar id|cpr", r"الرقم المدني|البطاقة المدنية",
    ),
    # Iran
    Identity(is_iranian, (), ("9999999999",), r"melli|national code", r"کد ?ملی|شماره ملی"),
)  # fmt: skip

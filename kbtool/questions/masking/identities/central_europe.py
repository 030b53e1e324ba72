"""Numbers of Poland, Czechia, Slovakia, Hungary, Romania, Bulgaria, the Balkans and the Baltic."""

from __future__ import annotations

from kbtool.questions.masking.check_digits import passes_mod_11_10, weigh
from kbtool.questions.masking.identities.days import is_day, is_shifted_day
from kbtool.questions.masking.identities.identity import Identity

_CNP = (2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9)
_EGN = (2, 4, 8, 5, 10, 9, 7, 3, 6)
_JMBG = (7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_BALTIC = ((1, 2, 3, 4, 5, 6, 7, 8, 9, 1), (3, 4, 5, 6, 7, 8, 9, 1, 2, 3))
_LATVIA = (1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def is_pesel(digits: str) -> bool:
    """Polish number: a date, to whose month 20, 40, 60 or 80 is added for other centuries."""
    right = weigh(digits, (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)) % 10 == 0
    return right and is_shifted_day(digits[2:4], digits[4:6], (20, 40, 60, 80))


def is_nip(digits: str) -> bool:
    """Polish tax number."""
    return weigh(digits, (6, 5, 7, 2, 3, 4, 5, 6, 7)) % 11 == int(digits[-1])


def is_rodne_cislo(digits: str) -> bool:
    """Czech or Slovak number: a date (50 or 20 added to the month), and elevens since 1954."""
    right = len(digits) == 9 or int(digits) % 11 == 0 or int(digits[:9]) % 11 % 10 == int(digits[9])
    return right and is_shifted_day(digits[2:4], digits[4:6], (20, 50, 70))


def is_cnp(digits: str) -> bool:
    """Romanian number: sex and century, a date, a county, a check digit."""
    right = weigh(digits, _CNP) % 11 % 10 == int(digits[12])
    born = is_day(digits[3:5], digits[5:7]) and digits[0] in "125678"
    return right and born and 1 <= int(digits[7:9]) <= 52


def is_egn(digits: str) -> bool:
    """Bulgarian number: a date (20 or 40 added to the month), and a check digit."""
    right = weigh(digits, _EGN) % 11 % 10 == int(digits[9])
    return right and is_shifted_day(digits[2:4], digits[4:6], (20, 40))


def is_jmbg(digits: str) -> bool:
    """Number of the states of former Yugoslavia: a date with three digits of the year."""
    rest = 11 - weigh(digits, _JMBG) % 11
    right = (0 if rest > 9 else rest) == int(digits[12])
    return right and is_day(digits[2:4], digits[:2]) and digits[4] in "09"


def is_baltic(digits: str) -> bool:
    """Estonian or Lithuanian number: sex and century, a date, a check digit in two trials."""
    first, second = (weigh(digits, weights) % 11 for weights in _BALTIC)
    check = first if first < 10 else second % 10
    born = is_day(digits[3:5], digits[5:7]) and digits[0] in "123456"
    return born and check == int(digits[10])


def is_latvian(digits: str) -> bool:
    """Latvian number: a date, or 32 since 2017, and a check digit."""
    right = (1101 - weigh(digits, _LATVIA)) % 11 % 10 == int(digits[10])
    return digits.startswith("32") or (right and is_day(digits[2:4], digits[:2]))


_BIRTH_NUMBER = r"rodn[éeá]\w{0,2} [čc][íi]sl[oa]|r\. ?[čc]\.|r[čc]"
_HUNGARIAN = r"szem[ée]lyi(?: sz[áa]m\w{0,3}| azonos[íi]t[óo]\w{0,3})?"

IDENTITIES = (
    # Poland: people, taxpayers, firms, identity cards
    Identity(is_pesel, ("99999999999",), (), r"pesel\w{0,3}"),
    Identity(is_nip, (), ("999~999~99~99", "999~99~99~999"), r"nip"),
    Identity(None, (), ("999999999", "99999999999999"), r"regon"),
    Identity(None, (), ("AAA~999999",), r"dow[óo]d(?:u|em)?(?: osobist(?:y|ego|ym))?"),
    # Czechia and Slovakia
    Identity(
        is_rodne_cislo, ("999999/9999", "999999/999"), ("999999~9999", "999999~999"), _BIRTH_NUMBER
    ),
    # Hungary: people, insured, taxpayers
    Identity(None, (), ("9~999999~9999",), _HUNGARIAN),
    Identity(None, (), ("999~999~999",), r"taj(?:[- ]?sz[áa]m\w{0,3})?"),
    Identity(None, (), ("9999999999",), r"ad[óo]azonos[íi]t[óo]\w{0,3}(?: jel\w{0,3})?"),
    # Romania, Bulgaria
    Identity(is_cnp, ("9999999999999",), (), r"cnp(?:-ul)?|cod numeric personal"),
    Identity(is_egn, (), ("9999999999",), r"egn|егн"),
    # Croatia, and the states of former Yugoslavia
    Identity(passes_mod_11_10, (), ("99999999999",), r"oib"),
    Identity(is_jmbg, ("9999999999999",), (), r"jmbg|mbg|em[šs]o|јмбг|матичен број|ембг"),
    # Estonia, Lithuania, Latvia
    Identity(is_baltic, ("99999999999",), (), r"isikukood\w{0,3}|asmens kod(?:as|o)"),
    Identity(is_latvian, ("999999-99999",), ("99999999999",), r"personas kod(?:s|u)"),
)  # fmt: skip

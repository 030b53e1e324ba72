"""Numbers of Latin America."""

from __future__ import annotations

from kbtool.questions.masking.check_digits import passes_luhn, weigh
from kbtool.questions.masking.identities.days import is_day
from kbtool.questions.masking.identities.identity import Identity

_CPF = (range(10, 1, -1), range(11, 1, -1))
_CNPJ = ((5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2), (6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2))
_NIT = (41, 37, 29, 23, 19, 17, 13, 7, 3)
_CARD = r"c[ée]dula(?: de (?:ciudadan[íi]a|identidad))?|c\.? ?c\.?|c\.? ?i\.?"


def is_cpf(digits: str) -> bool:
    """Brazilian number of a person: two check digits, not all digits alike."""
    sums = [weigh(digits, weights) * 10 % 11 % 10 for weights in _CPF]
    return len(set(digits)) > 1 and digits[9:] == f"{sums[0]}{sums[1]}"


def is_cnpj(digits: str) -> bool:
    """Brazilian number of a firm: two check digits."""
    rests = [weigh(digits, weights) % 11 for weights in _CNPJ]
    return digits[12:] == "".join(str(0 if rest < 2 else 11 - rest) for rest in rests)


def is_rut(text: str) -> bool:
    """Chilean number: weights 2 to 7 from the right, and K for ten."""
    total = weigh(text[-2::-1], (2, 3, 4, 5, 6, 7, 2, 3))
    return "0K987654321"[total % 11] == text[-1]


def is_cuit(digits: str) -> bool:
    """Argentine number of taxpayers and workers: a kind, weights 5 to 2 and 7 to 2."""
    right = (11 - weigh(digits, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11) % 11 == int(digits[-1])
    return right and digits[:2] in ("20", "23", "24", "25", "26", "27", "30", "33", "34")


def is_nit(digits: str) -> bool:
    """Colombian tax number: weights are primes."""
    rest = weigh(digits[:-1], _NIT) % 11
    return int(digits[-1]) == (rest if rest < 2 else 11 - rest)


def is_uruguayan(digits: str) -> bool:
    """Uruguayan identity number."""
    return (10 - weigh(digits, (2, 9, 8, 7, 6, 3, 4)) % 10) % 10 == int(digits[-1])


def is_ecuadorian(digits: str) -> bool:
    """Ecuadorian identity number: a province, and Luhn."""
    return 1 <= int(digits[:2]) <= 24 and passes_luhn(digits)


def is_rfc(text: str) -> bool:
    """Mexican tax number: the six digits after its letters are a date."""
    return is_day(text[-7:-5], text[-5:-3])


def is_curp(text: str) -> bool:
    """Mexican number of a person: a date, and a letter for the sex."""
    return is_day(text[6:8], text[8:10]) and text[10] in "HMX"


def is_venezuelan(text: str) -> bool:
    """Venezuelan number: V for citizens, E for foreigners."""
    return text[0] in "VE"


IDENTITIES = (
    # Brazil: people, firms; then papers
    Identity(is_cpf, ("999.999.999-99",), ("999~999~999~99",), r"cpf"),
    Identity(is_cnpj, ("99.999.999/9999-99",), ("99~999~999~9999~99",), r"cnpj"),
    Identity(
        None, (), ("9~999~999~X", "99~999~999~X"),
        r"rg|registro geral|carteira de identidade|identidade",
    ),
    Identity(
        None, (), ("999~99999~99~9", "9999~9999~9999", "999~9999~9999~9999"),
        r"cnh|carteira de motorista|habilita[çc][ãa]o|pis|pasep|nis|t[íi]tulo de eleitor|sus|cns",
    ),
    # Chile, Argentina
    Identity(
        is_rut, ("9.999.999-X", "99.999.999-X"), ("9~999~999~X", "99~999~999~X"),
        r"rut|run|rol [úu]nico(?: tributario| nacional)?",
    ),
    Identity(is_cuit, ("99-99999999-9",), ("99~99999999~9",), r"cuit|cuil"),
    # Mexico: people, taxpayers, insured
    Identity(is_curp, ("AAAA999999AAAAAAX9",), (), r"curp"),
    Identity(is_rfc, (), ("AAAA~999999~XXX", "AAA~999999~XXX"), r"rfc"),
    Identity(passes_luhn, (), ("99999999999",), r"nss|imss|seguro social"),
    # Colombia, Uruguay, Ecuador, Venezuela, Dominican Republic, Peru and Guatemala
    Identity(is_nit, (), ("999~999~999~9",), r"nit"),
    Identity(is_uruguayan, ("9.999.999-9",), (), _CARD),
    Identity(is_ecuadorian, (), ("9999999999",), _CARD),
    Identity(is_venezuelan, ("A-99.999.999", "A-9.999.999")),
    Identity(passes_luhn, ("999-9999999-9",), (), _CARD),
    Identity(None, (), ("99999999999", "9999~99999~9999"), r"ruc|dpi|cui"),
    Identity(  # cards of all these countries
        None, (),
        (
            *("9~999~999", "99~999~999", "999~999~999", "9~999~999~999", "9999~999~999"),
            *("A~99~999~999", "A~9~999~999", "9-999-999", "9-9999-9999", "99999999-9"),
            *("9-999-9999", "999-999999-9999A", "9.999.999-9"),
        ),
        rf"{_CARD}|dni|documento(?: de identidad| nacional)?|dui",
    ),
)  # fmt: skip

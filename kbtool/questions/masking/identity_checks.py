"""Check digits and letters of numbers that states give, as their laws define them."""

from __future__ import annotations

from collections import Counter
from datetime import date

from kbtool.questions.masking.check_digits import passes_luhn, passes_mod_11_10, weigh

_DNI = "TRWAGMYFPDXBNJZSQVHLCKE"
_ODD_DIGITS = (1, 0, 5, 7, 9, 13, 15, 17, 19, 21)
_ODD_LETTERS = (
    *(1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24),
    23,
)
_CPF = (range(10, 1, -1), range(11, 1, -1))
_CNPJ = ((5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2), (6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2))
_CHINA = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def is_ssn(digits: str) -> bool:
    """Social security or taxpayer number of the United States: parts that are given out."""
    area, group, serial = digits[:3], int(digits[3:5]), digits[5:]
    if area.startswith("9"):
        return 50 <= group <= 99 and group not in (89, 93)
    return area not in ("000", "666") and group > 0 and serial != "0000"


def is_steuer_id(digits: str) -> bool:
    """German tax id: of its first ten digits one comes twice or three times, the rest once."""
    counts = sorted(Counter(digits[:10]).values())
    return counts[-1] in (2, 3) and counts[-2] == 1 and passes_mod_11_10(digits)


def is_nir(text: str) -> bool:
    """French social security number: the key is 97 less the remainder; Corsica counts as 19, 18."""
    number = text[:13].replace("2A", "19", 1) if text[5:7] == "2A" else text[:13]
    number = number.replace("2B", "18", 1) if number[5:7] == "2B" else number
    return number.isdecimal() and 97 - int(number) % 97 == int(text[13:])


def is_dni(text: str) -> bool:
    """Spanish identity number, of citizens or foreigners: its letter is the remainder by 23."""
    number = str("XYZ".index(text[0])) + text[1:-1] if text[0] in "XYZ" else text[:-1]
    return _DNI[int(number) % 23] == text[-1]


def is_codice_fiscale(text: str) -> bool:
    """Italian tax code: signs in odd places have values of their own."""
    total = 0
    for place, sign in enumerate(text[:15]):
        value = int(sign) if sign.isdecimal() else ord(sign) - ord("A")
        odd = _ODD_DIGITS if sign.isdecimal() else _ODD_LETTERS
        total += value if place % 2 else odd[value]
    return chr(ord("A") + total % 26) == text[15]


def is_bsn(digits: str) -> bool:
    """Dutch citizen service number: weights 9 to 2 and -1 give elevens."""
    return weigh(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1)) % 11 == 0


def is_nhs(digits: str) -> bool:
    """British number of the National Health Service."""
    return (11 - weigh(digits, range(10, 1, -1)) % 11) % 11 == int(digits[-1])


def is_tfn(digits: str) -> bool:
    """Australian tax file number."""
    return weigh(digits, (1, 4, 3, 7, 5, 8, 6, 9, 10)) % 11 == 0


def is_cpf(digits: str) -> bool:
    """Brazilian number of a person: two check digits, not all digits alike."""
    sums = [weigh(digits, weights) * 10 % 11 % 10 for weights in _CPF]
    return len(set(digits)) > 1 and digits[9:] == f"{sums[0]}{sums[1]}"


def is_cnpj(digits: str) -> bool:
    """Brazilian number of a firm: two check digits."""
    rests = [weigh(digits, weights) % 11 for weights in _CNPJ]
    return digits[12:] == "".join(str(0 if rest < 2 else 11 - rest) for rest in rests)


def is_pesel(digits: str) -> bool:
    """Polish number, with a date of birth in it."""
    return weigh(digits, (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)) % 10 == 0


def is_ahv(digits: str) -> bool:
    """Swiss insurance number, with the check digit of EAN-13."""
    return weigh(digits, (1, 3) * 6 + (1,)) % 10 == 0


def is_belgian(digits: str) -> bool:
    """Belgian national register number; from the year 2000 on a 2 is set before it."""
    number, key = digits[:9], int(digits[9:])
    return key in (97 - int(number) % 97, 97 - int(f"2{number}") % 97)


def is_personnummer(digits: str) -> bool:
    """Swedish number: a date, and Luhn over its last ten digits."""
    return _is_day(digits[-8:-6], digits[-6:-4]) and passes_luhn(digits[-10:])


def is_resident_id(text: str) -> bool:
    """Chinese number: a date, and ISO 7064 for 11 and 2."""
    right = _is_day(text[10:12], text[12:14]) and text[6:8] in ("19", "20")
    return right and "10X98765432"[weigh(text[:17], _CHINA) % 11] == text[17]


def is_korean(digits: str) -> bool:
    """Korean registration number: a date and a digit for century and sex."""
    return _is_day(digits[2:4], digits[4:6]) and digits[6] in "12345678"


def _is_day(month: str, day: str) -> bool:
    try:
        date(2000, int(month), int(day))
    except ValueError:
        return False
    return True

"""Check digits, with cases that can be worked out by hand."""

from __future__ import annotations

import pytest

from kbtool.questions.masking import check_digits, identity_checks

RIGHT = [
    # 7 9 9 2 7 3 9 8 7 1 3: doubled 18 4 6 16 2 -> 9+4+6+7+2, and 7+9+7+9+7+3 make 70
    (check_digits.passes_luhn, "79927398713"),
    (check_digits.passes_mod_97, "WEST12345698765432GB82"),
    (check_digits.passes_mod_11_10, "86095742719"),
    # 2 3 6 with check digit 3 is the example that Verhoeff's scheme is explained with
    (check_digits.passes_verhoeff, "2363"),
    (identity_checks.is_steuer_id, "86095742719"),
    # 12345678 = 23 * 536768 + 14, and the 15th letter is Z
    (identity_checks.is_dni, "12345678Z"),
    (identity_checks.is_dni, "X1234567L"),
    # 9+8+7 + 2*(6+5+4) + 3*(3+2) - 3 = 66 = 6 * 11
    (identity_checks.is_bsn, "111222333"),
    (identity_checks.is_cpf, "52998224725"),
    (identity_checks.is_cnpj, "11222333000181"),
    (identity_checks.is_codice_fiscale, "RSSMRA85T10A562S"),
    (identity_checks.is_ssn, "536221847"),
    (identity_checks.is_ahv, "7569217076985"),
    (identity_checks.is_pesel, "44051401359"),
    (identity_checks.is_tfn, "123456782"),
]


@pytest.mark.parametrize(("check", "number"), RIGHT)
def test_a_right_number_passes(check, number):
    assert check(number)


@pytest.mark.parametrize(("check", "number"), [row for row in RIGHT if row[0].__name__ != "is_ssn"])
def test_one_wrong_digit_does_not_pass(check, number):
    at = next(place for place in (4, 1, 7) if number[place : place + 1].isdecimal())
    for digit in set("0123456789") - {number[at]}:
        assert not check(number[:at] + digit + number[at + 1 :])

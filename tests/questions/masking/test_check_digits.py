"""Check digits, with cases that can be worked out by hand or that states print as examples."""

from __future__ import annotations

import pytest

from kbtool.questions.masking import check_digits
from kbtool.questions.masking.identities import (
    africa_oceania,
    british_isles,
    central_europe,
    east_asia,
    eastern_europe,
    latin_america,
    near_east,
    nordic,
    north_america,
    southeast_asia,
    southern_europe,
    western_europe,
)

RIGHT = [
    # 7 9 9 2 7 3 9 8 7 1 3: doubled 18 4 6 16 2 -> 9+4+6+7+2, and 7+9+7+9+7+3 make 70
    (check_digits.passes_luhn, "79927398713"),
    (check_digits.passes_mod_97, "WEST12345698765432GB82"),
    (check_digits.passes_mod_11_10, "86095742719"),
    # 2 3 6 with check digit 3 is the example that Verhoeff's scheme is explained with
    (check_digits.passes_verhoeff, "2363"),
    (western_europe.is_steuer_id, "86095742719"),
    (western_europe.is_pension, "15070649C103"),
    (western_europe.is_austrian, "1237010180"),
    # 9+8+7 + 2*(6+5+4) + 3*(3+2) - 3 = 66 = 6 * 11
    (western_europe.is_bsn, "111222333"),
    (western_europe.is_ahv, "7569217076985"),
    # 12345678 = 23 * 536768 + 14, and the 15th letter is Z
    (southern_europe.is_dni, "12345678Z"),
    (southern_europe.is_dni, "X1234567L"),
    (southern_europe.is_codice_fiscale, "RSSMRA85T10A562S"),
    # 9+16+21+24+25+24+21+16 = 156 = 14 * 11 + 2, and 11 - 2 is 9
    (southern_europe.is_portuguese, "123456789"),
    # 8+14+18+20+20+18+14 = 112 = 4 * 23 + 20, and the 20th letter is T
    (british_isles.is_ppsn, "1234567T"),
    (british_isles.is_ppsn, "1234567FA"),
    (british_isles.is_nhs, "9434765919"),
    # 21+49+36+5+16+6+16+5 = 154 = 14 * 11
    (nordic.is_danish, "0707614285"),
    (nordic.is_hetu, "131052308T"),
    (nordic.is_personnummer, "8112289874"),
    (nordic.is_norwegian, "01010750160"),
    (nordic.is_icelandic, "1201743399"),
    (central_europe.is_pesel, "44051401359"),
    # 7103192745 = 11 * 645744795
    (central_europe.is_rodne_cislo, "7103192745"),
    (central_europe.is_cnp, "1800101221144"),
    (central_europe.is_egn, "7523169263"),
    (central_europe.is_jmbg, "0101006500006"),
    (central_europe.is_baltic, "37605030299"),
    (central_europe.is_baltic, "33309240064"),
    (central_europe.is_latvian, "16117519997"),
    (central_europe.is_nip, "1234563218"),
    # 1*9+1*8+2*7+2*6+3*5+3*4+4*3+4*2+5*1 = 95, which is below 101
    (eastern_europe.is_snils, "11223344595"),
    (eastern_europe.is_inn, "7707083893"),
    (eastern_europe.is_inn, "500100732259"),
    # 1 * 7 + ... : odd places 1 and 1 give 14, of which 4; all ten digits 1+1+4 give 6
    (near_east.is_tckn, "10000000146"),
    (near_east.is_iranian, "0499370899"),
    (east_asia.is_resident_id, "11010519491231002X"),
    (east_asia.is_my_number, "123456789018"),
    (east_asia.is_taiwanese, "A123456789"),
    (east_asia.is_hong_kong, "A1234563"),
    # 2+14+18+20+20+18+14 = 106 = 9 * 11 + 7, and the letter for 7 is D
    (southeast_asia.is_nric, "S1234567D"),
    (southeast_asia.is_nric, "G1234567X"),
    (africa_oceania.is_south_african, "8001015009087"),
    (africa_oceania.is_medicare, "2123456701"),
    (africa_oceania.is_tfn, "123456782"),
    (africa_oceania.is_abn, "51824753556"),
    (africa_oceania.is_ird, "49091850"),
    (latin_america.is_cpf, "52998224725"),
    (latin_america.is_cnpj, "11222333000181"),
    # 8*2+7*3+6*4+5*5+4*6+3*7+2*2+1*3 = 138 = 12 * 11 + 6, and 11 - 6 is 5
    (latin_america.is_rut, "123456785"),
    (latin_america.is_cuit, "20055361682"),
    (latin_america.is_uruguayan, "12345672"),
    (latin_america.is_ecuadorian, "1710034065"),
]


@pytest.mark.parametrize(("check", "number"), RIGHT)
def test_a_right_number_passes(check, number):
    assert check(number)


@pytest.mark.parametrize(("check", "number"), RIGHT)
def test_most_numbers_with_one_wrong_digit_do_not_pass(check, number):
    at = next(place for place in (7, 4, 1) if number[place : place + 1].isdecimal())
    others = set("0123456789") - {number[at]}
    assert sum(check(number[:at] + digit + number[at + 1 :]) for digit in others) <= 1


def test_parts_that_are_never_given_out_do_not_pass():
    assert north_america.is_ssn("536221847")
    assert not any(map(north_america.is_ssn, ("000123456", "666123456", "536001847", "536220000")))

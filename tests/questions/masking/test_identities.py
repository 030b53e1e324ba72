"""Numbers that states give people, each in a sentence. All are invented."""

from __future__ import annotations

import pytest

from kbtool.questions.masking import mask_text
from kbtool.questions.masking.identities.forms import find_numbers
from kbtool.questions.masking.identities.tables import IDENTITIES

# The number stands between bars. Right by their check digits are those that no word precedes.
FOUND = {
    "North America": [
        *("|945-80-7302| fails", "ssn |157368193|", "social security number: |157 36 8193|"),
        *("EIN |03-6426212| of the shop", "|9WT2-E00-GG22| is rejected", "Medicare |5TA8JT1VM40|"),
        *("enter |287-757-447| again", "SIN: |748554565|", "my SIN is |275 582 824|"),
        *("OHIP |4984 032 979 XF|", "|945-80-7302| is my SSN"),
    ],
    "Latin America": [
        *("é |868.409.005-50|", "meu CPF: |71015112608|", "CNPJ |69187298144784|"),
        *("RG |12.345.678-9|", "CNH |26756786800| vencida", "RUT |3.852.685-5|", "|75.067.619-7|"),
        *("rut |75067619-7| no existe", "CUIT |27-03244715-0|", "cuil 20 |33951888422|"),
        *("CURP |TDHN251112HGZGEA01|", "RFC |SMWN170621AM5|", "NSS |54585855205| del IMSS"),
        *(
            "NIT |482.644.336-2|",
            "cédula |0.274.178-9|",
            "cédula |1710034065|",
            "soy |V-16.097.613|",
        ),
        *("la |193-0754150-8|", "DPI |3216 42335 2312|", "mi cédula es |1.032.456.789|"),
        *("DNI |30.123.456| argentino",),
    ],
    "British Isles": [
        *("|NA 78 84 37 B| is mine", "my NI number is |QQ 12 34 56 C|", "NHS no. |767 880 2471|"),
        *("UTR |15434 22189|", "|FAKXA702193KK6JW| expired", "PPS |2723328K|", "|5753949TC|"),
        *("PPSN: |1234567B| (wrong letter)",),
    ],
    "Western Europe": [
        *("|46 728 561 392|", "Steuer-ID: |46728561393|", "|09 620469 M 630|", "KVNR |C923879254|"),
        *("Steuernummer |115/6457/9932|", "SVNR |2570 051159|", "|756.9167.4816.62|"),
        *("|2 95 10 52 574 936 95|", "n° de sécu |1 13 87 2A 619 477|", "SIRET |28600915749985|"),
        *("numéro fiscal |98 90 107 328 241|", "|91.10.12-621.30|", "INSZ |82978421455|"),
        *("BSN |177648922|", "bsn: |177 648 923|", "matricule |1961 1231 04965|"),
    ],
    "Southern Europe": [
        *(
            "|53313093J|",
            "DNI: |53.313.093-K|",
            "|X-8839014-E|",
            "seguridad social |42 46713395 62|",
        ),
        *("CIF |M3986385M|", "|VDTEPW72A56G283S|", "P.IVA |95166801787|", "NIF |507542410|"),
        *("codice fiscale |VDTEPW72A56G283T|", "NISS |17023645069|", "cc |81962506 4 GP6|"),
        *("ΑΜΚΑ |04106726070|", "ΑΦΜ |066462491|", "ΑΔΤ |GC 923224|"),
    ],
    "Nordic countries": [
        *(
            "|210131-6710|",
            "personnummer |640219 8789|",
            "|034290 94444|",
            "fødselsnummer |03429094445|",
        ),
        *("|230830-5557|", "CPR-nr. |290572-2719|", "mit cpr nummer er |2905722719|"),
        *(
            "|250957-509H|",
            "|171047+8674|",
            "HETU: |250957A509K|",
            "|211163-3480|",
            "kt. |2802332188|",
        ),
    ],
    "Central Europe": [
        *(
            "|02232436233|",
            "mój PESEL to |02232436234|",
            "NIP |720-711-74-81|",
            "REGON |071803765|",
        ),
        *("dowód osobisty |SPY 980759|", "|235915/1509|", "rodné číslo |182810/969|"),
        *("személyi szám |4 068993 3888|", "TAJ: |827 888 353|", "adóazonosító jel |8583528133|"),
        *("|6730923101244|", "CNP |1900101221145|", "ЕГН |8210056430|", "OIB |06373082093|"),
        *(
            "JMBG |1404919111604|",
            "|34607046531|",
            "personas kods |161175-19997|",
            "|327780-06716|",
        ),
    ],
    "Eastern Europe": [
        *("|426-969-662 44|", "СНИЛС |765 008 870 14|", "ИНН |3555501610|", "ИНН: |157968751532|"),
        *(
            "паспорт серия |0806 058091|",
            "загранпаспорт |73 4630755|",
            "полис ОМС |7301637460202667|",
        ),
        *("ІПН |4542474192|", "ИИН |330929267431|"),
    ],
    "Near East": [
        *("|59986319842|", "TC kimlik numaram |59986319843|", "vergi no |6859390235|"),
        *(
            "ת.ז. |224004226|",
            "|784-1964-9738143-1|",
            "EID |784200457938164|",
            "iqama |2152151947|",
        ),
        *(
            "رقم الهوية |1152151940|",
            "الرقم القومي |29804093619722|",
            "civil id |279355170011|",
            "کد ملی |6635077936|",
        ),
    ],
    "South Asia": [
        *("|9498 9004 4014|", "aadhaar |949890044015|", "|GJNPM3027V|", "PAN |ABCDE 1234 F|"),
        *("|07LAZPB7611A3ZK|", "voter id |SWL1218448|", "|NU81 19578302183|", "UAN |779214242520|"),
        *("|34577-8907146-3|", "CNIC: |3457789071463|", "NID |8488411840|", "|111047106V|"),
        *("NIC |797263706932|", "citizenship |75-07-90-40370|"),
    ],
    "East Asia": [
        *(
            "身份证号码|201990198708193636|请查",
            "|M523236(3)|",
            "HKID |RX888001(7)|",
            "|F339965234|",
        ),
        *("マイナンバーは|051096122679|です", "年金番号|3034-721077|", "|890409-2302626|"),
        *("주민번호|2111304819320|입니다", "운전면허 |06-00-742002-51|"),
        *(
            "个人 护照|E12345678|",
            "パスポート番号は|TK1234567|です",
        ),
    ],
    "Southeast Asia": [
        *("|G1639094T|", "NRIC |S1234567A|", "|480921-10-3351|", "IC no |750118412808|"),
        *("NIK |3204114502840003|", "|21.912.526.7-213.174|", "|8-1260-02308-44-4|"),
        *("เลขบัตรประชาชน|3597571845971|", "SSS |14-1298105-3|", "căn cước |113142643268|"),
    ],
    "Africa and Oceania": [
        *("|1110159790175|", "SA ID |250410 5810 294|", "BVN |19553891027|", "|A851913180C|"),
        *("huduma |65073325|", "|GHA-306288420-9|", "CIN |M189516|", "|5031 60232 2|"),
        *("Medicare card |6087-14309-3-1|", "TFN |755 298 792|", "ABN |92 467 318 495|"),
        *("Centrelink |941 375 276H|", "IRD |33-491-840|", "NHI |SZA1754|"),
    ],
    "papers": [
        *("passport |C01X00T47|", "|A12345678| is my passport", "driving licence |AB 123456|"),
        *("driver's license |D123-4567-8901|",),
        *("VAT number |DE136695976|", "national id: |88-1234567-X1|"),
        *("pasaport |U12345678|", "prawo jazdy |12345678|", "rijbewijs |1234567890|"),
    ],
}
STAYS = [
    *("sin 600 000 000 pesos", "sin 123456789 de saldo", "a run of 12345678 lines", "pan 12 mm"),
    *("|123-45-67890| in the log", "id: 27903303955100", "id: 4405107443986"),
    *("ni_release.220506-1250"),
    *("part 1234567B", "room A123456", "model X1234567A"),
    *("12345678901", "1710034065 rows", "0101006500007", "1-1014-0123-56-7", "V-12345678 engine"),
    *("placa RTX4090 nova", "number plate of 2024", "passport renewal in 2025", "CC 2023 license"),
    *("131052-308S", "131352-308T", "070761-4286", "700101/1234", "784-1234", "ABCD123456XYZ"),
    *("nie 2 mal", "ИНН не найден 2024", "マイナンバーは12桁です", "身份证有18位数字"),
    *("id number 5", "tax id is missing since 2023", "BSN van 9 cijfers", "NIP 10 cyfr"),
    *("/articles/59986319842", "x59986319842", "59986319842.5", "$59986319842"),
]  # fmt: skip


@pytest.mark.parametrize("text", [text for texts in FOUND.values() for text in texts])
def test_a_number_of_a_person_is_masked(text):
    before, _, after = text.split("|")
    assert mask_text(text.replace("|", "")).text == f"{before}<national id>{after}"


@pytest.mark.parametrize("text", STAYS)
def test_other_numbers_stay(text):
    assert mask_text(text).counts.get("national id", 0) == 0


def test_every_identity_has_an_example():
    texts = [text.replace("|", "") for texts in FOUND.values() for text in texts]
    seen = {
        id(form.identity)
        for text in texts
        for number in find_numbers(text)
        for form in number.forms
        if form.telling or (form.identity.label and form.identity.label.search(text.lower()))
    }
    assert [one for one in IDENTITIES if id(one) not in seen] == []


def test_an_identity_is_told_by_a_word_or_a_form():
    assert all(identity.words or identity.telling for identity in IDENTITIES)
    assert all(identity.words for identity in IDENTITIES if identity.worded)

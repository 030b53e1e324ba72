"""What is masked in the forms and languages of further countries. All data is invented."""

from __future__ import annotations

import pytest

from kbtool.questions.masking import mask_text

# What stands between angle brackets in the second text was masked.
FOUND = {
    "phone": [
        ("手机号13700001111收不到验证码", "手机号<phone>收不到验证码"),
        ("13700001111是我的号码", "<phone>是我的号码"),
        ("座机：021-5555-0199", "座机：<phone>"),
        ("전화 010-5550-0199로", "전화 <phone>로"),
        ("тел. 8 (912) 555-01-99 или 89125550199", "тел. <phone> или <phone>"),
        ("звоните 8-912-555-01-99", "звоните <phone>"),
        ("cep telefonum 5325550199 çalışmıyor", "cep telefonum <phone> çalışmıyor"),
        ("0(532) 555 01 99 aranmıyor", "<phone> aranmıyor"),
        ("ring mig på tlf 20 55 01 99", "ring mig på tlf <phone>"),
        ("puhelinnumero 040 5550199", "puhelinnumero <phone>"),
        ("mi celular 300 555 0199", "mi celular <phone>"),
        ("llama al 55 5550 0199", "llama al <phone>"),
        ("the OTP never came to 9155501990", "the OTP never came to <phone>"),
        ("رقم الجوال 0555501990", "رقم الجوال <phone>"),
        ("5550199 is my phone number", "<phone> is my phone number"),
    ],
    "plate": [
        ("plaka 34 ABC 123", "plaka <plate>"),
        ("госномер А123ВС77", "госномер <plate>"),
        ("我的粤B12345被罚", "我的<plate>被罚"),
        ("车牌号是沪A88888", "车牌号是<plate>"),
    ],
    "birth date": [
        ("geboren am 12. März 1985", "geboren am <birth date>"),
        ("né le 12 mars 1985", "né le <birth date>"),
        ("nacido el 3 de mayo de 1979", "nacido el <birth date>"),
        ("doğum tarihim 03.05.1979", "doğum tarihim <birth date>"),
        ("生年月日は1985年3月12日です", "生年月日は<birth date>です"),
    ],
    "reference": [
        ("numer zamówienia 4471-22", "numer zamówienia <reference>"),
        ("sipariş numaram 55120987", "sipariş numaram <reference>"),
        ("mit ordrenummer er 778120", "mit ordrenummer er <reference>"),
        ("заказ № 5512098 не пришёл", "заказ № <reference> не пришёл"),
        ("注文番号は503-8812です", "注文番号は<reference>です"),
        ("订单号5512098888未发货", "订单号<reference>未发货"),
        ("주문번호 20240077123", "주문번호 <reference>"),
        ("parcel DHL 00340434161077000001", "parcel DHL <reference>"),
    ],
    "address": [
        ("livrer au 14 Rue Pasteur svp", "livrer au <address> svp"),
        ("habite 8 bis avenue du parc", "habite <address>"),
        ("abito in via Mazzini 18, Bologna", "abito in <address>"),
        ("via dei Mille 4/b è chiusa", "<address> è chiusa"),
        ("vivo en calle sol 9", "vivo en <address>"),
        ("entregar en Carrera 11 # 82-71", "entregar en <address>"),
        ("moro na rua das palmeiras, nº 40", "moro na <address>"),
        ("wohne Lange Gasse 7, Wien.", "wohne <address>."),
        ("birkenstraße 14 ist neu", "<address> ist neu"),
        ("jeg bor på Nørregade 12, 2. th", "jeg bor på <address>"),
        ("Kauppakatu 3 A 12, 40100 Jyväskylä", "<address>"),
        ("adresim Gül Sokak No: 12 D:3, Ankara", "adresim <address>"),
        ("ulica Polna 14/3 m. 5", "<address>"),
        ("Váci utca 12, Budapest", "<address>"),
        ("Dlouhá 12, 110 00 Praha 1", "<address>"),
        ("Str. Lalelelor nr. 5, bl. A5, ap. 10", "<address>"),
        ("kirim ke Jl. Melati No. 12", "kirim ke <address>"),
        ("living at 14 Gandhi Nagar, Pune - 411001", "living at <address>"),
        ("живу: г. Тверь, ул. Садовая, д. 5, кв. 10", "живу: <address>"),
        ("Садовый проспект, 12 не находит", "<address> не находит"),
        ("住所は東京都港区芝1-2-3です", "住所は<address>です"),
        ("我住在杭州市西湖区文三路88号3单元502室", "我住在<address>"),
        ("서울특별시 마포구 월드컵로 123", "<address>"),
    ],
    "password": [
        ("PW Maple77x", "PW <password>"),
        ("şifrem: maple77", "şifrem: <password>"),
        ("мой пароль: klen77", "мой пароль: <password>"),
        ("hasło to Klon77xy", "hasło to <password>"),
        ("密码是maple77", "密码是<password>"),
        ("暗証番号は4821です", "暗証番号は<password>です"),
        ("my code: 41-52-63", "my code: <password>"),
        ("doğrulama kodu 482913", "doğrulama kodu <password>"),
    ],
    "name": [
        ("Меня зовут Иван Седов, помогите", "Меня зовут <name>, помогите"),
        ("Benim adım Ayşe Demir", "Benim adım <name>"),
        ("jeg hedder Mette Holm", "jeg hedder <name>"),
        ("我叫林小雨，密码忘了", "我叫<name>，密码忘了"),
        ("名前は山田花子です", "名前は<name>です"),
        ("제 이름은 김하나입니다", "제 이름은 <name>입니다"),
        ("Jak anulować? Pozdrawiam, Jan Zięba", "Jak anulować? Pozdrawiam, <name>"),
    ],
}
STAYS = [
    "licence plate holder 2 pack",
    "my plate has 2 eggs",
    "car reg lookup",
    "placa RTX 4090 nova",
    "new date of birth field 2024",
    "born in 2 minutes",
    "birthday offer 20%",
    "geb. Preis 20",
    "TotalPageFile: 8454456832",
    "version 10.0.22621 on HP Envy",
    "sizes 36 38 40 42 44",
    "13000000000 bytes free",
    "15000000 VND",
    "8 915 files",
    "part 4512-88",
    "0.912.555.01.99.1",
    "phone 12 Pro 256",
    "call 5 to 7 days",
    "text 2024-03-15 10",
    "手机 12 Pro Max 256",
    "电话会议 2024",
    "via Rail 3 trains",
    "Via Rail 3",
    "via Zoom 2 times",
    "via email 3 times",
    "via Google 2 ways",
    "3 place libre",
    "calle de sentido único",
    "Welche Straße 5 fehlt",
    "einbahn 3",
    "rua sem saída",
    "Jeep Renegade 2020",
    "corso Java 8",
    "市区町村の1-2を選ぶ",
    "앱으로 2번",
    "第3号文件",
    "道路3",
    "на улице 5 градусов",
    "пр. 3 из списка",
    "ul 5 items li",
    "cad file 12",
    "3 rue, 4 avenue",
    "I forgot my password to Office365",
    "zamówienie 2024",
    "заказ 3 штуки",
    "订单2024年",
    "密码错误",
    "パスワードを忘れた",
    "şifremi unuttum 2 kez",
    "番号は12桁",
    "hesap 3 ay",
    "код ошибки 404x",
    "我叫不出车",
]


@pytest.mark.parametrize(
    ("kind", "text", "masked"),
    [(kind, *pair) for kind, pairs in FOUND.items() for pair in pairs],
)
def test_personal_data_of_further_countries_is_masked(kind, text, masked):
    found = mask_text(text)
    assert found.text == masked
    assert set(found.counts) <= {kind}


@pytest.mark.parametrize("text", STAYS)
def test_what_looks_alike_in_further_languages_stays(text):
    assert mask_text(text).text == text

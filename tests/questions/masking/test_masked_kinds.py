"""What each kind finds, and what it leaves alone. All data is invented."""

from __future__ import annotations

import pytest

from kbtool.questions.masking import KINDS, mask_text

# What stands between angle brackets in the second text was masked.
FOUND = {
    "email": [
        ("From jo.o'hara+x@mail.example.co.uk.", "From <email>."),
        ("Schreiben Sie an jörg@büro.example!", "Schreiben Sie an <email>!"),
        ("jo (at) example (dot) com", "<email>"),
        ("https://x.example/?email=bob%40x.example ok", "https://x.example/?email=<email> ok"),
        ("jo at example dot com", "<email>"),
    ],
    "phone": [
        ("call +49 (0)30 1234 5678 now", "call <phone> now"),
        ("or 0044 20 7946 0000", "or <phone>"),
        ("(415) 555-0134, 415.555.0134", "<phone>, <phone>"),
        ("06 12 34 56 78", "<phone>"),
        ("mobile 9876543210", "mobile <phone>"),
        ("電話は090-1234-5678です", "電話は<phone>です"),
    ],
    "card": [
        ("my card4111111111111111 was charged", "my card<card> was charged"),
        ("4111 1111 1111 1111please refund", "<card>please refund"),
        ("Karte４１１１１１１１１１１１１１１１gesperrt", "Karte<card>gesperrt"),
        ("4111 1111 1111 1111 was charged", "<card> was charged"),
        ("3782-822463-10005", "<card>"),
        ("card number 4111 1111 1111 1112", "card number <card>"),
    ],
    "iban": [
        ("DE89 3704 0044 0532 0130 00 please", "<iban> please"),
        ("gb82west12345698765432", "<iban>"),
        ("my iban is DE89370400440532013001", "my iban is <iban>"),
    ],
    "national id": [
        ("536-22-1847", "<national id>"),
        ("NINO AB 12 34 56 C", "NINO <national id>"),
        ("86 095 742 719", "<national id>"),
        ("DNI 12345678Z", "DNI <national id>"),
        ("NIE X-1234567-L", "NIE <national id>"),
        ("RSSMRA85T10A562S", "<national id>"),
        ("BSN 111222333", "BSN <national id>"),
        ("529.982.247-25", "<national id>"),
        ("SIN 130 692 544", "SIN <national id>"),
        ("passport no. C01X00T47", "passport no. <national id>"),
    ],
    "plate": [
        ("licence plate AB12 CDE", "licence plate <plate>"),
        ("mein Kennzeichen ist M-AB 1234", "mein Kennzeichen ist <plate>"),
        ("kenteken 12-ABC-3 klopt niet", "kenteken <plate> klopt niet"),
    ],
    "birth date": [
        ("date of birth 12/03/1985, please", "date of birth <birth date>, please"),
        ("DOB: 1985-03-12", "DOB: <birth date>"),
        ("I was born on 3rd of May 1979", "I was born on <birth date>"),
    ],
    "ip address": [
        ("from 203.0.113.57 today", "from <ip address> today"),
        ("server 203.0.113.57:8080 fails", "server <ip address>:8080 fails"),
        ("we connect to 203.0.113.77", "we connect to <ip address>"),
        ("2001:db8:85a3::8a2e:370:7334", "<ip address>"),
    ],
    "mac address": [
        ("at 00:1B:44:11:3A:B7", "at <mac address>"),
        ("001b.4411.3ab7", "<mac address>"),
    ],
    "reference": [
        ("order number AB-2231-9987", "order number <reference>"),
        ("close my account order number 99887766", "close my account order number <reference>"),
        ("Kundennummer: 8812347", "Kundennummer: <reference>"),
        ("commande n° FR882310", "commande n° <reference>"),
        ("commande n°FR882310", "commande n°<reference>"),
        ("ordine n.IT-88120", "ordine n.<reference>"),
        ("pedido nºA-55123", "pedido nº<reference>"),
        ("número de pedido 7781-AB-22", "número de pedido <reference>"),
        ("ticket #5512098", "ticket #<reference>"),
    ],
    "address": [
        ("at Flat 3, 12 Baker Street, please", "at <address>, please"),
        ("at 12 Baker Street, please", "at <address>, please"),
        ("917 W 14th St, Chicago IL 60608", "<address>"),
        ("88 Queen St W, Toronto ON M5H 2M5", "<address>"),
        ("Rua das Palmeiras, 120, apto 52, São Paulo - SP, 01226-010", "<address>"),
        ("Hauptstraße 12, 80331 München", "<address>"),
        ("15 rue de la Paix, 75002 Paris", "<address>"),
        ("Calle Mayor 23, 28013 Madrid", "<address>"),
        ("Musterstr. 5, 80331 München ist alt", "<address> ist alt"),
        ("Musterstr.5\nDE-61348 Bad Homburg vor der Höhe", "<address>"),
        ("Storgatan 5, 111 22 Stockholm", "<address>"),
        ("ul. Długa 14, 31-146 Kraków", "<address>"),
        ("12 King Street, Fitzroy VIC 3065", "<address>"),
        ("12 King Street, Portland, Oregon 97201", "<address>"),
        ("PO Box 4471", "<address>"),
        ("at 12 Ocean Drive today", "at <address> today"),
        ("4 Sunset Drive, Miami", "<address>"),
        ("12 Test Drive, Miami, FL 33139", "<address>"),
        ("12 Tennis Court Road", "<address>"),
        ("the 12 Ocean Drive account", "the <address> account"),
    ],
    "password": [
        ("my password is Tr0ub4dor&3 here", "my password is <password> here"),
        ("Passwort: geheim", "Passwort: <password>"),
        ("user jo / pw: Hunter22x", "user jo / pw: <password>"),
        ("my pw is Hunter22x", "my pw is <password>"),
        ("p/w=Hunter22x", "p/w=<password>"),
        ("pin: 4821", "pin: <password>"),
        ("verification code is 482913", "verification code is <password>"),
    ],
    "key": [
        ("api_key=aZ3kP0qLm9Xw2Rt7Yb5N fails", "api_key=<key> fails"),
        ("AKIA" + "ABCDEFGH23456723", "<key>"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0NzExIn0." + "q9-Zt4_Lk2", "<key>"),
        ("0123456789abcdef0123456789abcdef", "<key>"),
        ("-----BEGIN PRIVATE KEY----- Ab3 -----END PRIVATE KEY----- x", "<key> x"),
    ],
    "link": [
        ("https://jo:geheim9@example.com/a", "https://<link>@example.com/a"),
        ("https://example.com/?token=a8Kd02&p=1", "https://example.com/?token=<link>&p=1"),
    ],
    "name": [
        ("Hi, my name is Marta Kowalczyk and", "Hi, my name is <name> and"),
        ("Why? Kind regards, J. R. Holm", "Why? Kind regards, <name>"),
        ("Ich heiße Jürgen von Thun.", "Ich heiße <name>."),
    ],
}

STAYS = [
    *("from version 10.4.2.1 to 10.5.0.3", "Rua, 120 - SP"),
    *(
        "write to @acme",
        "meet me at some point in May",
        "user@10.2",
        "an old '@example.com' address",
    ),
    *("$1,299.00 or 1.234.567,89 €", "600 000 000 pesos", "01.03.2024 10:30", "2024-03-15 09:30"),
    *(
        "version 10.2.4.1",
        "firmware 2.14.0.9",
        "127.0.0.1",
        "192.168.1.1",
        "std::vector",
        "12:30:45",
    ),
    *("error 0x80070005", "error code 123456", "article 360012345678", "ISBN 978-3-16-148410-0"),
    *(
        "Parkplatz 5, 2000 Euro",
        "20000 Kunden in Zone 4",
        "12000 Orders",
        "as in Holm et al. Nature 5",
    ),
    *("I enter my password: 400. That is an error", "Reference: 550-5.7.1 blocked"),
    *("order 2 pizzas", "invoice 2023", "account 2 of 3", "reference 3", "case 2", "order 404"),
    *("facture n°2 de 2024", "client n.d. 2019", "n°1 des ventes", "dossier n.b. 12"),
    *("I forgot my password: how?", "password is incorrect", "the pin is wrong", "token expired"),
    *("5 day trial", "2 trips down the road", "Spring 2020", "Steckplatz 3", "10000 Kunden"),
    *("iPhone15ProMaxSiliconeCase2024", "ThinkPad-X1-Carbon-Gen-11-Limited", "a/b/c1/release2024"),
    *("https://example.com/search?q=card&page=2", "my name is wrong", "regards from the team"),
    *(
        "4111 1111 1111 1112",
        "000-12-3456",
        "pi is 3.14159265358979",
    ),
    "{a300a000-5e21-4ee0-a115-9ec8f4eaa92b} of an extension",
    *("15 GB Google Drive is full", "I have 2 Google Drive accounts", "2 One Drive accounts"),
    *("Upgrade to 100 GB Google Drive", "Book 1 Test Drive", "4 Shared Drive members"),
    *("2 New York Court cases", "5 Google Street View images", "2 One Way tickets"),
    *("port 8080", "#summer2024", "4 x 25", "24/7", "COVID-19", "methylchloroisothiazolinone"),
]


@pytest.mark.parametrize(
    ("kind", "text", "masked"),
    [(kind, *pair) for kind, pairs in FOUND.items() for pair in pairs],
)
def test_personal_data_is_masked(kind, text, masked):
    found = mask_text(text)
    assert found.text == masked
    assert set(found.counts) <= {kind}


def test_each_kind_has_a_table():
    assert set(FOUND) == {kind.name for kind in KINDS}


@pytest.mark.parametrize("text", STAYS)
def test_what_only_looks_alike_stays(text):
    assert mask_text(text).text == text

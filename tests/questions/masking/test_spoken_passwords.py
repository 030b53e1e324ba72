"""Passwords beside a user name, and after more words of a sentence."""

from __future__ import annotations

import pytest

from kbtool.questions.masking import mask_text

MASKED = [
    ("login: dkramer / Hunter22x fails", "login: dkramer / <password> fails"),
    ("user jo pass Hunter22", "user jo pass <password>"),
    ("user: jo, pw Hunter22", "user: jo, pw <password>"),
    ("the password I use is hunter22", "the password I use is <password>"),
    ("temp password you sent: qX7!mmp2", "temp password you sent: <password>"),
    ("Passwort ist: Geheim99", "Passwort ist: <password>"),
    ("das Passwort, das ich nutze, ist Sommer2023!", "das Passwort, das ich nutze, ist <password>"),
    ("mot de passe : Soleil75", "mot de passe : <password>"),
    ("le mdp que j'utilise c'est Soleil75! et", "le mdp que j'utilise c'est <password> et"),
    ("contraseña: gatito87", "contraseña: <password>"),
    ("a senha que uso é flamengo81", "a senha que uso é <password>"),
    ("lösenordet är Midsommar9 men", "lösenordet är <password> men"),
]
STAYS = [
    *("the password is wrong", "the password I use is wrong", "password manager is 1Password"),
    *("password for Office365 is wrong", "the password you sent: please check 2 things"),
    *("login: Google / Facebook", "user password reset 2024", "login page / error 404"),
    *("the password I enter is 12 characters", "account 12345 / 67890", "user id / order123"),
]


@pytest.mark.parametrize(("text", "masked"), MASKED)
def test_passwords_in_sentences_are_masked(text, masked):
    assert mask_text(text).text == masked


@pytest.mark.parametrize("text", STAYS)
def test_what_is_said_of_passwords_stays(text):
    assert mask_text(text).text == text

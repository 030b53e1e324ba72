"""Names with which people introduce themselves, and fields that hold a name."""

from __future__ import annotations

import pytest

from kbtool.questions.masking import mask_text

MASKED = [
    ("This is Anna Berg, I lost my card", "This is <name>, I lost my card"),
    ("Hi this is Devika Raman and I cannot pay", "Hi this is <name> and I cannot pay"),
    ("This is Anna from Acme", "This is <name> from Acme"),
    ("I'm Devika Raman. I cannot pay", "I'm <name>. I cannot pay"),
    ("I’m Anna and I cannot pay", "I’m <name> and I cannot pay"),
    ("I'M ANNA BERG AND I LOST IT", "I'M <name> AND I LOST IT"),
    ("it's just me, Marianne Holt, again", "it's just me, <name>, again"),
    ("Anna here. I cannot pay", "<name> here. I cannot pay"),
    ("Hallo, hier ist Jutta Kranz, ich habe", "Hallo, hier ist <name>, ich habe"),
    ("Ich bin Jutta Kranz und habe", "Ich bin <name> und habe"),
    ("Je suis Camille Roussel, cliente", "Je suis <name>, cliente"),
    ("Soy Ana García y no puedo", "Soy <name> y no puedo"),
    ("Sono Marco Rossi, non riesco", "Sono <name>, non riesco"),
    ("Sou João Silva, não consigo", "Sou <name>, não consigo"),
    ("Ik ben Jan de Vries en ik", "Ik ben <name> en ik"),
    ("Moin, Frauke Petersen hier, ich", "Moin, <name> hier, ich"),
    ("Mein Name: Holger Dietz, ich", "Mein Name: <name>, ich"),
    ("la reserva a nombre de Lucía Navarro", "la reserva a nombre de <name>"),
    ("Why?\nRegards,\nDevika Raman", "Why?\nRegards,\n<name>"),
    ("Name: Anna", "Name: <name>"),
    ("Name: Devika Raman\nWhy?", "Name: <name>\nWhy?"),
    ("Name: Kranz\nTelefon: 0151 23456789", "Name: <name>\nTelefon: <phone>"),
    ("Name: Ocean Lab\nE-mail: a@b.example", "Name: <name>\nE-mail: <email>"),
    ("Prénom : Camille\nNom : Roussel", "Prénom : <name>\nNom : <name>"),
    ("Nombre: Ana García", "Nombre: <name>"),
    ("Cognome: Rossi", "Cognome: <name>"),
    ("Naam: Jan Jansen", "Naam: <name>"),
]
STAYS = [
    *("the server in the name of the host", "au nom de domaine", "Regards,\nthe team"),
    *("I'm Jordan based", "soy Premium", "Name: Team A"),
    *("I'm Dutch", "I'm Dutch and live here", "This is Zendesk", "This is Zendesk Support, how"),
    *(
        "This is Microsoft Teams, and I cannot",
        "This is Seriously Annoying. If I",
        "I'm Jordan based",
    ),
    *("I'm Having Trouble Logging In", "I AM LOCKED OUT", "This is Single Sign On, right", "I am"),
    *("I am New Zealand based", "I am Puerto Rican, I", "I'm Team Lead, I need", "It's Too Big"),
    *("This is Visual Studio Code, I need", "This is Outlook for Mac", "Thunderbird Profile here"),
    *(
        "Ich bin Premium Kunde und habe",
        "Ich bin Student und",
        "Je suis Français et",
        "soy Premium",
    ),
    *(
        "Name: Premium Plan",
        "Name: Production Server",
        "Name: Blue Widget\nPrice: 12",
        "Name: Team A",
    ),
    *("Name: Annual Report", "File name: Annual Report", "Name: Daily Export\nFormat: CSV"),
]


@pytest.mark.parametrize(("text", "masked"), MASKED)
def test_who_tells_a_name_is_masked(text, masked):
    assert mask_text(text).text == masked


@pytest.mark.parametrize("text", STAYS)
def test_what_is_told_and_no_name_stays(text):
    assert mask_text(text).text == text

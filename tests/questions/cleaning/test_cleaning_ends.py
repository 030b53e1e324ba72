"""What is polite, and what mail programs add, at the beginning and the end of a message."""

from __future__ import annotations

import pytest

from kbtool.questions.cleaning.greetings import strip_greetings
from kbtool.questions.cleaning.prefixes import strip_prefixes, strip_subject
from kbtool.questions.cleaning.signatures import strip_signatures
from kbtool.questions.cleaning.subject import join_subject

ASKED = "How do I change my address?"

GREETINGS = [
    *("Hi, ", "hi ", "Hello!\n", "Hey there - ", "Good morning, ", "Dear Sir or Madam,\n\n"),
    *("Hi Ann, ", "Dear Ann Smith,\n", "Hello Support Team:\n", "Hi.\nI hope you are well. "),
    *("Hallo, ", "Guten Tag,\n", "Sehr geehrte Damen und Herren,\n", "Hallo zusammen!\n", "Moin "),
    *("Bonjour, ", "Bonjour Madame, ", "Hola, ", "Buenos días, ", "Ciao, ", "Buongiorno,\n"),
    *("Olá, ", "Bom dia! ", "Goedemorgen, ", "Beste,\n", "Thanks for your reply. ", "Hi 👋 "),
]
THANKS = [
    *(" Urgent!!", " as soon as possible please", " asap", " It's urgent."),
    *(" gracias", " thanks a lot", " Es urgente", " asap please", " Bitte dringend!"),
    *(" Thanks", " thanks!", "\nThanks in advance.", " Many thanks :)", "\n\nThank you very much!"),
    *(" Any help would be appreciated. Thanks", " Please help!", " Thank you 🙏", " Cheers!"),
    *(" Danke", " Vielen Dank im Voraus!", " Merci d'avance.", " Gracias", " ¡Muchas gracias!"),
    *(" Grazie mille", " Obrigado!", " Alvast bedankt", "\nBitte um Hilfe!", " Have a nice day."),
]


@pytest.mark.parametrize("greeting", GREETINGS)
def test_greetings_are_taken_off(greeting):
    assert strip_greetings(greeting + ASKED) == ASKED


@pytest.mark.parametrize("thanks", THANKS)
def test_thanks_are_taken_off(thanks):
    assert strip_greetings(ASKED + thanks) == ASKED


def test_greetings_in_a_row_are_taken_off():
    text = "Hello,\nGood morning.\nHow are you?\n" + ASKED + " Please help. Many thanks! Thanks"
    assert strip_greetings(text) == ASKED


@pytest.mark.parametrize(
    "text",
    [
        *("hello world example", "hi res images", "hey", "Hi!", "hello.com is down"),
        *("good morning message", "how are you billed", "thank you page is blank", "dear"),
        *("what is meant by asap", "mark my ticket: urgent", "delivery - as soon as possible"),
        *("what does the label mean: urgent", "what do you mean asap", "it says “urgent”"),
        *("what is asap", "is it urgent", "my case is urgent", "asap"),
        *("how do I say thanks", "add a letter of thanks", "where do I write thank you", "thanks"),
        *(
            "no thanks",
            "our cheers",
            "thanks for nothing",
            "help me",
            "Hello Fresh box",
            "Hi-fi set",
        ),
    ],
)
def test_words_of_greeting_that_are_the_matter_stay(text):
    assert strip_greetings(text) == text


SIGNATURES = [
    *("\n-- \nAnn Smith\nExample Ltd.\nwww.example.com", "\n--\nAnn", "\nSent from my iPhone"),
    *(" Sent from my iPhone", "\nSent from Outlook for iOS", "\nGet Outlook for Android"),
    *("\nSent from Yahoo Mail on Android", "\nGesendet von meinem iPhone", "\nGesendet mit GMX"),
    *("\nVon meinem iPad gesendet", "\nEnvoyé de mon iPhone", "\nEnviado desde mi iPhone"),
    *("\nInviato da iPhone", "\nEnviado do meu iPhone", "\nVerzonden vanaf mijn iPhone"),
    *(
        "\nBest regards,\nAnn",
        "\nKind regards\n\nAnn Smith\nHead of Sales\n+49 30 1234",
        " Regards",
    ),
    *(" Thanks, Ann", "\nThank you!\nAnn", " Many thanks. Ann Smith.", "\n- Ann", " Cheers Ann"),
    *("\nMit freundlichen Grüßen\nAnn Schmidt", " MfG", "\nLG Ann", "\nCordialement,\nAnne"),
    *(
        "\nSaludos cordiales\nAna",
        "\nCordiali saluti",
        "\nAtenciosamente,\nAna",
        "\nGroetjes, Anne",
    ),
    *("\nThanks & regards,\nAnn", "\nSent from my phone\nSent from my phone"),
    " Kind regards, Ann Smith | Head of Sales | Example Ltd. | +49 30 1234 | www.example.com",
    "\nBest,\nAnn",
    "\n\nThanks\nAnn Smith\n+49 30 1234",
    "\nThank you.\nAnn\nExample Ltd\nwww.example.com",
    "\nMany thanks in advance\nAnn Smith\n12 Bell Street, London",
    "\nDanke\nAnn Schmidt\n<phone>",
    "\nKR\nAnn Smith\n+49 30 1234",
    "\nThis e-mail and any attachments are confidential. If you are not the addressee, delete it.",
    "\nCONFIDENTIALITY NOTICE: what stands here is for the addressee alone.",
    "\nDiese E-Mail enthält vertrauliche Angaben. Sie ist nur für den Empfänger bestimmt.",
    "\nCe message et ses pièces jointes sont confidentiels et destinés à son seul destinataire.",
]


@pytest.mark.parametrize("signature", SIGNATURES)
def test_signatures_are_taken_off(signature):
    assert strip_signatures("My old address is shown. " + ASKED + signature).endswith(ASKED)


@pytest.mark.parametrize(
    "text",
    [
        *("Best regards", "Sent from my iPhone", "-- \nAnn", "Regards, Ann Smith"),
        *("How do I remove sent from my iPhone", "How do I send Christmas wishes", "a -- b"),
        "Add a line.\n--\nIs that enough?" + " It is long." * 200,
        "How do I add a confidentiality notice to the bottom of each e-mail that we send to them?",
        "It does not work.\nThanks\nWindows 10, version 115\nno add-ons",
        "It costs 20\nKR\nHow do I pay less",
        "It does not work.\nThanks\nApp crashes\nVersion 5.1",
        "I cannot pay.\nThanks\nPayPal\nsays that it was refused",
        "I got no answer. Best regards are at the end and Yours Truly waits.",
        "The Get Mail button is grey. Get Mail does not work either.",
    ],
)
def test_what_is_no_signature_stays(text):
    assert strip_signatures(text) == text


@pytest.mark.parametrize(
    "prefix",
    [
        *(
            "Re: ",
            "RE:",
            "re : ",
            "Fwd: ",
            "FW: ",
            "AW: ",
            "WG: ",
            "TR: ",
            "RV: ",
            "Antw: ",
            "Re[2]: ",
        ),
        *(
            "[#123] ",
            "[#AB-123]: ",
            "[Ticket #12] ",
            "[Case: 00123] ",
            "(#12345) ",
            "Ticket #123: ",
        ),
        *("#12345 - ", "[EXTERNAL] ", "Re: AW: Fwd: [#123] Re: "),
    ],
)
def test_prefixes_are_taken_off(prefix):
    assert strip_prefixes(prefix + "Old address") == "Old address"


@pytest.mark.parametrize(
    "text",
    [
        *("Re:", "[#123]", "re-order a card", "Return: how?", "Fw update fails", "[404] page"),
        *(
            "[email] is wrong",
            "#1 problem",
            "tr: what is it",
            "Reset: how",
            "Ticket prices: where?",
        ),
    ],
)
def test_what_only_looks_like_a_prefix_stays(text):
    assert strip_prefixes(text) == text


def test_numbers_at_the_end_of_a_subject_are_taken_off():
    assert strip_subject("Re: Old address [#123]") == "Old address"
    assert strip_subject("Old address (Ticket #123)") == "Old address"
    assert strip_subject("Error (404)") == "Error (404)"


@pytest.mark.parametrize(
    ("subject", "text", "joined"),
    [
        ("Old address", ASKED, f"Old address.\n{ASKED}"),
        ("Old address?", ASKED, f"Old address?\n{ASKED}"),
        ("AW: Fwd: Old &amp; new [#123]", ASKED, f"Old & new.\n{ASKED}"),
        ("Re: change address", ASKED, ASKED),
        ("About your address", ASKED, ASKED),
        ("Help", ASKED, ASKED),
        ("(no subject)", ASKED, ASKED),
        ("", ASKED, ASKED),
        ("Re: ", ASKED, ASKED),
        ("Hi, how do I change my addr...", ASKED, ASKED),
        ("How do I change a card", ASKED, f"How do I change a card.\n{ASKED}"),
        ("Conversation with Web User 5f3a", ASKED, ASKED),
        ("Old address", "", "Old address"),
        ("Question", " ", "Question"),
    ],
)
def test_a_subject_is_joined_where_the_text_lacks_it(subject, text, joined):
    assert join_subject(subject, text) == joined

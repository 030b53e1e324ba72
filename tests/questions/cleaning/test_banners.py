"""Lines that servers and help desks set into mails, and words that only point to what is below."""

from __future__ import annotations

from time import process_time

import pytest

from kbtool.questions.cleaning import clean_question

ASKED = "How do I unblock my card?"
BANNERS = [
    "Caution: This email originated from outside of the organization. Do not click links.",
    "[EXTERNAL] This message came from outside our company.",
    "ACHTUNG: Diese E-Mail stammt von einem externen Absender.",
    "##- Please type your reply above this line -##",
    "[cid:image001.png@01D]",
    "[image: logo]",
    "[https://a.example/logo.png]<https://a.example>",
]
BELOW = [
    "Virus-free. www.avast.example",
    "This email is a service from Example. Delivered by Zendesk",
]


@pytest.mark.parametrize("banner", [*BANNERS, *BELOW])
def test_lines_of_mail_programs_go(banner):
    cleaned = clean_question(f"{ASKED}\n\n{banner}")
    assert (cleaned.text, "lines of mail programs" in cleaned.steps) == (ASKED, True)
    if banner in BANNERS:
        assert clean_question(f"{banner}\n{ASKED}").text == ASKED


@pytest.mark.parametrize(
    "line",
    [
        "External links open in the app",
        "Warning: the fan is loud",
        "https://a.example/page stays blank",
        "[https://a.example/page] stays blank",
        "## My heading ## stays",
        "Virus-free files are deleted",
        "Caution is what the screen says",
    ],
)
def test_what_customers_write_about_such_lines_stays(line):
    assert line in clean_question(f"{line}\nand nobody answers").text


HEADERS = "From: Ann <a@x.example>\nSent: Monday\nTo: Support\nSubject: Card"
QUOTED = f"-----Original Message-----\n{HEADERS}\n\n{ASKED}"


@pytest.mark.parametrize(
    "above",
    [
        "Hi\n\nplease see below",
        "Please see the mail below",
        "FYI, forwarded message",
        "Siehe unten",
    ],
)
def test_what_words_only_point_to_is_the_question(above):
    assert clean_question(f"{above}\n\n{QUOTED}").text.startswith(ASKED)


@pytest.mark.parametrize(
    "above",
    ["The fee below is wrong, see my account", "Is it the message below?", "My parcel never came"],
)
def test_what_says_something_is_the_question_itself(above):
    assert clean_question(f"{above}\n\n{QUOTED}").text == above


@pytest.mark.parametrize(
    "piece", ["\n[cid:", "\n##- a", "\ncaution: ", "caution ", "\nexternal : "]
)
def test_time_grows_with_the_text_alone(piece):
    start = process_time()
    clean_question("How do I pay\n" + piece * (200_000 // len(piece)))
    assert process_time() - start < 10

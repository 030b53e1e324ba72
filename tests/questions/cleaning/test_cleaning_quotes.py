"""Earlier messages below and between the lines of a message."""

from __future__ import annotations

import pytest

from kbtool.questions.cleaning.quoted_html import strip_quoted_html
from kbtool.questions.cleaning.quotes import strip_quotes

ASKED = "How do I change the address of an order?"
HEADERS = "From: Support\nSent: Monday, 3 March 2025 10:00\nTo: Ann\nSubject: Your order\n\n"

CUT = {
    "marked lines": "\n> Hello Ann,\n> your order is on its way.",
    "marked lines of two levels": "\n>> Hello\n> and hello\n>",
    "English": "\n\nOn Mon, 3 Mar 2025 at 10:00, Support <help@example.com> wrote:\nHello Ann",
    "English, wrapped": "\nOn Mon, 3 Mar 2025 at 10:00, Support\n<a@example.com> wrote:\n> Hello",
    "German": "\nAm 03.03.2025 um 10:00 schrieb Support:\nGuten Tag",
    "French": "\nLe lun. 3 mars 2025 à 10:00, Support <a@example.com> a écrit :\nBonjour",
    "Spanish": "\nEl lun, 3 mar 2025 a las 10:00, Ayuda (<a@example.com>) escribió:\nHola",
    "Italian": "\nIl giorno lun 3 mar 2025 alle ore 10:00 Ann ha scritto:\nCiao",
    "Portuguese": "\nEm seg., 3 de mar. de 2025 às 10:00, Ann escreveu:\nOlá",
    "Dutch": "\nOp ma 3 mrt 2025 om 10:00 schreef Ann <a@example.com>:\nHallo",
    "original message": "\n\n-----Original Message-----\nFrom: Support\nYour order",
    "original, German": "\n-----Ursprüngliche Nachricht-----\nVon: Hilfe\nIhre Bestellung",
    "Outlook": "\n\n" + HEADERS + "Your order is on its way.",
    "Outlook, German": "\nVon: Hilfe\nGesendet: Montag\nAn: Ann\nBetreff: Bestellung\n\nUnterwegs.",
    "Outlook, bold": "\n*From:* Support\n*Sent:* Monday\n*To:* Ann\n*Subject:* Order\nOn its way.",
    "joined lines": " On Mon, 3 Mar 2025 at 10:00, Support wrote: Hello Ann",
    "joined original": " -----Original Message----- From: Support Your order is on its way",
    "joined headers": " From: Support Sent: Monday To: Ann Subject: Your order Hello",
}


@pytest.mark.parametrize("below", CUT.values(), ids=CUT)
def test_what_stands_below_is_cut(below):
    assert strip_quotes(ASKED + below) == ASKED


KEPT = {
    "a step of a path": "I open Settings\n> Accounts\nand see nothing",
    "a comparison": "It fails where\n> 5 rows are there",
    "wrote in a sentence": "On the last page I wrote: thanks. Where is it?",
    "wrote without a date": "On our forum somebody wrote:\ntry again. What is meant?",
    "a single header": "From: which address are mails sent?",
    "two headers of a form": "Subject: Refund\nDate: 3 March\nWhere is my refund?",
    "a rule": "First part\n----------\nSecond part",
    "only quoted": "> How do I pay?\n> With a card?",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_what_is_no_earlier_message_stays(text):
    assert strip_quotes(text) == text


def test_answers_between_quoted_lines_are_kept():
    text = "On 3 Mar 2025 Support wrote:\n> Which order?\nOrder 12.\n> Which address?\nThe new one."
    assert strip_quotes(text).split() == "Order 12. The new one.".split()


@pytest.mark.parametrize("above", ["", "See below\n\n", "FYI\n"])
@pytest.mark.parametrize("mark", ["---------- Forwarded message ---------\n", HEADERS, ""])
def test_what_is_passed_on_loses_its_headers_alone(above, mark):
    text = f"{above}{mark}{'' if mark == HEADERS else HEADERS}{ASKED}"
    assert strip_quotes(text).split() == (above + ASKED).split()


HTML = {
    "Gmail": '<div class="gmail_quote"><div>On Monday Support wrote:<div>Hello</div></div></div>',
    "Apple Mail": '<blockquote type="cite"><p>Hello</p><blockquote>Hi</blockquote></blockquote>',
    "Yahoo": '<div id="ydp1" class="yahoo_quoted"><div>Hello</div></div>',
    "Outlook": '<div id="divRplyFwdMsg"><b>From:</b> Support</div><div>Hello</div>',
    "never closed": "<blockquote><p>Hello</p>",
}


@pytest.mark.parametrize("quoted", HTML.values(), ids=HTML)
def test_quoting_elements_are_cut(quoted):
    cut = strip_quoted_html(f"<p>{ASKED}</p>{quoted}")
    assert ASKED in cut
    assert "Hello" not in cut
    assert "Support" not in cut


def test_what_stands_behind_a_quoting_element_is_kept():
    assert "After" in strip_quoted_html("<p>A</p><blockquote>Hello</blockquote><p>After</p>")


@pytest.mark.parametrize("text", ["<blockquote>How do I pay?</blockquote>", "the blockquote tag"])
def test_html_that_is_all_quoted_or_none_stays(text):
    assert strip_quoted_html(text) == text

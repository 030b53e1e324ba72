"""Texts that programs, advertisers and visiting cards write, and look-alikes that customers do."""

from __future__ import annotations

from time import process_time

import pytest

from kbtool.questions.cleaning import clean_question
from kbtool.questions.noise import NOISE, find_noise

NOISY = {
    "greeting or thanks only": [
        "Guten Tag, vielen Dank!",
        "Bonjour, merci beaucoup.",
        "Hola! Gracias",
        "Buongiorno, grazie mille, cordiali saluti",
        "Hi, can you help me please? Thanks",
        "ok danke",
        "Obrigado!",
    ],
    "name or contact data only": [
        "ann.example@example.com",
        "My e-mail is ann@example.org.",
        "[email]",
        "email: [email], phone [phone]",
        "Susan Miller",
        "Hans Peter Schmidt",
        "Regards, Susan Miller",
    ],
    "line of a mail program only": [
        "Sent from my iPhone",
        "Von meinem iPhone gesendet",
    ],
    "a sign for a missing value": ["NULL", "N/A", "nan", "#REF!", "undefined", "[object Object]"],
    "automatic reply": [
        "I am out of the office until Monday.",
        "Ich bin bis 12. August nicht im Büro",
        "Automatic reply: Your order 12 Thank you for your message.",
        "Out of office: Re: your invoice",
        "Out-of-Office Reply: Order 12",
        "Abwesenheitsnotiz: Bestellung. Ich bin nicht im Haus.",
        "Réponse automatique : commande",
        "Thank you for your e-mail. I am out of the office. In urgent cases write to a colleague.",
        "I'm currently on annual leave with limited access to mail and will reply on Monday.",
        "Our office is closed. We will get back to you on Tuesday.",
        "Ich bin bis zum 3. März nicht im Büro und danach wieder für Sie erreichbar.",
        "Je suis actuellement en congé, de retour le 3 mars.",
        "Estoy fuera de la oficina hasta el 3 de marzo.",
        "This is an automated response. Please do not reply.",
        "Dies ist eine automatisch generierte E-Mail.",
        "Undelivered Mail Returned to Sender. The message could not be delivered.",
        "Delivery Status Notification (Failure) The following message was not delivered.",
        "Mail delivery failed: This message was created automatically by mail delivery software.",
    ],
    "message of a help desk": [
        "This ticket was merged into #1234.",
        'Request #12 "Lost card" was closed and merged into this request. Last comment: see there',
        "This request was closed.",
        "Conversation was automatically closed due to inactivity",
        "Ticket #99 has been assigned to Billing",
        "The case has been marked as solved by Ann Miller.",
        "Voicemail from: Caller +49 30 123456 (Berlin, Germany)",
        "Conversation with Web User 5f3a9c",
        "Chat started on 03.03.2025 10:00",
    ],
    "spam": [
        "WIN a FREE iPhone now! http://prize.example/claim",
        "WIN a FREE iPhone",
        "CONGRATULATIONS! You have WON a $1000 gift card, click here",
        "Congratulations, you have won! Claim your prize at https://win.example",
        "Hi, I came across your website. We offer SEO services and build backlinks for it.",
        "Would you be interested in a guest post with a dofollow link on your blog?",
        "We can improve your Google ranking and bring organic traffic. What do you say?",
        "You have been selected! Our bitcoin platform gives guaranteed returns, click here.",
        "You have won the lottery, two million dollars. Contact us on WhatsApp",
        "Cheap [url=http://a.example]pills[/url] and [url=http://b.example]more[/url]",
        "http://a.example http://b.example http://c.example http://d.example http://e.example buy",
    ],
}


@pytest.mark.parametrize(
    ("reason", "text"), [(reason, text) for reason, texts in NOISY.items() for text in texts]
)
def test_noise_has_its_reason(reason, text):
    assert find_noise(clean_question(text).text) == reason


QUESTIONS = [
    # About mail and replies.
    "How do I set an automatic reply: it goes out twice?",
    "automatic reply does not work",
    "out of office message",
    "I am on vacation and my card was declined. I need cash until Monday.",
    "I am out of the office and cannot reach the app",
    "We are on holiday and will be back on Monday, can you hold the parcel?",
    "Undelivered Mail Returned to Sender. I get this for all my mails.",
    "mail delivery failed",
    "Delivery failed, the parcel could not be delivered",
    "Your site says: This is an automated message. I want to speak to a person.",
    "null",
    "NULL values in my export",
    "none",
    "remove Sent from my iPhone",
    "sent from my iphone",
    # About tickets.
    "This ticket was closed but nothing works",
    "My ticket was closed.",
    "merge tickets",
    "Ticket was closed without an answer to the question that I asked",
    "Case was delivered broken",
    "call from unknown number",
    "Chat with a person",
    "Conversation with support is gone",
    "This request was closed. Why?",
    # About what spam is about.
    "How do I see backlinks and the domain authority of my page?",
    "Can I buy bitcoin with my card, or another crypto coin?",
    "bitcoin",
    "Do you offer loans?",
    "I visited your website and could not find the prices",
    "We want to improve our Google ranking with your tool",
    "Links: https://a.example/1 and https://a.example/2 show an old page, and so on",
    "I am out of the office until Monday and my parcel comes today",
    "I am on holiday until Monday please hold my parcel",
    "Get a FREE card",
    "WON a voucher in the game, where is it?",
    "The FREE card that I was to WIN never came",
    "GET A FREE REFUND NOW",
    # About people and addresses.
    "Apple Pay",
    "Gift Card",
    "Mark as read",
    "Peter Pan costume",
    "Where is Susan Miller?",
    "Anna",
    "thomas cook",
    "change e-mail to ann@example.com",
    "ann@example.com is not recognised",
    "[email] does not arrive",
    "help",
]


@pytest.mark.parametrize("text", QUESTIONS)
def test_what_a_customer_may_ask_is_kept(text):
    assert find_noise(clean_question(text).text) == ""


def test_reasons_are_different():
    reasons = [reason for reason, _ in NOISE]
    assert len(set(reasons)) == len(reasons)
    assert reasons[0] == "empty", "all other reasons may take letters for granted"


@pytest.mark.parametrize(
    "piece",
    [
        "hi ",
        "i am ",
        "this ticket ",
        "ich bin a ",
        "http://a ",
        "a@",
        "[email] ",
        "office ",
        "seo ",
    ],
)
def test_time_grows_with_the_text_alone(piece):
    text = piece * (300_000 // len(piece))
    start = process_time()
    find_noise(text)
    assert process_time() - start < 10


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Grand total", "total of a report"),
        ("(Other)", "rare searches that a report puts together"),
        ("(not set)", "searches whose term a report does not give"),
        ("(not provided)", "searches whose term a report does not give"),
    ],
)
def test_sums_of_reports_are_no_questions(text, reason):
    assert find_noise(text) == reason


@pytest.mark.parametrize("text", ["grand total on my bill", "other", "what does (not set) mean"])
def test_words_that_sums_use_may_be_asked_about(text):
    assert find_noise(text) == ""

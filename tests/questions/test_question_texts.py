"""What is taken out of a text, and which texts are left out as noise."""

from __future__ import annotations

import pytest

from kbtool.questions.cleaning import clean_text
from kbtool.questions.noise import find_noise

TEXTS = {
    "white space": (" How \t do\r\n\r\nI\u00a0pay\u2028? ", "How do I pay ?"),
    "controls": ("How\x00 do\x07 I\x1b[1m pay?\x7f\x9b", "How do I pay?"),
    "direction and width": ("Pay\u202e\u2066 my\u200b bi\u00adll\ufeff\U000e0041?", "Pay my bill?"),
    "joined emoji and Persian": ("👩\u200d💻 می\u200cخواهم", "👩\u200d💻 می\u200cخواهم"),
    "paragraphs": ("<p>Hi</p><p>How do <b>I</b> p<i>a</i>y?</p>", "Hi How do I pay?"),
    "line breaks": ("One<br>two<BR/>three<br />four", "One two three four"),
    "attributes": ('<div class="a"><a href="x?a=1&amp;b">Pay</a> now</div>', "Pay now"),
    "style, script and comment": (
        "<style>p {color: red}</style><!-- <p> --><p>Pay</p><script>if (a < b) {}</script>",
        "Pay",
    ),
    "comment never closed": ("<p>Pay</p><!-- later", "Pay <!-- later"),
    "entities": (
        "<p>Can&#8217;t pay &amp; print&nbsp;&mdash; why&hellip;</p>",
        "Can’t pay & print — why…",
    ),
    "entities without tags": (
        "Pay &amp; print &quot;bill&quot; &#39;A&#39;",
        "Pay & print \"bill\" 'A'",
    ),
    "escaped twice": ("Use &amp;lt; here", "Use < here"),
    "escaped as a whole": ("&lt;p&gt;Pay &amp;amp; print&lt;/p&gt;", "Pay & print"),
    "escaped tags": ("<p>Where does &lt;br&gt; go?</p>", "Where does ‹br› go?"),
    "a tag as a subject": ("The <s> tag and <b> in my text", "The <s> tag and <b> in my text"),
    "an entity as a subject": ("What is &nbsp; for?", "What is &nbsp; for?"),
    "no tag": (
        "If a < b and c > d, or <name@example.com>",
        "If a < b and c > d, or <name@example.com>",
    ),
    "ampersands": ("AT&T, R&D; Q&A", "AT&T, R&D; Q&A"),
    "impossible entities": (
        "<p>&#99999999999;&#x110000;&#0;&nosuch;</p>",
        "&#99999999999;��&nosuch;",
    ),
    "lone surrogate": ("a \udcff b", "a \ufffd b"),
    "letters that grow when lowered": ("<p>İİ</p><!-- x --><p>b</p>", "İİ b"),
}


@pytest.mark.parametrize(("text", "cleaned"), TEXTS.values(), ids=TEXTS)
def test_a_text_is_cleaned(text, cleaned):
    assert clean_text(text) == cleaned


@pytest.mark.parametrize("text", ["<p>" * 100_000, "<" * 300_000, "&" * 300_000, "<!--" * 100_000])
@pytest.mark.parametrize("end", ["", "</p>"])
def test_cleaning_ends_on_texts_made_to_hang_it(text, end):
    assert len(clean_text(text + end)) <= len(text) + 4


NOISY = {
    "empty": ["", "   ", "\u200b", "<p></p>", "&#8203;<br>"],
    "no letters": ["?", "???", "123", "+49 30 1234", "👍", "...", "404", "<p>1</p>"],
    "greeting or thanks only": [
        *("hi", "Hi!", "HELLO", "Hey there :)", "Good morning", "hi there, good morning!"),
        *("thanks", "Thank you!", "thx", "Thank you so much 🙏", "Thanks, have a nice day."),
        *("ok thanks", "Hello, thank you in advance. Kind regards", "You’re welcome", "yes", "bye"),
    ],
    "too short": ["a", "ab", "x?", "G2", "é", "!!! q"],
    "keys struck in a row": [
        "asdf",
        "Asdf asdf",
        "asdfas",
        "lkjh!",
        "dfgdfg",
        "qwertyuiop",
        "yxcv",
    ],
}


@pytest.mark.parametrize(
    ("reason", "text"), [(reason, text) for reason, texts in NOISY.items() for text in texts]
)
def test_noise_is_left_out_with_its_reason(reason, text):
    assert find_noise(clean_text(text)) == reason


QUESTIONS = [
    *("refund", "2FA", "VPN", "bug", "a b", "my bill?", "退款", "환불", "คืนเงิน", "पैसे", "वापसी"),
    *("hi, where is my bill?", "thank you page is blank", "hello world example", "help", "Hi help"),
    *(
        "thanks for nothing",
        "ok button",
        "no reply",
        "how are you billed",
        "good",
        "error 0x80070005",
    ),
    *("morning shift", "yes or no questions", "see you page", "best practice", "dear", "test"),
    *("qwerty", "AZERTY", "were", "zero", "property", "asd", "asdf.csv", "asdf does not work"),
]


@pytest.mark.parametrize("text", QUESTIONS)
def test_what_may_be_a_question_is_kept(text):
    assert find_noise(text) == ""


def test_a_long_row_of_greetings_is_taken_for_a_text():
    assert find_noise("hi " * 70) == ""

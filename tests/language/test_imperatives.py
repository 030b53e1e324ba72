"""Which English sentences tell the reader to do something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbtool.language.imperatives import imperative_verb, is_step, starts_with_imperative
from kbtool.model import MASK


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Select Save.", "select"),
        ("Then select Save.", "select"),
        ("Next, open the app.", "open"),
        ("Finally, and carefully, close the lid.", "close"),
        ("And then click the button", "click"),
        ("To change your PIN, open the app.", "open"),
        ("On the Cards page, tap Freeze.", "tap"),
        ("In the menu, choose Tools > Board.", "choose"),
        ("If the light is red, yellow or green, unplug the board.", "unplug"),
        ("If it fails, then restart it.", "restart"),
        ("1. Go to Settings", "go"),
        ("Step 2: Sign in to your account", "sign"),
        ("(Optional) Enter a name", "enter"),
        ("Please contact us.", "contact"),
        ("Double-click the file", "double-click"),
        ("Right-click it", "right-click"),
        ("Back up your data", "back"),
        ("Copy, paste and share your sketch", "copy"),
        (f"Run {MASK * 5}", "run"),
        ("“Open the app", "open"),
        ("Select Forgot password?", "select"),
        ("Click Save if it is enabled.", "click"),
        ("Log in to the site", "log"),
        ("Make sure the battery is charged", "make"),
        ("Reset your password", "reset"),
        ("Temporarily disable the firewall", "disable"),
        ("Double-tap the reset button", "double-tap"),
        ("Do one of the following:", "do"),
        ("Note the serial number.", "note"),
        ("Customise the look", "customise"),
    ],
)
def test_verb_is_found_behind_whatever_leads_in(sentence, verb):
    assert imperative_verb(sentence) == verb


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "?!",
        "Save",
        "Settings",
        "You can select a plan.",
        "Selecting a plan takes a minute.",
        "Open source software is free.",
        "Log files are kept for a year.",
        "Press releases are published weekly.",
        "Sign in is required.",
        "Set-up takes a minute.",
        "Check-in opens at noon.",
        "Contact: help@example.com",
        "Order status",
        "Transfer limits",
        "Return policy",
        "Use of cookies",
        "Forget your password?",
        "Open on Sundays?",
        "Do not unplug the board.",
        "Don't close the window.",
        "Back to school",
        "To save, you need an account.",
        "If you go to Settings, open tabs are closed.",
        "In the app, it opens.",
        "The button opens the menu.",
        "If you select the board, and begin the upload, but it fails, the cable may be loose.",
        "Note that the board restarts.",
        "Order processing",
    ],
)
def test_statement_label_question_and_prohibition_are_no_imperatives(sentence):
    assert not starts_with_imperative(sentence)


def test_step_is_done_with_hands():
    assert is_step("Then click Save.")
    assert not is_step("Learn about refunds.")


@given(st.text(max_size=200))
def test_any_text_is_judged_without_an_error(sentence):
    assert starts_with_imperative(sentence) == bool(imperative_verb(sentence))


@pytest.mark.parametrize("sentence", ["Select Save", "Order status", "Open the app"])
def test_verdict_does_not_depend_on_white_space_around(sentence):
    assert imperative_verb(f"  {sentence}\n") == imperative_verb(sentence)

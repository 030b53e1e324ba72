"""Words that English writes in two ways, or has two of for one thing."""

from __future__ import annotations

GROUPS = (
    (
        "log in / logs in / logged in / logging in",
        "sign in / signs in / signed in / signing in",
        "log on / logs on / logged on / logging on",
    ),
    ("email / emails / emailed / emailing", "e-mail / e-mails / e-mailed / e-mailing"),
    ("website / websites", "web site / web sites"),
    ("drop-down / drop-downs", "dropdown / dropdowns"),
    ("checkbox / checkboxes", "check box / check boxes", "tick box / tick boxes"),
    ("username / usernames", "user name / user names", "user-name / user-names"),
    ("Wi-Fi", "WiFi"),
    ("home page / home pages", "homepage / homepages"),
    ("file name / file names", "filename / filenames"),
    ("plug-in / plug-ins", "plugin / plugins"),
    ("pop-up / pop-ups", "popup / popups"),
    ("add-on / add-ons", "addon / addons"),
    ("cancelled / cancelling", "canceled / canceling"),
    (
        "customise / customises / customised / customising",
        "customize / customizes / customized / customizing",
    ),
    ("organisation / organisations", "organization / organizations"),
)
"""Variants of each; forms of a variant in one order, so that one can stand for the other."""

VERBS = {
    "login to": "log in to",
    "login with": "log in with",
    "login using": "log in using",
    "logout of": "log out of",
    "logout from": "log out from",
    "signup for": "sign up for",
    "setup the": "set up the",
    "setup your": "set up your",
    "setup a": "set up a",
    "setup an": "set up an",
    "backup the": "back up the",
    "backup your": "back up your",
    "shutdown the": "shut down the",
    "shutdown your": "shut down your",
    "checkout the": "check out the",
}
"""Nouns used as verbs, with the word behind them, and what to write instead."""

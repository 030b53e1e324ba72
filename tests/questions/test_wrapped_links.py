"""Links of agents out of what mail programs, campaigns and sign-ins wrap them in."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from kbtool.questions.talks.addresses import strip_addresses

ARTICLE = "https://help.example.com/hc/en-us/articles/36001-Get-a-refund"
QUOTED = quote(ARTICLE, safe="")
PROOFPOINT = ARTICLE.replace("-", "-2D").replace(":", "-3A").replace("/", "_")

FORMS = {
    "as it is": ARTICLE,
    "an anchor": f"{ARTICLE}#comment_555",
    "keys of a campaign": f"{ARTICLE}?utm_source=mail&auth_token=abc",
    "Outlook": f"https://eur01.safelinks.protection.outlook.com/?url={QUOTED}&data=05%7Canna",
    "Google": f"https://www.google.com/url?q={QUOTED}&sa=D",
    "Proofpoint 2": f"https://urldefense.proofpoint.com/v2/url?u={PROOFPOINT}&d=DwMF&c=x",
    "Proofpoint 3": f"https://urldefense.com/v3/__{ARTICLE}__;!!Abc!x$",
    "Barracuda": f"https://linkprotect.cudasvc.com/url?a={QUOTED}&c=E,1,x",
    "a sign-in": f"https://help.example.com/hc/en-us/signin?return_to={QUOTED}",
    "a campaign": f"https://click.mail.example/ls?u={quote(ARTICLE + '?utm_id=4', safe='')}",
    "twice": "https://www.google.com/url?q="
    + quote(f"https://click.mail.example/ls?url={QUOTED}&key=1", safe=""),
    "an archive": f"https://archive.example/web/2026/{ARTICLE}",
    "with its own query": f"https://archive.example/web/2026/{ARTICLE}?auth=abc",
}


@pytest.mark.parametrize("link", FORMS.values(), ids=FORMS)
def test_an_address_is_taken_out_of_what_wraps_it(link):
    assert strip_addresses([link]) == (ARTICLE,)


PLAIN = {
    "36001": "36001",
    "refunds?": "refunds?",
    "/hc/articles/36001?x=1": "/hc/articles/36001",
    "https://help.example.com/search?q=refund": "https://help.example.com/search",
    "https://help.example.com/go?to=/articles/1": "https://help.example.com/go",
    "http://[": "http://[",
    "http://[?url=https://a.example": "http://[",
}


@pytest.mark.parametrize(("link", "kept"), PLAIN.items(), ids=PLAIN)
def test_what_wraps_nothing_loses_its_query_alone(link, kept):
    assert strip_addresses([link]) == (kept,)


def test_addresses_inside_one_another_without_end_are_left_after_some():
    link = "https://a.example/?url="
    for _ in range(30):
        link = "https://a.example/?url=" + quote(link, safe="")[:3_000]
    assert "?" not in strip_addresses([link])[0]

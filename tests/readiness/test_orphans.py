"""Articles that nothing leads to: no section, no question, no view, no link in any form."""

import pytest
from measured import make_group, measure_all

from kbtool.model import Question

ONE = "# Reset your passcode\n\nReset the passcode in the app, as [fees](../money/fees.md) say.\n"
TWO = "# Pay the fees\n\nPay the fees as [passcodes](../cards/reset.md) say.\n"
TEXTS = {"help/cards/reset.md": ONE, "help/money/fees.md": TWO}
LOG = tuple(Question(f"q{number}", "how do I pay") for number in range(4))
HELLO = "# Say hello\n\nHello to all of you.\n"


def answer(texts, **rest):
    criterion = measure_all(texts, questions=LOG, **rest)["K07"]
    return criterion.answer, criterion.evidence


def test_articles_that_nobody_asks_links_to_or_views_are_orphans():
    assert answer(TEXTS)[0] == "yes"
    lonely = {**TEXTS, "help/lonely.md": HELLO}
    found, evidence = answer(lonely)
    assert found == "no"
    assert "1 of 3 articles stands in no section" in evidence
    assert "“Say hello”" in evidence
    assert answer(lonely, groups=[make_group("hello", "lonely")])[0] == "yes"
    for field in ("views: 3", "section: Greetings", "section_id: 360001"):
        shelved = lonely | {"help/lonely.md": f"---\n{field}\n---\n{HELLO}"}
        assert answer(shelved)[0] == "yes", field


def test_what_is_reached_through_its_section_alone_is_counted_and_no_orphan():
    found, evidence = answer({**TEXTS, "help/cards/hello.md": HELLO})
    assert found == "yes"
    assert "1 of 3 articles by browsing their section alone" in evidence
    assert "first “Say hello”" in evidence


def head(**fields):
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in fields.items()) + "---\n"


ZENDESK = "https://support.example.com/hc/en-us/articles/360018628960-Say-hello"
INTERCOM = "https://help.example.com/en/articles/8675309-say-hello"
FRESHDESK = "https://acme.freshdesk.com/support/solutions/articles/50000011712-say-hello"
HELPSCOUT = "https://docs.example.com/article/12-say-hello"
SALESFORCE = "https://help.example.com/s/article/Say-hello"

LINKS = [
    ({"id": 360018628960}, ZENDESK),
    ({"id": 360018628960}, "http://support.example.com/hc/en-us/articles/360018628960"),
    ({"id": 360018628960}, "https://support.example.com/hc/de/articles/360018628960-Hallo#h_01"),
    ({"id": 360018628960}, "/hc/en-us/articles/360018628960-Say-hello?source=search"),
    ({"id": 8675309}, INTERCOM),
    ({"id": 50000011712}, FRESHDESK),
    ({"id": 50000011712}, "/en/support/solutions/articles/50000011712"),
    ({"id": "5a1b2c", "url": HELPSCOUT}, HELPSCOUT),
    ({"id": "5a1b2c", "url": HELPSCOUT}, "/article/12-say-hello"),
    ({"id": "hello", "html_url": SALESFORCE}, "https://www.help.example.com/s/article/say-hello/"),
    ({"id": "hello", "canonical": SALESFORCE}, f"{SALESFORCE}?language=en_US#top"),
    ({"id": 12, "url": "https://help.example.com/articles/12-hi"},
     "https://help.example.com/articles/12-renamed"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "link"), LINKS)
def test_a_link_in_any_form_of_help_desks_leads_to_its_article(fields, link):
    lonely = {"help/lonely.md": head(**fields) + HELLO}
    assert answer(TEXTS | lonely)[0] == "no"
    text = ONE + f"\nThen [say hello]({link}).\n"
    assert answer(TEXTS | lonely | {"help/cards/reset.md": text})[0] == "yes"


@pytest.mark.parametrize(
    ("fields", "link"),
    [
        ({"id": 12}, "https://elsewhere.example.org/articles/12"),  # short: anybody may use it
        ({"id": 360018628960}, "https://support.example.com/hc/en-us/articles/360018628961"),
        ({"id": 360018628960}, "https://support.example.com/hc/en-us/sections/360018628960"),
        ({"id": "hello", "url": SALESFORCE}, "https://help.example.org/s/article/Say-hello"),
        ({"id": "hello"}, "mailto:hello@example.com"),
    ],
)
def test_a_link_that_may_lead_elsewhere_leads_to_no_article(fields, link):
    lonely = {"help/lonely.md": head(**fields) + HELLO}
    text = ONE + f"\nThen [say hello]({link}).\n"
    assert answer(TEXTS | lonely | {"help/cards/reset.md": text})[0] == "no"


def test_a_page_goes_by_its_canonical_link():
    page = (
        f'<html><head><link rel="canonical" href="{SALESFORCE}"><title>Say hello</title></head>'
        "<body><h1>Say hello</h1><p>Hello to all of you.</p></body></html>"
    )
    lonely = {"help/lonely.html": page}
    assert answer(TEXTS | lonely)[0] == "no"
    linked = {"help/cards/reset.md": ONE + f"\nThen [say hello]({SALESFORCE}).\n"}
    assert answer(TEXTS | lonely | linked)[0] == "yes"


SHOP = "https://acme.example.com"
IDS = [
    ("help/what-it-costs", "pricing", f"{SHOP}/pricing", "no"),  # a page of the shop
    ("help/what-it-costs", "help/pricing", f"{SHOP}/help/pricing", "yes"),
    ("what-it-costs", "pricing", f"{SHOP}/pricing", "yes"),  # nothing but articles is known there
    ("help/what-it-costs", "12", f"{SHOP}/articles/12-pricing", "yes"),
    ("help/what-it-costs", "pricing", f"{SHOP}/articles/pricing", "no"),
]


@pytest.mark.parametrize(("at", "key", "link", "found"), IDS)
def test_a_path_is_an_id_only_where_the_articles_of_a_host_are(at, key, link, found):
    texts = {
        "help/lonely.md": head(id=key, url=f"{SHOP}/{at}") + HELLO,
        "help/cards/reset.md": ONE + f"\nSee [prices]({link}).\n",
    }
    assert answer(TEXTS | texts)[0] == found


HOME = "https://help.example.com/"


@pytest.mark.parametrize("link", [HOME, f"{HOME}start", "/start", HOME.rstrip("/")])
def test_an_address_that_a_template_gives_every_page_names_no_article(link):
    address = link if link.startswith("https") else f"{HOME}start"
    page = (
        f'<html><head><link rel="canonical" href="{address}"><title>NAME</title></head><body>'
        f'<h1>NAME</h1><p>Hello to all.</p><p><a href="{link}">Home page</a></p></body></html>'
    )
    texts = {f"help/{name}.html": page.replace("NAME", name) for name in ("one", "two", "three")}
    assert "3 of 3 articles stand in no section" in answer(texts)[1]


def test_a_home_page_is_no_article_and_translations_may_share_an_address():
    linked = {"help/cards/reset.md": f"{ONE}\nSee [home]({HOME}) or [hello]({SALESFORCE}).\n"}
    for url, found in ((HOME, "no"), (SALESFORCE, "yes")):
        lonely = {
            f"help/{locale}.md": head(id="hello", url=url, locale=locale) + HELLO
            for locale in ("en", "de")
        }
        assert answer(TEXTS | lonely | linked)[0] == found, url

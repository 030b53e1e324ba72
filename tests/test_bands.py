"""Which findings block an article, and which merely put it at risk."""

import pytest

from kbtool.health import BLOCKING, band_of
from kbtool.model import Finding, Severity, Span
from kbtool.rules import all_rules
from kbtool.rules.lnk.lnk008_empty_or_reversed_link import RULE
from kbtool.testing import check_rule

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def make_finding(severity, code):
    return Finding("a.md", Span(1, 1), 1, 1, 1, 1, code, "a-rule", severity, "message")


@pytest.mark.parametrize(
    ("severities", "band"),
    [
        ((), "ready"),
        ((INFO,), "ready"),
        ((INFO, WARNING), "risky"),
        ((WARNING, ERROR, INFO), "blocked"),
    ],
)
def test_the_worst_finding_of_own_rules_decides_the_band(severities, band):
    assert band_of(make_finding(severity, "KB001") for severity in severities) == band


@pytest.mark.parametrize("code", sorted(BLOCKING))
def test_what_stops_a_bot_or_a_reader_blocks_unless_a_team_rates_it_lower(code):
    (own,) = (rule.severity for rule in all_rules() if rule.code == code)
    assert own is not INFO
    for level in (ERROR, WARNING, INFO):
        assert (band_of([make_finding(level, code)]) == "blocked") == (level >= own)


@pytest.mark.parametrize("code", ["LNK001", "IMG001", "MET001", "CLR002", "RDB001", "STR014"])
def test_harm_that_stops_nobody_is_a_risk_even_as_an_error(code):
    bands = [band_of([make_finding(level, code)]) for level in (ERROR, WARNING, INFO)]
    assert bands == ["risky", "risky", "ready"]


LINKS = [
    ("[the fees]()", "blocked"),
    ("[the fees](#)", "blocked"),
    ("<a>the fees</a>", "blocked"),
    ('<a class="more"><b>the fees</b></a>', "blocked"),
    ("(fees)[https://a.example/f]", "risky"),
    ("[](a.md)", "risky"),
    ("[leads nowhere](a.md)[](a.md)", "risky"),
    ("[](#)", "risky"),  # nobody sees it
    ("<a> </a>", "risky"),
]


@pytest.mark.parametrize(("text", "band"), LINKS)
def test_of_faulty_links_those_block_that_have_a_text_and_no_address(text, band):
    findings = check_rule(RULE, f"# Fees\n\nSee {text} now.\n")
    assert (len(findings), band_of(findings)) == (1, band)


def test_all_that_blocks_is_a_rule_and_has_a_reason():
    assert BLOCKING.keys() <= {rule.code for rule in all_rules()}
    assert all(BLOCKING.values())

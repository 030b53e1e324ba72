"""Pages of an export of questions that are missing are told; from documented fields."""

from __future__ import annotations

import json

import pytest

from kbtool.questions import read_questions


def _zendesk(number, **fields):
    ticket = {"id": number, "subject": "Billing", "description": f"How do I pay bill {number}?"}
    more = {"requester_id": 7 + number, "via": {"channel": "web"}, "status": "open"}
    return {"tickets": [ticket | more], **fields}


def _help_scout(number, pages):
    customer = {"type": "customer", "body": "Where is my card?", "createdBy": {"type": "customer"}}
    talk = {"id": number, "subject": "Card", "_embedded": {"threads": [customer]}}
    page = {"size": 1, "totalElements": pages, "totalPages": pages, "number": number}
    return {"_embedded": {"conversations": [talk]}, "page": page}


def _intercom(number, pages):
    source = {"type": "conversation", "delivered_as": "customer_initiated", "body": "Is it open?",
              "author": {"type": "user", "id": f"u{number}"}}  # fmt: skip
    talk = {"type": "conversation", "id": str(number), "created_at": 1_767_225_600,
            "source": source}  # fmt: skip
    around = {"type": "pages", "page": number, "total_pages": pages}
    return {"type": "conversation.list", "pages": around, "conversations": [talk]}


def _ga4(terms, total):
    rows = [
        {"dimensionValues": [{"value": term}], "metricValues": [{"value": "2"}]} for term in terms
    ]
    return {"dimensionHeaders": [{"name": "searchTerm"}], "metricHeaders": [{"name": "eventCount"}],
            "rows": rows, "rowCount": total}  # fmt: skip


LINK = "https://x.example/next"
MISSING = {
    "by the count": ([_zendesk(n, count=3) for n in (1, 3)], "hold 2 of 3;"),
    "by links": ([_zendesk(1, next_page=LINK)], "say that more pages follow"),
    "by the cursor": ([_zendesk(1, meta={"has_more": True})], "say that more pages follow"),
    "by the stream": ([_zendesk(1, end_of_stream=False)], "say that more pages follow"),
    "Help Scout": ([_help_scout(n, 3) for n in (1, 3)], "hold 2 of 3;"),
    "Intercom": ([_intercom(n, 3) for n in (1, 3)], "hold 2 of 3 pages"),
    "GA4": ([_ga4(["a bill"], 2_000)], "searches are missing: the files hold 1 of 2,000;"),
    "one of two of GA4": ([_ga4(["a bill"], 1), _ga4(["a card"], 3)], "hold 1 of 3;"),
    "GA4 in one answer": ([{"reports": [_ga4(["a card"], 3)]}], "hold 1 of 3;"),
}
WHOLE = {
    "by the count": [_zendesk(n, count=2) for n in (1, 2)],
    "by links": [_zendesk(1, next_page=LINK), _zendesk(2, next_page=None)],
    "by the cursor": [_zendesk(1, meta={"has_more": False})],
    "by the stream": [_zendesk(1, count=1, end_of_stream=True)],
    "nothing said": [_zendesk(1)],
    "Help Scout": [_help_scout(n, 2) for n in (1, 2)],
    "Intercom": [_intercom(n, 2) for n in (1, 2)],
    "GA4": [_ga4(["a bill"], 2), _ga4(["a card"], 2)],
    "two of GA4": [_ga4(["a bill"], 1), _ga4(["a card", "a limit"], 2)],
}


def _read(folder, pages):
    for at, page in enumerate(pages):
        (folder / f"page{at}.json").write_text(json.dumps(page))
    return read_questions(sorted(folder.glob("*.json")))


@pytest.mark.parametrize(("pages", "message"), MISSING.values(), ids=MISSING)
def test_a_page_that_is_missing_is_told(pages, message, tmp_path):
    log = _read(tmp_path, pages)
    assert len(log.questions) == len(pages)
    (told,) = [warning for warning in log.warnings if "are missing" in warning]
    assert message in told
    assert "name the files of the other pages" in told


@pytest.mark.parametrize("pages", WHOLE.values(), ids=WHOLE)
def test_an_export_that_is_whole_misses_nothing(pages, tmp_path):
    assert not [w for w in _read(tmp_path, pages).warnings if "missing:" in w]

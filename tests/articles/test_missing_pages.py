"""Pages of an export that are missing are told; from the fields that help desks document."""

from __future__ import annotations

import json

import pytest

from kbtool.articles import load_articles


def _page(number, pages=3, records=3):
    article = {
        "id": number, "title": f"Pay bill {number}", "body": "<p>Pay by card.</p>", "draft": False,
        "html_url": f"https://x.example/hc/en-us/articles/{number}", "locale": "en-us",
    }  # fmt: skip
    return {"articles": [article], "page": number, "page_count": pages, "count": records}


def _load(folder, pages):
    for number, page in enumerate(pages, 1):
        (folder / f"page{number}.json").write_text(json.dumps(page))
    return load_articles(sorted(folder.glob("*.json")))


def test_a_page_between_two_others_is_missed(tmp_path):
    loaded = _load(tmp_path, [_page(1), _page(3)])
    assert len(loaded.articles) == 2
    (skip,) = loaded.skipped
    assert "articles are missing: the files hold 2 of 3 records" in skip.reason
    assert skip.fault
    assert "Export the other pages" in skip.remedy


def test_a_last_page_that_more_follow_is_missed(tmp_path):
    page = {"articles": _page(1)["articles"], "next_page": "https://x.example/api?page=2"}
    assert "more pages follow" in _load(tmp_path, [page]).skipped[0].reason


@pytest.mark.parametrize("pages", [[1, 2, 3], [3, 1, 2]])
def test_an_export_that_is_whole_misses_nothing(tmp_path, pages):
    assert not _load(tmp_path, map(_page, pages)).skipped


def test_exports_of_two_folders_are_counted_apart(tmp_path):
    for name, pages in (("en", [1]), ("fr", [1, 2])):
        (tmp_path / name).mkdir()
        _load(tmp_path / name, [_page(number, 2, 2) for number in pages])
    loaded = load_articles(sorted(tmp_path.glob("*/*.json")))
    assert [skip.reason for skip in loaded.skipped] == [
        "articles are missing: the files hold 1 of 2 records"
    ]

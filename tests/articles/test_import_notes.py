"""What an import says of records that it reads with an assumption or a loss."""

from __future__ import annotations

import json

from kbtool.articles.collecting import File
from kbtool.articles.importing.importing import Wishes, import_articles
from kbtool.articles.vendors import load_desks


def _notes(folder, desk, value):
    files = [File("kb.json", json.dumps(value).encode())]
    return import_articles(files, folder, load_desks()[desk], Wishes()).notes


def _record(**fields):
    return {"id": 1, "title": "Pay a bill", "body": "Pay it in the app.", **fields}


def test_ids_that_languages_share_are_counted(tmp_path):
    records = [_record(locale="en"), _record(locale="de"), _record(id=2)]
    assert _notes(tmp_path, "jsonl", records) == (
        "1 id in several languages, taken for translations",
    )


def test_a_missing_file_of_sections_is_told(tmp_path):
    article = _record(section_id=4, body="<p>Pay.</p>")
    (note,) = _notes(tmp_path, "zendesk", {"articles": [article]})
    assert note == "the section or category of 1 article is known by its number alone"
    known = {"articles": [article], "sections": [{"id": 4, "name": "Bills"}]}
    assert _notes(tmp_path, "zendesk", known) == ()

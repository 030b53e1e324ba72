"""What `kbtool export` writes, keeps back, says and ends with."""

import csv
import io
import json

import pytest
from small_help_centre import OTHERS, SETTINGS, make_log

GOOD = "---\nid: refunds\ntitle: Get a refund\n---\nAsk us for a refund in the app.\n"
BLOCKED = "# Order a card\n\nRead [the rules](rules.md).\n"
DRAFT = "---\ntitle: Soon\ndraft: true\n---\nNot yet.\n"
CONFIG = 'articles = ["articles"]\n'


def read(text):
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def centre(write):
    write({"articles/a.md": GOOD, "articles/b.md": BLOCKED, "kbtool.toml": CONFIG})


@pytest.mark.usefixtures("centre")
def test_articles_with_errors_are_kept_back_and_listed_and_the_others_written(kbtool):
    ran = kbtool("export", "chunks")
    assert ran.code == 1
    (chunk,) = read(ran.out)
    assert list(chunk) == [
        "id", "article", "title", "heading_path", "text", "locale", "url", "labels", "updated_at",
        "words",
    ]  # fmt: skip
    assert (chunk["article"], chunk["text"]) == ("refunds", "Ask us for a refund in the app.")
    assert "kept back: articles/b.md\n  line 3: error LNK003 broken-internal-link" in ran.err
    assert "1 article kept back" in ran.err
    assert "Wrote 1 passage of 1 article." in ran.err


@pytest.mark.usefixtures("centre")
def test_of_many_errors_the_first_are_shown_and_the_others_counted(kbtool, write):
    write({"articles/b.md": BLOCKED * 7})
    err = kbtool("export", "chunks").err
    assert err.count("LNK003") == 5
    assert "\n  and 2 further findings\n" in err


@pytest.mark.usefixtures("centre")
def test_blocked_articles_are_written_when_told_so_and_still_listed(kbtool):
    ran = kbtool("export", "chunks", "--include-blocked")
    assert ran.code == 0
    assert [chunk["article"] for chunk in read(ran.out)] == ["refunds", "b"]
    assert "not ready: articles/b.md" in ran.err


@pytest.mark.usefixtures("centre")
@pytest.mark.parametrize("visibility", ["restricted", "agents", "everyone"])
def test_articles_for_some_people_alone_are_told_apart(kbtool, write, visibility):
    write({"articles/a.md": GOOD.replace("id:", f"visibility: {visibility}\nid:")})
    err = kbtool("export", "chunks").err
    told = "1 article not meant for everybody (`visibility`), written as well: articles/a.md"
    assert (told in err) == (visibility != "everyone")


@pytest.mark.usefixtures("centre")
def test_silencing_a_finding_makes_no_article_ready(kbtool, write):
    write({"articles/b.md": f"<!-- kbtool: ignore-file LNK003 -- we know -->\n{BLOCKED}"})
    assert kbtool("export", "chunks").code == 1


@pytest.mark.usefixtures("centre")
def test_rules_that_are_no_errors_in_this_project_block_nothing(kbtool, write):
    write({"kbtool.toml": f'{CONFIG}[lint.severity]\nbroken-internal-link = "warning"\n'})
    ran = kbtool("export", "chunks", "-q")
    assert (ran.code, ran.err) == (0, "")
    assert len(read(ran.out)) == 2


@pytest.mark.usefixtures("centre")
def test_a_preset_says_which_rules_count(kbtool, write):
    write(
        {
            "articles/b.md": "## Order a card\n\nOrder it in the app.\n",
        }
    )
    assert kbtool("export", "chunks").code == 0
    ran = kbtool("export", "chunks", "--preset", "minimal")
    assert ran.code == 1
    assert "STR001" in ran.err


@pytest.mark.usefixtures("centre")
def test_a_step_that_is_only_a_picture_is_held_back_and_a_vague_link_is_not(kbtool, write):
    steps = "1. Open the app.\n2. ![Limits](a.md)\n"
    write({"articles/b.md": f"# Order a card\n\nDo this:\n\n{steps}"})
    ran = kbtool("export", "chunks")
    assert ran.code == 1
    assert "warning IMG004 image-only-step" in ran.err
    write({"articles/b.md": "# Order a card\n\nClick [here](a.md).\n"})
    assert kbtool("export", "chunks", "--preset", "default").code == 0


@pytest.mark.usefixtures("centre")
def test_an_article_with_placeholders_is_held_back(kbtool, write):
    write({"articles/b.md": "# Order a card\n\nOrder it in [insert name of the app].\n"})
    ran = kbtool("export", "chunks")
    assert ran.code == 1
    assert "FRS005" in ran.err
    assert {chunk["article"] for chunk in read(ran.out)} == {"refunds"}


@pytest.mark.usefixtures("centre")
def test_paths_choose_articles_and_links_to_others_still_hold(kbtool, write):
    write({"articles/b.md": "# Order a card\n\nRead [the rules](a.md).\n"})
    ran = kbtool("export", "chunks", "articles/b.md")
    assert ran.code == 0
    assert [chunk["article"] for chunk in read(ran.out)] == ["b"]


@pytest.mark.usefixtures("centre")
@pytest.mark.parametrize("line", ["draft: true", "status: Archived", "published: false"])
def test_drafts_are_left_out_and_counted(kbtool, write, line):
    write({"articles/b.md": DRAFT.replace("draft: true", line)})
    ran = kbtool("export", "chunks")
    assert ran.code == 0
    assert len(read(ran.out)) == 1
    assert "; 1 draft left out." in ran.err


@pytest.mark.usefixtures("centre")
def test_what_a_bot_cannot_read_is_counted(kbtool, write):
    body = "![](card.png) Order it.\n\n<iframe src='https://v.example/x'></iframe>\n\n```\nx\n```\n"
    write({"articles/b.md": f"# Order a card\n\n{body}", "articles/card.png": ""})
    ran = kbtool("export", "chunks")
    assert "; not read: 1 image without alternative text; not read: 1 embedded video" in ran.err


@pytest.mark.usefixtures("centre")
def test_a_file_is_written_whole_and_again(kbtool, folder):
    assert kbtool("export", "chunks", "--to", "bot.jsonl").out == ""
    first = (folder / "bot.jsonl").read_bytes()
    ran = kbtool("export", "chunks", "--to", "bot.jsonl")
    assert (folder / "bot.jsonl").read_bytes() == first
    assert len(read(first.decode("utf-8"))) == 1
    assert "to bot.jsonl." in ran.err
    assert sorted(path.name for path in folder.iterdir()) == [
        "articles",
        "bot.jsonl",
        "kbtool.toml",
    ]


@pytest.mark.usefixtures("centre")
def test_a_dash_stands_for_standard_output(kbtool, folder):
    assert len(read(kbtool("export", "chunks", "--to", "-").out)) == 1
    assert not (folder / "-").exists()


@pytest.mark.usefixtures("centre")
def test_a_file_that_cannot_be_written_is_told(kbtool):
    ran = kbtool("export", "chunks", "--to", "nowhere/bot.jsonl")
    assert ran.code == 2
    assert "nowhere/bot.jsonl: cannot be written" in ran.err


@pytest.mark.usefixtures("centre")
def test_what_cannot_be_read_is_told_and_the_rest_written(kbtool, write):
    write({"articles/b.md": b"\xff\xfe broken"})
    ran = kbtool("export", "chunks")
    assert ran.code == 2
    assert len(read(ran.out)) == 1
    assert "error: articles/b.md" in ran.err


@pytest.mark.usefixtures("centre")
def test_sizes_and_headings_can_be_set(kbtool, write):
    text = "\n\n".join(["One two three four five six seven eight nine ten."] * 4)
    write({"articles/b.md": f"# Order a card\n\n{text}\n"})
    ran = kbtool("export", "chunks", "articles/b.md", "--max-words", "20", "--headings-in-text")
    chunks = read(ran.out)
    assert [chunk["words"] for chunk in chunks] == [20, 20]
    assert all(chunk["text"].startswith("Order a card\n\nOne") for chunk in chunks)


@pytest.fixture
def asked(write):
    cards = ["card plastic", "order my plastic card", "new plastic card"]
    log = make_log([*OTHERS, *cards, *["get a refund"] * 6])
    cards = "---\nid: 4711\n---\n# Order a card\n\nOrder the card in the app. It is plastic.\n"
    write({
        "articles/refunds.md": GOOD, "articles/cards.md": cards, "log.csv": log,
        "kbtool.toml": SETTINGS,
    })  # fmt: skip


@pytest.mark.usefixtures("asked")
def test_words_of_three_people_become_labels(kbtool):
    ran = kbtool("export", "labels", "--format", "zendesk")
    assert ran.code == 0
    assert read(ran.out) == [{"article": {"id": 4711, "label_names": ["plastic"]}}]
    assert "Wrote 1 word for 1 article." in ran.err


@pytest.mark.usefixtures("asked")
def test_csv_is_the_default_and_holds_the_number_of_people(kbtool):
    (row,) = csv.DictReader(io.StringIO(kbtool("export", "labels", "-q").out))
    assert (row["article"], row["word"], row["people"]) == ("4711", "plastic", "3")


@pytest.mark.usefixtures("asked")
def test_a_word_of_fewer_people_than_asked_for_is_not_written(kbtool, folder):
    ran = kbtool("export", "labels", "--min-people", "4", "--to", "labels.csv")
    assert ran.code == 0
    assert "No words: articles answer " in ran.err
    assert "4 people or more used (--min-people)" in ran.err
    assert (folder / "labels.csv").read_text().splitlines() == [
        "article,title,word,people,of_people,lift,share,labels"
    ]


@pytest.mark.usefixtures("asked")
def test_ids_that_zendesk_cannot_know_are_told(kbtool, write):
    write({"articles/cards.md": "# Order a card\n\nOrder the card in the app. It is plastic.\n"})
    ran = kbtool("export", "labels", "--format", "zendesk")
    assert "warning: the ids of 1 article are no numbers" in ran.err

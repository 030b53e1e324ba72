"""A report says nothing of the machine and the folder that it was made in."""

import pytest
from small_help_centre import CLOSING, SETTINGS, make_log

FORMATS = ("html", "markdown", "json", "csv", "jira", "github")
BROKEN = (
    "# Order a card\n\nOrder the card [here](gone.md), or [see the list](refunds.md#nowhere).\n"
)


@pytest.fixture
def away(help_centre, write, folder, monkeypatch):
    """Another folder to stand in; the help centre has links that lead nowhere."""
    write({"articles/cards.md": BROKEN, "articles/empty.md": ""})
    other = folder.parent / "elsewhere"
    other.mkdir()
    monkeypatch.chdir(other)
    return other


@pytest.mark.usefixtures("away")
@pytest.mark.parametrize("name", FORMATS)
def test_no_format_holds_the_folder_of_the_machine(name, kbtool, folder):
    target = folder.parent / "out"
    ran = kbtool("report", folder, "--format", name, "-o", target, "-q", "--no-history")
    text = target.read_text("utf-8")
    assert "close" in text, ran.err
    assert str(folder) not in text
    assert str(folder.parent) not in text


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_is_the_same_from_any_folder(name, away, kbtool, folder, monkeypatch):
    texts = []
    for here, given in ((away, folder), (folder, "."), (folder.parent, folder.name)):
        monkeypatch.chdir(here)
        target = folder.parent / "out"
        kbtool("report", given, "--format", name, "-o", target, "-q", "--no-history")
        texts.append(target.read_text("utf-8"))
    assert texts[0] == texts[1] == texts[2]


def test_files_from_elsewhere_keep_their_names_alone(away, kbtool, folder, monkeypatch):
    log = away / "deep" / "asked.csv"
    log.parent.mkdir()
    log.write_text(make_log(CLOSING), "utf-8")
    target = away / "out"
    monkeypatch.chdir(folder)
    kbtool(
        "report", "--config", folder / "kbtool.toml", log, "--format", "json", "-o", target,
        "-q", "--no-history",
    )  # fmt: skip
    text = target.read_text("utf-8")
    assert '"asked.csv"' in text
    assert str(folder.parent) not in text


@pytest.mark.usefixtures("help_centre")
@pytest.mark.parametrize(
    ("settings", "title"), [("", "Here"), ('[report]\ntitle = "Acme Help"\n', "Acme Help")]
)
def test_title_is_the_configured_one_or_a_readable_folder(settings, title, kbtool, write):
    write({"kbtool.toml": SETTINGS + settings})
    page = kbtool("report", "-q", "--format", "markdown").out
    assert page.startswith(f"## {title}: ")

"""Links of the disk: those out of a folder are told, those inside are of no account."""

from pathlib import Path

import pytest

from kbtool.articles import load_articles


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Writes articles into the current folder."""
    monkeypatch.chdir(tmp_path)

    def write_files(*names):
        for name in names:
            Path(name).parent.mkdir(exist_ok=True)
            Path(name).write_text("# Order a card\n")

    return write_files


def paths_of(loaded):
    return [article.path for article in loaded.articles]


def test_links_that_lead_out_of_the_folder_are_told_and_not_followed(write):
    write("kb/a.md", "secret.md", "out/b.md", "other/c.md")
    Path("picture.png").touch()
    for name in ("secret.md", "out", "other", "picture.png"):
        Path("kb", name).symlink_to(f"../{name}")
    loaded = load_articles([Path("kb"), Path("other")])
    assert paths_of(loaded) == ["kb/a.md", "other/c.md"]
    assert [(skip.path, skip.reason, skip.fault) for skip in loaded.skipped] == [
        (f"kb/{name}", "a link that leads out of the folder", False)
        for name in ("out", "secret.md")
    ]
    assert "kb/picture.png" in loaded.others


def test_a_link_that_is_named_is_followed_wherever_it_leads(write):
    write("secret.md", "out/b.md")
    Path("kb").mkdir()
    Path("kb/link.md").symlink_to("../secret.md")
    Path("kb/folder").symlink_to("../out")
    named = [Path("kb"), Path("kb/link.md"), Path("kb/folder")]
    loaded = load_articles(named)
    assert (paths_of(loaded), loaded.skipped) == (["kb/folder/b.md", "kb/link.md"], ())


def test_an_article_goes_by_its_own_name_and_not_by_that_of_a_link(write):
    write("kb/z.md")
    Path("kb/a.md").symlink_to("z.md")
    loaded = load_articles([Path("kb")])
    assert (paths_of(loaded), loaded.skipped, loaded.others) == (["kb/z.md"], (), {"kb/a.md"})

"""A run from the cache gives what a run without it gives, whatever happens to either."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from small_project import ARTICLES, found

from kbtool.runner import drafting
from kbtool.runner.cache import NoCache
from kbtool.runner.sqlite_cache import SqliteCache, open_cache

FILE = "lint-1.sqlite3"


@pytest.fixture
def opened(tmp_path):
    """Opens the cache of the test, any number of times."""
    return lambda: open_cache(tmp_path / "cache", 1)


@pytest.fixture
def drafted(monkeypatch):
    """Paths of the files that were parsed and checked."""
    paths = []
    draft = drafting.Drafter.draft_file

    def note(self, file, *more):
        paths.append(file.shown)
        return draft(self, file, *more)

    monkeypatch.setattr(drafting.Drafter, "draft_file", note)
    return paths


def age(*paths):
    """Make files old enough for their time to be trusted."""
    for path in paths:
        os.utime(path, ns=(10**18, 10**18))


def test_second_run_gives_the_same_and_looks_at_no_file(project, run, opened, drafted):
    first = run(cache=opened())
    assert sorted(drafted) == sorted(ARTICLES)
    drafted.clear()
    second = run(cache=opened())
    assert drafted == []
    assert second.findings == first.findings == run().findings
    assert second.articles == first.articles
    assert second.codes == first.codes
    assert [s.text for s in second.sources.values()] == [s.text for s in first.sources.values()]


def test_only_changed_files_are_looked_at_again(project, run, opened, drafted, write):
    run(cache=opened())
    drafted.clear()
    write({"docs/a.md": "# Send money\n\nYou pay.\n"})
    second = run(cache=opened())
    assert drafted == ["docs/a.md"]
    assert second.findings == run().findings
    assert not any("FND004" in line for line in found(second)), "b.md has no twin any more"


def test_files_that_links_lead_to_are_part_of_the_result(project, run, opened, write):
    assert any("LNK003" in line for line in found(run(cache=opened())))
    write({"docs/.more/terms.md": "# Terms\n"})
    assert not any("LNK003" in line for line in found(run(cache=opened())))
    Path("docs/.more/terms.md").unlink()
    assert any("LNK003" in line for line in found(run(cache=opened())))


def test_settings_and_places_are_part_of_the_result(project, run, opened, write):
    run(cache=opened())
    write({"kbtool.toml": 'articles = ["docs"]\n[lint]\nignore = ["TON001"]\n'})
    assert not any("TON001" in line for line in found(run(cache=opened())))
    assert found(run("docs/b.md", cache=opened())) == found(run("docs/b.md"))


def test_file_changed_within_the_same_tick_is_read_again(project, run, opened, write):
    run(cache=opened())
    before = Path("docs/a.md").stat()
    write({"docs/a.md": ARTICLES["docs/a.md"].replace("simply", "always")})
    os.utime("docs/a.md", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert not any("a.md" in line and "TON001" in line for line in found(run(cache=opened())))


def test_old_files_are_not_even_read(project, run, opened, write):
    age(*ARTICLES)
    run(cache=opened())
    run(cache=opened())
    before = Path("docs/a.md").stat()
    with open("docs/a.md", "r+b") as file:  # noqa: PTH123 - the same inode, size and time
        file.write(b"# ORDER")
    os.utime("docs/a.md", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert found(run(cache=opened())) != [], "known by size, time and inode"


@pytest.mark.parametrize("garbage", [b"", b"no database", b"SQLite format 3\0" + b"x" * 5000])
def test_broken_cache_is_begun_anew(garbage, project, run, opened, tmp_path, drafted):
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / FILE).write_bytes(garbage)
    first = run(cache=opened())
    assert first.findings == run().findings
    drafted.clear()
    assert run(cache=opened()).findings == first.findings
    assert drafted == []


def test_values_that_cannot_be_read_are_made_anew(project, run, opened, tmp_path):
    first = run(cache=opened())
    connection = sqlite3.connect(tmp_path / "cache" / FILE)
    with connection:
        connection.execute("UPDATE parts SET value = x'c1'")
    connection.close()
    assert run(cache=opened()).findings == first.findings


def test_cache_that_breaks_while_it_is_used_costs_nothing_but_time(project, run, opened):
    cache = opened()
    assert isinstance(cache, SqliteCache)
    cache._connection.execute("DROP TABLE parts")
    assert run(cache=cache).findings == run().findings
    assert "parts" in cache.fault


def test_folder_that_cannot_be_made_means_no_cache(tmp_path):
    (tmp_path / "file").write_text("")
    assert isinstance(open_cache(tmp_path / "file" / "cache", 1), NoCache)


def test_backups_leave_the_cache_out(opened, tmp_path):
    opened()
    tag = (tmp_path / "cache" / "CACHEDIR.TAG").read_text()
    assert tag.startswith("Signature: 8a477f597d28d172789f06886806bc55")


def test_several_processes_use_it_at_once(project, tmp_path):
    command = [sys.executable, "-m", "kbtool", "lint", "--select", "TON001", "--fail-on", "never"]
    where = os.environ | {"KBTOOL_CACHE_DIR": str(tmp_path / "cache")}
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=where)
        for _ in range(4)
    ]
    results = [process.communicate(timeout=120) for process in running]
    assert {process.returncode for process in running} == {0}
    assert len(set(results)) == 1
    assert results[0][1] == b""

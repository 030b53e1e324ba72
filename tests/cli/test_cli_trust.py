"""What stands in a repository, an article or a question runs nothing and steers nothing."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EVIL = "::stop-commands::x\n  ::add-mask::y\nand ##[add-matcher]z\n"
LOG = "id,text\n" + "".join(f"{n},::add-mask::How do I pay {n}? ##[group]x\n" for n in range(6))
ARTICLE = f"# Pay\n\n::error::Simply pay   \n\n{EVIL}\n```\n{EVIL}```\n"

GITHUB = ["lint", "--select", "TON001", "--format", "github"]
DIFF = ["lint", "--select", "ALL", "--unsafe-fixes", "--diff", "kb"]
REPORT = "articles = ['kb']\nquestions = ['log.csv']\n[report]\noutput = '{0}'\n"


def commands(text):
    """Lines that GitHub's runner would obey."""
    lines = text.decode().splitlines()
    return [line for line in lines if line.lstrip().startswith("::") or "##[" in line]


@pytest.mark.parametrize(
    "arguments",
    [
        ["lint", "--select", "ALL", "--format", "full", "--exit-zero", "kb"],
        ["lint", "--select", "ALL", "--format", "grouped", "--exit-zero", "kb"],
        DIFF,
        ["gaps", "--articles", "kb", "log.csv"],
        ["questions", "--excluded", "log.csv"],
        ["lint", "::stop-commands::x"],
        ["rule", "::stop-commands::x"],
    ],
)
def test_no_text_of_strangers_steers_the_runner_of_a_job(arguments, write, process):
    write({"kb/a.md": ARTICLE, "kb/b.md": "# Order\n\nSimply wait.\n", "log.csv": LOG})
    done = process(*arguments, GITHUB_ACTIONS="true")
    assert done.returncode in (0, 1, 2), done.stderr
    assert commands(done.stdout + b"\n" + done.stderr) == []
    assert done.stdout or done.stderr


def test_commands_of_our_own_reach_the_runner(write, process):
    write({"a.md": "# Pay\n\nSimply pay.\n"})
    done = process(*GITHUB, "a.md", GITHUB_ACTIONS="true")
    assert [line.split(" ")[0] for line in commands(done.stdout)] == ["::warning"]


def test_a_file_gets_its_bytes_as_they_are(write, folder, process):
    write({"kb/a.md": ARTICLE})
    done = process(*DIFF)
    assert b"::stop-commands::x" in done.stdout
    with (folder / "out.diff").open("wb") as file:
        subprocess.run(
            [
                sys.executable,
                "-m",
                "kbtool",
                "lint",
                "--select",
                "ALL",
                "--unsafe-fixes",
                "--diff",
                "kb",
            ],
            stdout=file,
            check=False,
            env={"GITHUB_ACTIONS": "true", "PYTHONPATH": ":".join(sys.path)},
        )
    assert (folder / "out.diff").read_bytes() == done.stdout


@pytest.mark.parametrize(
    "name", ["../page.html", "/tmp/page.html", "kb/../../page.html", "~/page.html", "..\\page.html"]
)
def test_a_configuration_cannot_send_output_out_of_its_folder(name, write, kbtool, folder):
    write({"kbtool.toml": REPORT.format(name), "kb/a.md": "# Pay\n\nPay.\n", "log.csv": LOG})
    ran = kbtool("report")
    assert ran.code == 2
    assert "kbtool.toml:4: `report.output` leads out of its folder" in ran.err
    assert not list(folder.parent.glob("*.html"))
    assert kbtool("report", "--output", "../page.html").code == 0


SETTINGS = {  # every setting that names a file to write, and what writes it
    "report.output": ["report", "-q", "--no-history"],
    "history.file": ["report", "-q", "-o", "page.html"],
    "test.baseline": ["test", "--write-baseline"],
}
OUTSIDE = ["../x", "/tmp/x", "a/../../x", "~/x", "..\\x", "C:/x", "C:\\x", "\\\\host\\x", "./../x"]
TESTS = "handoff:\n  - how do I close my account\n"


@pytest.mark.parametrize("key", SETTINGS)
@pytest.mark.parametrize("place", [*OUTSIDE, "link/x", "inside/x"])
def test_no_setting_that_names_a_file_leads_out_of_the_folder(key, place, write, kbtool, folder):
    table, name = key.split(".")
    config = f"articles = ['kb']\nquestions = ['log.csv']\n[{table}]\n{name} = '{place}'\n"
    files = {"kb/a.md": "# Pay\n\nPay.\n", "log.csv": LOG, "kbtool-tests.yaml": TESTS}
    write({**files, "kbtool.toml": config})
    outside = folder.parent / "outside"
    for path in (outside, folder / "inside"):
        path.mkdir()
    (folder / "link").symlink_to(outside)
    before = sorted(folder.parent.iterdir())
    ran = kbtool(*SETTINGS[key])
    assert (sorted(folder.parent.iterdir()), list(outside.iterdir())) == (before, [])
    if place == "inside/x":
        assert ran.code == 0
        assert (folder / place).exists()
    elif place == "link/x":
        assert "leads out of" in ran.err
    else:
        assert (ran.code, ran.err.count(f"kbtool.toml:4: `{key}` leads out of its folder")) == (
            2,
            1,
        )


HOSTILE = """
from pathlib import Path
Path(r"{mark}").write_text("ran")
raise SystemExit("ran")
"""


@pytest.mark.parametrize("processes", ["1", "2"])
def test_modules_in_a_repository_are_not_run(processes, write, folder):
    program = shutil.which("kbtool", path=str(Path(sys.executable).parent))
    if not program:
        pytest.skip("kbtool is not installed as a program")
    mark = folder / "mark"
    names = ("click", "yaml", "msgspec", "sitecustomize", "kbtool_acme", "markdown_it")
    write({f"{name}.py": HOSTILE.format(mark=mark) for name in names})
    write({f"kb/{n}.md": "# Pay\n\nSimply pay.\n" for n in range(3)})
    done = subprocess.run(
        [program, "lint", "--processes", processes, "--format", "json", "kb"],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    assert not mark.exists()
    assert json.loads(done.stdout)["summary"]["articles_checked"] == 3


@pytest.mark.parametrize("change", [["--fix"], ["--add-ignores"]])
@pytest.mark.parametrize("way", ["link", "configuration"])
def test_nothing_is_mended_outside_unless_it_is_named(change, way, write, kbtool, folder):
    text = "# Pay\n\nPay the the bill.\n"
    outside = folder.parent / "outside.md"
    outside.write_text(text)
    write(
        {"kbtool.toml": "" if way == "link" else "articles = ['../outside.md']\n", "kb/a.md": text}
    )
    if way == "link":
        (folder / "kb" / "b.md").symlink_to(outside)
    ran = kbtool("lint", *change, *(["kb"] if way == "link" else []))
    assert outside.read_text() == text
    assert "leads out of the folder" in ran.err
    kbtool("lint", *change, outside)
    assert outside.read_text() != text

"""What `kbtool lint` finds, counts and ends with."""

import json

import pytest

VAGUE = "# Get a refund\n\nAsk for it [here](refunds.md).\n"
CLEAN = "# Get a refund\n\n[Ask for a refund](refunds.md).\n"
BROKEN = b"\xff\xfe\x00"


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        ({"a.md": CLEAN}, 0),
        ({"a.md": VAGUE}, 1),
        ({"a.md": CLEAN, "b.md": VAGUE}, 1),
        ({"a.md": CLEAN, "b.md": BROKEN}, 2),
        ({"a.md": VAGUE, "b.md": BROKEN}, 2),
        ({"a.txt": CLEAN}, 2),
        ({}, 2),
    ],
)
def test_exit_code_says_what_happened(texts, code, kbtool, write):
    write(texts)
    assert kbtool("lint", "--select", "LNK001", ".").code == code


@pytest.mark.parametrize(
    ("fail_on", "severity", "code"),
    [
        ("error", "error", 1),
        ("error", "warning", 0),
        ("warning", "error", 1),
        ("warning", "warning", 1),
        ("warning", "info", 0),
        ("info", "info", 1),
        ("never", "error", 0),
    ],
)
def test_run_fails_from_the_set_severity_on(fail_on, severity, code, kbtool, write):
    write({"a.md": VAGUE, "kbtool.toml": f'[lint]\nseverity = {{ LNK001 = "{severity}" }}\n'})
    ran = kbtool("lint", "--select", "LNK001", "--fail-on", fail_on, "a.md")
    assert ran.code == code
    assert f"a.md:3:13: {severity} LNK001 vague-link-text: " in ran.out


def test_limit_of_the_configuration_counts_where_none_is_given(kbtool, write):
    write({"a.md": VAGUE, "kbtool.toml": '[lint]\nfail-on = "never"\n'})
    assert kbtool("lint", "--select", "LNK001", "a.md").code == 0
    assert kbtool("lint", "--select", "LNK001", "--fail-on", "info", "a.md").code == 1


def codes_found(ran):
    return {finding["code"] for finding in json.loads(ran.out)["findings"]}


TWO_KINDS = "---\nreviewed: 5 March 2026\n---\n\nAsk for it [here](refunds.md).\n"


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (["--select", "LNK001"], {"LNK001"}),
        (["--select", "vague-link-text"], {"LNK001"}),
        (["--select", "Vague-Link-Text"], {"LNK001"}),
        (["--select", "lnk001"], {"LNK001"}),
        (["--select", "LNK001,MET001"], {"LNK001", "MET001"}),
        (["--select", "LNK001 , MET001"], {"LNK001", "MET001"}),
        (["--select", "LNK001", "--select", "MET001"], {"LNK001", "MET001"}),
        (["--select", "MET"], {"MET001"}),
        (["--select", "M"], {"MET001"}),
        (["--select", "LNK001,MET001", "--ignore", "MET"], {"LNK001"}),
        (["--select", "LNK001,MET001", "--ignore", "front-matter-schema"], {"LNK001"}),
        (["--select", "LNK001", "--ignore", "ALL"], set()),
    ],
)
def test_rules_are_chosen_by_code_name_or_start_of_a_code(options, codes, kbtool, write):
    write({"a.md": TWO_KINDS})
    assert codes_found(kbtool("lint", "--format", "json", *options, "a.md")) == codes


def test_select_replaces_the_choice_of_the_configuration_and_ignore_adds_to_it(kbtool, write):
    write({"a.md": TWO_KINDS, "kbtool.toml": '[lint]\nselect = ["MET001"]\nignore = ["LNK"]\n'})
    assert codes_found(kbtool("lint", "--format", "json", "a.md")) == {"MET001"}
    chosen = kbtool("lint", "--format", "json", "--select", "LNK001,MET001", "a.md")
    assert codes_found(chosen) == {"MET001"}, "what the project never runs stays off"
    assert codes_found(kbtool("lint", "--format", "json", "--ignore", "MET", "a.md")) == set()


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_misspelt_rule_is_answered_with_the_nearest_one(option, kbtool, write):
    write({"a.md": VAGUE, "kbtool.toml": 'exclude = ["vague-link-txt"]\n[lint.rules]\n'})
    ran = kbtool("lint", option, "vague-link-txt", "a.md")
    assert ran.code == 2
    assert ran.out == ""
    expected = "kbtool: no rule is called `vague-link-txt`. Did you mean `vague-link-text`?\n"
    assert ran.err == expected, "the command line is wrong, not the configuration"


def test_findings_go_to_standard_output_and_notices_to_standard_error(kbtool, write):
    write({"a.md": VAGUE, "b.md": BROKEN, "c.md": CLEAN, "kbtool.toml": 'exclude = ["c.md"]\n'})
    ran = kbtool("lint", "--select", "LNK001", "--force-exclude", "a.md", "b.md", "c.md")
    assert ran.out == (
        'a.md:3:13: error LNK001 vague-link-text: link text "here" does not say where it leads\n'
        "Found 1 problem (1 error, 0 warnings, 0 info) in 1 of 1 article; 2 files skipped.\n"
    )
    assert ran.err == (
        "error: b.md: is UTF-16, not UTF-8. Save it as UTF-8\n"
        "skipped: c.md: excluded by the configuration\n"
    )


def test_checked_and_skipped_files_add_up_to_the_files_found(kbtool, write, folder):
    write(
        {
            "a.md": CLEAN, "b.markdown": VAGUE, "sub/C.MD": CLEAN, "empty.md": "",
            "nul.md": "a\0b", "latin.md": b"caf\xe9",
            "drafts.md": VAGUE, "kbtool.toml": 'exclude = ["drafts.md"]\nmax-file-bytes = 1000\n',
            "large.md": "word " * 1000, "notes.txt": "no article", "pictures/a.png": b"\x89PNG",
        }
    )  # fmt: skip
    (folder / "lost.md").symlink_to("nowhere.md")
    found = [path for path in folder.rglob("*") if path.suffix.lower() in (".md", ".markdown")]
    ran = kbtool("lint", "--select", "LNK001", "--force-exclude", "--format", "json", *found, "sub")
    summary = json.loads(ran.out)["summary"]
    assert ran.code == 2
    assert summary["articles_checked"] == 3
    assert summary["articles_checked"] + len(summary["skipped"]) == len(found)
    reasons = {skip["path"]: (skip["reason"], skip["fault"]) for skip in summary["skipped"]}
    assert reasons == {
        "drafts.md": ("excluded by the configuration", False),
        "empty.md": ("the file is empty", True),
        "large.md": ("too large: 5,000 bytes, the limit is 1,000", True),
        "latin.md": ("is not UTF-8 text (byte 3)", True),
        "lost.md": ("no such file or folder", True),
        "nul.md": ("a binary file, not text", True),
    }


def test_quiet_run_prints_findings_and_what_could_not_be_read_but_no_summary(kbtool, write):
    write({"a.md": VAGUE, "b.md": BROKEN})
    ran = kbtool("lint", "-q", "--select", "LNK001", ".")
    assert ran.out.count("\n") == 1
    assert ran.out.startswith("a.md:3:13: ")
    assert ran.err.startswith("error: b.md: ")


def test_file_named_twice_is_checked_once(kbtool, write, folder):
    write({"a.md": VAGUE})
    (folder / "b.md").symlink_to("a.md")
    ran = kbtool("lint", "--select", "LNK001", "a.md", "./a.md", folder / "a.md", "b.md", ".")
    assert ran.out.count("LNK001") == 1


def test_named_file_of_another_kind_is_skipped_with_the_reason(kbtool, write):
    write({"a.md": CLEAN, "notes.txt": "x"})
    ran = kbtool("lint", "--select", "LNK001", "a.md", "notes.txt")
    assert ran.code == 0
    assert ran.err == "skipped: notes.txt: neither Markdown, HTML nor an export in JSON\n"
    assert ran.out == "Nothing found in 1 article; 1 file skipped.\n"


def test_today_decides_which_date_counts(kbtool, write):
    write({"a.md": CLEAN})
    assert kbtool("lint", "--select", "LNK001", "--today", "2026-02-28", "a.md").code == 0
    wrong = kbtool("lint", "--select", "LNK001", "--today", "30.2.2026", "a.md")
    assert wrong.code == 2
    assert "'30.2.2026' does not match the format" in wrong.err


def test_articles_in_other_languages_are_checked_for_structure_and_the_run_says_so(kbtool, write):
    text = "Nothing is called [here](mailto:a@b.c).\n"
    write({"de/a.md": text, "hu/a.md": text, "hu/b.md": text})
    ran = kbtool("lint", "--select", "LNK001,STR001", "hu", "de")
    assert ran.out.count("STR001") == 3
    assert "LNK001" not in ran.out
    rest = "rules with word lists for other languages were left out"
    assert ran.err == f"note: 2 articles in hu: {rest}\n"

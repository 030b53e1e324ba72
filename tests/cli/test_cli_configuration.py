"""Mistakes in a configuration are shown with file, line, key and the nearest known word."""

import pytest

TEXT = "# Get a refund\n\nAsk for it.\n"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (
            "\narticle = []\n",
            "kbtool.toml:2: unknown key `article`. Did you mean `articles`?",
        ),
        (
            "[lint]\nselect = []\nfail_on = 'info'\n",
            "kbtool.toml:3: unknown key `lint.fail_on`. Did you mean `fail-on`?",
        ),
        (
            "[report]\nzzz = 1\n",
            "kbtool.toml:2: unknown key `report.zzz`. Known: output",
        ),
        (
            "articles = 'docs'\n",
            "kbtool.toml:1: `articles`: expected `array`, got `str`",
        ),
        (
            "\n\nmax-file-bytes = 0\n",
            "kbtool.toml:3: `max-file-bytes`: expected `int` >= 1",
        ),
        (
            "[lint]\nfail-on = 'sometimes'\n",
            "kbtool.toml:2: `lint.fail-on`: 'sometimes' is not an allowed word. Allowed: error,",
        ),
        (
            "[lint]\nfail-on = 'never!'\n",
            "`lint.fail-on`: 'never!' is not an allowed word. Did you mean `never`?",
        ),
        (
            "[lint]\nseverity = { LNK = 'info', passive-voice = 'warn' }",
            "`lint.severity.passive-voice`: 'warn' is not an allowed word. Did you mean `warning`?",
        ),
        (
            "[lint]\nseverity = { 'a.b\u2028' = 3 }\n",
            "kbtool.toml:2: `lint.severity.a.b\\u{2028}`: expected `str`, got `int`",
        ),
        (
            "# \u2028\r\n\r\nlocales = 'en'\n",
            "kbtool.toml:3: unknown key `locales`",
        ),
        (
            "[lint.rules.SENTENCE-too-long]\nwarn-above = 9\n[lint.rules.CLR001]\n",
            "kbtool.toml:3: `CLR001` is a second table of options for rule CLR001 sentence-too-l",
        ),
        (
            "articles = []\nlint = 3\n",
            "kbtool.toml:2: `lint`: expected `object`, got `int`",
        ),
        (
            "articles = [\n",
            "kbtool.toml:2: not valid TOML: Invalid value",
        ),
        (
            "a = 1\nb = = 2\n",
            "kbtool.toml:2: not valid TOML: Invalid value",
        ),
        (
            "[lint]\n# vague-link-txt was a mistake\nignore = ['vague-link-txt']\n",
            "kbtool.toml:3: no rule is called `vague-link-txt`. Did you mean `vague-link-text`?",
        ),
        (
            "[lint]\nseverity = { LNK001 = 'error', QQQ999 = 'error' }\n",
            "kbtool.toml:2: no rule is called `QQQ999`. `kbtool rule` lists all rules",
        ),
        (
            "[lint.severity]\nLNK001 = 'fatal'\n",
            "kbtool.toml:2: `lint.severity.LNK001`: 'fatal' is not an allowed word",
        ),
        (
            "[lint.rules.vague-link-tex]\nphrases = []\n",
            "kbtool.toml:1: no rule is called `vague-link-tex`. Did you mean `vague-link-text`?",
        ),
        (
            "[lint.rules.LNK]\nphrases = []\n",
            "kbtool.toml:1: no rule is called `LNK`",
        ),
        (
            "[lint.rules.met001]\nrequired = []\n[lint.rules.LNK001]\nphrase = []\n",
            "kbtool.toml:4: unknown key `lint.rules.LNK001.phrase`. Did you mean `phrases`?",
        ),
        (
            "[lint.rules.vague-link-text]\nexceptions = []\nphrases = 3\n",
            "kbtool.toml:3: `lint.rules.vague-link-text.phrases`: expected `array`, got `int`",
        ),
        (
            "[lint]\nselect = ['LNK', 1]\n",
            "kbtool.toml:2: `lint.select.1`: expected `str`, got `int`",
        ),
        (
            "[lint]\nrules = { LNK001 = {}, CLR001 = 1 }\n",
            "kbtool.toml:2: `lint.rules.CLR001`: expected `object`, got `int`",
        ),
        (
            "[lint]\nrules.LNK001.phrases = [1]\n",
            "kbtool.toml:2: `lint.rules.LNK001.phrases.0`: expected `str`, got `int`",
        ),
    ],
)  # fmt: skip
def test_mistake_is_shown_with_its_line_and_what_was_meant(settings, message, kbtool, write):
    write({"a.md": TEXT, "kbtool.toml": settings})
    ran = kbtool("lint", "a.md")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("kbtool: ")
    assert ran.err.count("\n") == 1
    assert message in ran.err


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("[gaps]\nmin-asker = 3\n", "kbtool.toml:2: unknown key `gaps.min-asker`. Did you mean"),
        ("[gaps]\n\nthreshold = 2.0\n", "kbtool.toml:3: `gaps.threshold`: expected `float` <= 1.0"),
        ("gaps = { learn = 'yes' }\n", "kbtool.toml:1: `gaps.learn`: expected `bool`, got `str`"),
    ],
)  # fmt: skip
def test_mistake_about_gaps_is_shown_before_anything_is_read(settings, message, kbtool, write):
    write({"kbtool.toml": settings})
    ran = kbtool("gaps", "missing.csv")
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("none.toml", None, "none.toml: cannot be read: No such file or directory. `kbtool init`"),
        ("bad.toml", b"a = '\xff'", "bad.toml: is not UTF-8 text. Save it as UTF-8"),
        ("pyproject.toml", b"[tool.kbtool]\nlocales = 'en'\n", ":2: unknown key `locales`"),
        ("pyproject.toml", b"[tool.kbtool.lint]\nignored = []\n", ":2: unknown key `lint.ignored`"),
        ("pyproject.toml", b"[tool.kbtool]\na = [\n", "pyproject.toml:3: not valid TOML"),
        ("deep.toml", b"a = " + b"[" * 20_000, "deep.toml: nested too deep"),
        ("long.toml", b"a = " + b"1" * 20_000, "a number has too many digits"),
        ("pyproject.toml", b"[tool]\nkbtool = 1\n", "pyproject.toml: `tool.kbtool` is not a table"),
    ],
)  # fmt: skip
def test_named_configuration_must_be_usable(name, content, message, kbtool, write):
    write({"a.md": TEXT} | ({name: content} if content else {}))
    ran = kbtool("lint", "--config", name, "a.md")
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


@pytest.mark.parametrize(
    "settings",
    [
        "[ tool.kbtool ]\narticles = 3\n",
        "[tool]\nkbtool.articles = 3\n",
        '[tool."kbtool"]\narticles = 3\n',
        "[tool]\nkbtool = { articles = 3 }\n",
        "\ntool.kbtool.articles = 3\n",
    ],
)
def test_table_in_a_shared_file_is_found_however_it_is_written(settings, kbtool, write):
    write({"a.md": TEXT, "pyproject.toml": settings})
    ran = kbtool("lint", "a.md")
    assert ran.code == 2
    assert "pyproject.toml:2: `articles`: expected `array`, got `int`" in ran.err


@pytest.mark.parametrize(
    "settings",
    [
        "[tool.kbtool]\narticles = [\n",
        "# kbtool\n[tool.other]\nname = 'kbtool'\n",
        "tool = 'kbtool'\n",
        b"# kbtool \xff\n[tool.kbtool]\narticles = 3\n",
        "kbtool = " + "[" * 20_000,
    ],
    ids=["broken", "another tool", "no table", "no text", "deep"],
)
def test_shared_file_without_a_usable_table_is_left_alone(settings, kbtool, write):
    write({"a.md": TEXT, "pyproject.toml": settings})
    ran = kbtool("lint", "--select", "LNK001", "a.md")
    assert (ran.code, ran.err) == (0, "")


def test_byte_order_mark_before_a_configuration_is_no_mistake(kbtool, write):
    write({"a.md": TEXT, "kbtool.toml": b"\xef\xbb\xbf[lint]\nselect = ['LNK001']\n"})
    assert kbtool("lint", "a.md").code == 0


@pytest.mark.parametrize(
    "settings",
    [
        "articles = ['.']\n",
        "[lint]\nfail-on = 'never'\n[gaps]\nmin-askers = 1\n[report]\noutput = 'r.html'\n",
        "[lint.rules.vague-link-text]\nphrases = ['help']\nexceptions = []\n",
        "[lint.severity]\nLNK = 'info'\n",
    ],
)
def test_correct_configuration_is_taken_without_a_word(settings, kbtool, write):
    write({"a.md": TEXT, "kbtool.toml": settings})
    ran = kbtool("lint", "--select", "LNK001", "a.md")
    assert (ran.code, ran.err) == (0, "")

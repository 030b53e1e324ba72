"""Front matter that was made to harm whoever reads it."""

import pytest

from kbtool.model import Source
from kbtool.parse import parse_markdown

NINE = "".join(f"k{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
HARMFUL = {
    "aliases of aliases": "k0: &a0 [x, x, x, x, x, x, x, x, x]\n" + NINE,
    "an alias of itself": "a: &a [*a]\n",
    "merged keys": "a0: &a0 {x: 1}\n"
    + "".join(f"a{n}: &a{n}\n  <<: [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)),
    "a million brackets": "a: " + "[" * 1_000_000 + "\n",
    "sixty thousand brackets": "a: " + "[" * 60_000 + "\n",
    "braces": "a: " + "{b: " * 20_000 + "\n",
    "keys of keys": "? " * 20_000 + "\n",
    "dashes": "- " * 20_000 + "x\n",
    "indents": "".join(" " * depth + "a:\n" for depth in range(2_000)),
    "a hundred thousand values": "a: [" + "x, " * 100_000 + "]\n",
}


def read(front_matter):
    return parse_markdown(Source("a.md", f"---\n{front_matter}---\n\nThe last words.\n"))


@pytest.mark.parametrize("name", HARMFUL)
def test_front_matter_made_to_harm_is_a_problem_and_the_body_is_read(name):
    article = read(HARMFUL[name])
    assert [problem.kind for problem in article.problems] == ["front-matter"]
    assert [block.prose.text for block in article.blocks] == ["The last words."]


@pytest.mark.parametrize(
    "value",
    [
        "!!python/object/apply:os.system ['touch ran']",
        "!!python/object/new:subprocess.Popen [[touch, ran]]",
        "!!python/name:os.system",
        "!!python/module:os",
        "!!map [x]",
        "!unknown x",
        "!!binary '%'",
    ],
)
def test_tags_of_python_make_nothing(value, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    article = read(f"a: {value}\n")
    assert isinstance(article.front_matter.values.get("a"), str | list | None)
    assert list(tmp_path.iterdir()) == []
    assert "last words" in article.blocks[-1].prose.text


def test_numbers_of_any_length_stay_what_they_are():
    digits = "9" * 10_000
    assert read(f"a: {digits}\n").front_matter.values == {"a": digits}

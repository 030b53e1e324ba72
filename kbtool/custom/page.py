"""The page of a rule of a configuration, as its docstring would have it."""

from __future__ import annotations

import textwrap

from kbtool.custom.tables import Table

_SUMMARIES = {
    "forbid": "Words that your style guide forbids.",
    "prefer": "Words for which your style guide has better ones.",
    "count": "More or less than your style guide allows.",
    "consistent": "One thing written in two ways.",
    "require_if": "Something is said without what belongs to it.",
    "require_heading": "A section that your style guide asks for is missing.",
    "require_meta": "Front matter that is not as your style guide wants it.",
}


def write_page(table: Table) -> str:
    """Page: what the rule finds and why, from the configuration, with its examples."""
    kind = str(table.__struct_config__.tag)
    summary, _, more = table.why.strip().partition("\n")
    parts = [
        summary or _SUMMARIES[kind],
        more.strip(),
        f"A rule of this project's kbtool.toml (kind `{kind}`).",
        f"Source: {table.link}" if table.link else "",
        *(_example("Bad:", example) for example in table.examples_bad[:1]),
        *(_example("Good:", example) for example in table.examples_good[:1]),
    ]
    return "\n\n".join(part for part in parts if part)


def _example(label: str, text: str) -> str:
    return f"{label}\n{textwrap.indent(text.strip(), '    ')}"

"""Three articles with something to find, and how to show what was."""

from kbtool.runner.choices import Choices

CHOICES = Choices(select=("TON001", "LNK001", "LNK003", "FND004"))
ARTICLES = {
    "docs/a.md": "# Order a card\n\nYou simply [wait](b.md).\n",
    "docs/b.md": "# Order a card\n\nGo [here](.more/terms.md).\n",
    "docs/deep/c.html": "<h1>Pay a bill</h1><p>You simply pay.</p>",
}


def found(report):
    """Findings of a report as short lines."""
    return [f"{f.path}:{f.line}:{f.column} {f.code}" for f in report.findings]

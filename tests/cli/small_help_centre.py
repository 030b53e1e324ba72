"""A help centre of two articles, and a log that asks for a third."""

ARTICLES = {
    "articles/refunds.md": "# Get a refund\n\nAsk us for a refund in the app.\n",
    "articles/cards.md": "# Order a card\n\nOrder the card in the app.\n",
}
CLOSING = [
    "how do I close my account",
    "close account please",
    "I want to close my account",
    "can I close the account",
]
OTHERS = ["how to get a refund", "refund please", "order a card", "how can I order a card"]
SETTINGS = 'articles = ["articles"]\nquestions = ["log.csv"]\n'


def make_log(questions, column="text"):
    rows = (f"q{n},{text},2026-01-{n + 1:02}" for n, text in enumerate(questions))
    return "\n".join([f"id,{column},asked_at", *rows]) + "\n"


FILES = {**ARTICLES, "log.csv": make_log(CLOSING + OTHERS), "kbtool.toml": SETTINGS}

"""Prints how many planted contradictions are found in the sample, and what is found elsewhere.

    python benchmarks/planted_contradictions.py [FOLDER ...]

Each planted sentence is added to an article of the sample that it fits, and is at odds with a
sentence of another one in other words. What is found without them, in the sample and in further
folders of articles, are false alarms or real finds, to be judged by eye.
"""

from __future__ import annotations

import sys
from pathlib import Path

from gap_engine.data import PROJECT, TODAY

from kbtool.articles import load_articles
from kbtool.matching import find_gaps
from kbtool.matching.faults.contradictions import find_contradictions
from kbtool.model import Article, Contradiction, KnowledgeBase, Source
from kbtool.parse import parse_markdown
from kbtool.questions import read_questions

SAMPLE = PROJECT / "sample_kb"
PLANTED = (
    ("someone-used-my-card", "An investigation usually takes 60 working days."),
    ("refund-not-showing", "A reverted top-up or a cancelled payment appears after 30 days."),
    ("top-up-by-bank-transfer", "The daily limit for transfers is £2,500."),
    ("pending-transfer", "Transfers from the United Kingdom arrive within two days."),
    ("charged-twice", "Hotels may keep a reservation for 90 days."),
    ("card-payment-declined", "We block your PIN after five wrong tries in a row."),
    ("change-your-pin", "The four digits of your PIN stay on the screen for one minute."),
    ("report-a-stolen-card", "We check every report and tell you the result within 60 days."),
    ("find-a-cash-machine", "You can take out £500 a month without a fee from us."),
    ("identity-documents", "Most checks are done within five hours."),
    ("order-a-card", "An order expires 30 days after we post the card."),
    ("unrecognised-withdrawal", "You can report a payment up to three months after it left."),
    ("supported-cards", "The small amount goes back to your card within three weeks."),
    ("receive-money", "We charge 5% of each withdrawal after that."),
    ("verify-your-identity", "We delete your documents two years after you leave us."),
)


def main() -> None:
    """Print what is found without planted sentences, then which of these are found."""
    articles = load_articles([SAMPLE / "articles"]).articles
    questions = read_questions([SAMPLE / "questions.csv"]).questions
    show("sample", articles, find_gaps(KnowledgeBase.of(articles, TODAY), questions).contradictions)
    for folder in sys.argv[1:]:
        own = load_articles([Path(folder)]).articles
        show(folder, own, find_contradictions(KnowledgeBase.of(own, TODAY), ()))
    planted = [plant(article) for article in articles]
    found = find_gaps(KnowledgeBase.of(planted, TODAY), questions).contradictions
    told = {claim.sentence for item in found for claim in item.claims}
    for article, sentence in PLANTED:
        print(f"{'found' if sentence in told else 'missed':<7} {article}: {sentence}")
    extra = [c for c in found if not {x.sentence for x in c.claims} & {s for _, s in PLANTED}]
    print(f"{sum(s in told for _, s in PLANTED)} of {len(PLANTED)}, {len(extra)} others")


def plant(article: Article) -> Article:
    """The article with the sentences that are planted in it."""
    added = [sentence for id_, sentence in PLANTED if id_ == article.id]
    text = "\n\n".join([article.source.text, *added]) + "\n"
    return parse_markdown(Source(article.source.path, text)) if added else article


def show(name: str, articles: tuple[Article, ...], found: tuple[Contradiction, ...]) -> None:
    """Print what is found in a set."""
    print(f"{name}: {len(articles)} articles, {len(found)} contradictions")
    for item in found:
        for claim in item.claims:
            print(f"    {claim.title}: {claim.sentence[:90]}")


if __name__ == "__main__":
    main()

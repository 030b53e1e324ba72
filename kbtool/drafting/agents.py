"""Replies of agents -> sentences that may belong into an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kbtool.drafting.values import Quote
from kbtool.matching.text.asked import count_askers
from kbtool.model import Question
from kbtool.parse.sentences import split_sentences
from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning.greetings import strip_greetings
from kbtool.questions.cleaning.signatures import strip_signatures

_SHOWN = 6
_FEWEST_WORDS, _LONGEST = 4, 300  # of a sentence, in words and in characters
# What agents say about the talk and not about the matter.
_TALK = lazy_pattern(
    r"(?i)^(?:thanks?\b|thank you|(?:we are|we're|i am|i'm) (?:really |very |so )?sorry|sorry\b|"
    r"(?:i|we) (?:hope|understand|apologi[sz]e|appreciate)\b|(?:please )?let (?:me|us) know|"
    r"(?:i am|i'm|we are|we're) (?:happy|glad|here) to help|(?:is|if) there(?:'s| is)? anything|"
    r"have a (?:nice|good|great)|feel free|do not hesitate|don't hesitate)"
)
# Of one customer alone: "I have refunded your order".
_DONE = lazy_pattern(
    r"(?i)\b(?:i have|i've|i just|we have|we've)\s(?:\w{1,15}\s){0,2}?\w{1,15}(?:ed|nt|ne)\b"
)


def find_quotes(
    own: Sequence[Question], solved: Sequence[Question], locale: str, min_people: int
) -> tuple[Quote, ...]:
    """Sentences that most agents' replies have in common, to the group's and to near questions.

    ``own`` are the questions of a group that may be quoted; of ``solved`` the near ones count,
    where at least ``min_people`` asked them.
    """
    # scikit-learn takes a second to load: only once there is something to compare.
    from kbtool.matching.text.replies import Said, find_near, rank_sentences  # noqa: PLC0415

    names = {question.id for question in own}
    others = [one for one in solved if one.agent_reply and one.text and one.id not in names]
    near = find_near([question.text for question in own if question.text], others, locale)
    if count_askers(near) < min_people:
        near = ()
    said = [
        Said(question.id, sentence)
        for question in (*own, *near)
        for sentence in _sentences(question.agent_reply)
    ]
    ranked = rank_sentences(said, locale) if said else ()
    return tuple(Quote(one.text, one.tickets) for one in ranked[:_SHOWN])


def _sentences(reply: str) -> Iterator[str]:
    """Sentences of a reply that say something about the matter."""
    text = strip_greetings(strip_signatures(reply)).strip()
    for start, end in split_sentences(text):
        sentence = strip_greetings(text[start:end]).strip()
        plain = sentence.replace("’", "'")
        if len(sentence) > _LONGEST or len(sentence.split()) < _FEWEST_WORDS:
            continue
        if not _TALK.search(plain) and not _DONE.search(plain):
            yield sentence

"""One thing written in two ways.

Customers who read "log in" here and "sign in" there wonder whether there are two accounts, and a
search for one misses the other. What most places in all articles of a language say wins; the rest
is found, once an article. "Login to" and "setup the" are found wherever they are verbs.

Source: US federal plain language guidelines ("Use the same terms consistently"); mdbook-lint,
CONTENT007 (terminology).

Bad:
    Login to the app. Setup your e-mail: email us, email them, email all.

Good:
    Log in to the app. Set up your email: email us, email them, email all.

Not flagged: labels in bold, words in quotation marks, code and addresses; nouns ("the log in the
folder", "your login to the app"); a difference that no clear majority settles.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Annotated, NamedTuple

from msgspec import Meta, field

from kbtool.language.labels import Labels
from kbtool.language.phrases import fold, is_quoted, match_case
from kbtool.language.rewording import is_plain, replace_words
from kbtool.language.scanning import anchors_of, scan_phrases
from kbtool.model import Article, Block, Change, Edit, Hit, KnowledgeBase, Outline, Severity, Span
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule
from kbtool.rules.trm._variants import GROUPS, VERBS

_LABEL_WORDS = 6  # bold text of up to so many words is a label


class InconsistentVariantOptions(Options, frozen=True):
    """Options of inconsistent-variant."""

    groups: Annotated[
        tuple[tuple[str, ...], ...],
        Meta(description="variants of one thing; forms of each in one order, with / between"),
    ] = GROUPS
    extra: Annotated[
        tuple[tuple[str, ...], ...],
        Meta(description="further groups, besides those"),
    ] = ()
    verbs: Annotated[
        dict[str, str],
        Meta(description="nouns used as verbs, and what to write instead"),
    ] = field(default_factory=lambda: VERBS)
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="variants and verbs to accept beside the others"),
    ] = ()
    share: Annotated[
        float,
        Meta(ge=0.5, le=1, description="share of all places that makes a majority"),
    ] = 0.6
    places: Annotated[
        int,
        Meta(ge=1, description="fewest places of a group in all articles"),
    ] = 4

    @cached_property
    def judged_verbs(self) -> dict[str, str]:
        """What to write instead of each verb but the exceptions, in small letters."""
        accepted = frozenset(map(fold, self.exceptions))
        verbs = {fold(verb): right for verb, right in self.verbs.items()}
        return {verb: right for verb, right in verbs.items() if verb not in accepted}

    @cached_property
    def forms(self) -> dict[str, Form]:
        """Numbers of each form of the groups but the exceptions, in small letters."""
        accepted = frozenset(map(fold, self.exceptions))
        return {
            fold(text): Form(group, variant, form)
            for group, variants in enumerate(self.groups + self.extra)
            for variant, forms in enumerate(variants)
            for form, text in enumerate(_split(forms))
            if fold(text) not in accepted
        }

    @property
    def anchors(self) -> frozenset[str]:
        """Words of which an article with any of them holds one."""
        return anchors_of(tuple(self.judged_verbs)) | anchors_of(tuple(self.forms))


class Form(NamedTuple):
    """A form of a variant, by its numbers."""

    group: int
    variant: int
    form: int


class Use(NamedTuple):
    """A place where a form stands."""

    form: Form
    span: Span
    said: str
    is_plain: bool  # whether it may be replaced as it stands


# Words before "log in" that make "log" a noun, and words behind it that no verb has.
_NOUN_BEFORE = lazy_pattern(
    r"\b(?:an?|the|this|that|each|every|any|no|your|our|its|their|event|error|change|audit|system|"
    r"chat|call|activity|server|file|access|new)\s+$",
    re.IGNORECASE,
)
_NOUN_AFTER = lazy_pattern(r"\s+(?:the|an?|this|that|your|its|our|which|front|line|case|order)\b")
_NAME_BEFORE = lazy_pattern(r"[\w,;)®™]\s+[A-Z\d][\w.®™-]*\s\Z|[®™]\s?\Z|\b[A-Z]{2,}\d*\s\Z")
_NAME_AFTER = lazy_pattern(r"\s(?:[A-Z\d]|\w+[A-Z])|[®™]")
_VERB_BEFORE = lazy_pattern(
    r"(?:^|[.!?:;,(]\s*|\b(?:to|and|or|then|can|cannot|can't|must|should|may|will|please|you|now|"
    r"first|not|don't|we|they|users|customers|next|let's)\s+)$",
    re.IGNORECASE,
)


def check(
    article: Article, kb: KnowledgeBase, options: InconsistentVariantOptions
) -> Iterator[Hit]:
    """Nouns used as verbs."""
    verbs = options.judged_verbs
    for block, (phrase, start, end) in scan_phrases(article, tuple(verbs)):
        text = block.prose.masked
        before = text[max(0, start - 20) : start]
        if _VERB_BEFORE.search(before) and not is_quoted(text, start, end):
            right = verbs[phrase]
            edit = replace_words(article.source, block.prose, start, end, right, safe=False)
            message = f'"{phrase}" has a noun where a verb belongs'
            yield Hit(block.prose.span(start, end), message, f'Write "{right}"', edit)


def survey(article: Article, options: InconsistentVariantOptions) -> tuple[Use, ...] | None:
    """Places of all variants in the article."""
    forms = options.forms
    labels, spelled = Labels(_LABEL_WORDS), sum(options.groups + options.extra, ())
    uses = []
    for block, (phrase, start, end) in scan_phrases(article, tuple(forms)):
        if _is_judged(block, start, end, labels, spelled):
            said = block.prose.text[start:end]
            whole = is_plain(article.source, block.prose, start, end)
            uses.append(Use(forms[phrase], block.prose.span(start, end), said, whole))
    return tuple(uses) or None


def _split(forms: str) -> list[str]:
    return [" ".join(form.split()) for form in forms.split("/") if form.strip()]


def _is_judged(block: Block, start: int, end: int, labels: Labels, spelled: Sequence[str]) -> bool:
    """Whether a variant is the author's own word, and not a noun that looks like it."""
    prose = block.prose
    if labels.hold(prose, start, end) or is_quoted(prose.masked, start, end):
        return False
    if _is_name(prose.masked, start, end, spelled):
        return False
    said = prose.text[start:end].lower().split()
    if len(said) == 2 and said[1] in ("in", "on") and said[0] in ("log", "logs", "sign", "signs"):
        before = prose.masked[max(0, start - 20) : start]
        return not (_NOUN_BEFORE.search(before) or _NOUN_AFTER.match(prose.masked, end))
    return True


def _is_name(text: str, start: int, end: int, spelled: Sequence[str]) -> bool:
    """Whether it is part of a name ("Board R1 WiFi"), or capitals make it a label or a keyword."""
    inner = text[start + 1 : end]
    if text[start].islower() and inner.islower():
        return False
    is_spelled = any(text[start:end] in forms for forms in spelled)
    if not (inner.islower() or is_spelled):
        return True
    return bool(
        _NAME_BEFORE.search(text, max(0, start - 30), start) or _NAME_AFTER.match(text, end)
    )


def judge(own: Outline, kb: KnowledgeBase, options: InconsistentVariantOptions) -> Iterator[Hit]:
    """The first place of each variant that most articles do not use."""
    uses: Sequence[Use] = kb.survey(RULE.code).get(own.path) or ()
    if not uses:
        return
    counts = kb.once(_count, own.locale)
    groups = options.groups + options.extra
    minor: dict[tuple[int, int], list[Use]] = {}
    for use in uses:
        winner = _winner(counts[use.form.group], options)
        if winner is not None and winner != use.form.variant:
            minor.setdefault(use.form[:2], []).append(use)
    for (group, variant), places in minor.items():
        yield _hit(places, groups[group], counts[group], variant, options)


def _count(kb: KnowledgeBase, locale: str) -> dict[int, Counter[int]]:
    """Places of each variant of each group, in all articles of a language."""
    counts: dict[int, Counter[int]] = {}
    outlines = kb.outlines_by_path
    for path, uses in kb.survey(RULE.code).items():
        if path in outlines and outlines[path].locale == locale:
            for use in uses:
                counts.setdefault(use.form.group, Counter())[use.form.variant] += 1
    return counts


def _winner(counts: Counter[int], options: InconsistentVariantOptions) -> int | None:
    ((variant, places),) = counts.most_common(1)
    total = counts.total()
    return variant if total >= options.places and places >= options.share * total else None


def _hit(
    places: list[Use],
    variants: tuple[str, ...],
    counts: Counter[int],
    variant: int,
    options: InconsistentVariantOptions,
) -> Hit:
    winner = _winner(counts, options) or 0
    right = _split(variants[winner])
    shown = _split(variants[variant])[0]
    message = f'"{shown}" {_times(counts[variant])}, "{right[0]}" {_times(counts[winner])}'
    changes = [
        Change(use.span, match_case(right[use.form.form], use.said))
        for use in places
        if use.is_plain and use.form.form < len(right)
    ]
    here = f" ({len(places)} places in this article)" if len(places) > 1 else ""
    return Hit(
        places[0].span,
        f"{message} in all articles",
        f'Write "{right[0]}" as elsewhere{here}',
        Edit(tuple(changes), safe=False) if changes else None,
    )


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


RULE = Rule(
    code="TRM003",
    name="inconsistent-variant",
    severity=Severity.INFO,
    options=InconsistentVariantOptions,
    doc=__doc__,
    check=check,
    terms=lambda options: options.anchors,
    fix="unsafe",
    languages=("en",),
    survey=survey,
    facts=tuple[Use, ...],
    judge=judge,
)

"""Texts and how sure we are that articles answer them: single questions and whole groups."""

from __future__ import annotations

from typing import Any

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from kbtool.matching.clusters.grouping import Labels, members
from kbtool.matching.judging.standard import Standard, Traits, default_standard, learn_standard
from kbtool.matching.search.matcher import Matcher
from kbtool.matching.search.ranked import Places, Ranked, rank_sparse
from kbtool.matching.text.features import Scores, Vectors
from kbtool.matching.text.vocabulary import Matrix

_FEW = 3  # wordings; smaller groups do not compete for an article
_RIVALS = 3  # groups that an article fits best: other groups are measured by them
_MOST_LEAD = 3.0  # times the rivals' mean; beyond it, more says no more
# Share of articles whose rivals count as those of the next better ones: where nothing fits an
# article, the least bad group leads by much. Of 0, .05 and .1, texts about something else would be
# called answers to 19, 7 and 7 of 100 questions of the sample, own articles dealt out anew to 44,
# 43 and 40; AUROC of groups is the same within .002 at .05, at .1 it falls by .001 to .017.
_LEAST = 0.05


class Judged(Struct, frozen=True):
    """Texts with the probability that articles answer them."""

    vectors: Vectors
    ranked: Ranked  # scores are probabilities
    learned: bool  # on the user's own articles
    standard: Standard | None = None  # what they were judged by; None for the default
    least: float = 0.0  # fit that rivals of a group are taken to reach at least

    @property
    def order(self) -> Places:
        """The two articles that fit each text best, -1 for none, (n_texts, 2)."""
        return self.ranked.articles[:, :2]

    @property
    def best(self) -> Scores:
        """Probability of the article that fits best, 0 where there is none, (n_texts,)."""
        return self.ranked.reached(0)

    def reached(self, rank: int) -> Scores:
        """Probability of the best (0) or second (1) article, 0 where there is none, (n_texts,)."""
        return self.ranked.reached(rank)


def judge_questions(
    matcher: Matcher, fits: Ranked, neighbours: Matrix, like: Judged | None = None
) -> Judged:
    """Wordings, judged one by one by their fit and by how close their neighbours are.

    By the standard of ``like`` where it is given, so that verdicts on other articles compare.

    What many ask in like words comes nearer to any article. Knowing that raised AUROC of gaps from
    .732 to .771 and AP from .473 to .567 (banking77, hwu64, stackfaq, thunderbird, sample).
    """
    traits = _closeness(neighbours)
    if like is None:
        sizes = np.ones(len(fits.scores))
        standard = learn_standard(fits, len(matcher.texts), traits, sizes)
    else:
        standard = like.standard
    return apply_standard(standard, matcher.vectors, fits, traits, matcher.lift())


def _closeness(neighbours: Matrix) -> Traits:
    """Mean cosine of each text with its neighbours, (n_texts, 1)."""
    near = np.maximum(np.asarray((neighbours > 0).sum(axis=1)), 1)
    closeness = np.asarray(neighbours.sum(axis=1)) / near
    return np.asarray(closeness.reshape(-1, 1), dtype=np.float64)


def apply_standard(
    standard: Standard | None, vectors: Vectors, fits: Ranked, traits: Traits, lift: Scores | None
) -> Judged:
    """Wordings judged by a standard, None for the default one."""
    if standard is None:
        none = np.zeros((len(fits.scores), 0))
        return replace(
            _apply(default_standard(), vectors, fits, none), learned=False, standard=None
        )
    return lower(_apply(standard, vectors, fits, traits), lift)


def lower(judged: Judged, lift: Scores | None) -> Judged:
    """The same texts, with evidence for gaps (log-odds, (n_texts,)) taken into account.

    The fit then counts half, since both look at the same words. With a quarter of thunderbird's
    articles left out, AUROC of gaps was .615 without, .774 with this.
    """
    if lift is None:
        return judged
    logits = to_logits(judged.ranked.scores) / 2 - lift[:, None]
    return replace(judged, ranked=judged.ranked.mapped(from_logits(logits)))


def judge_groups(
    matcher: Matcher, labels: Labels, questions: Judged, like: Judged | None = None
) -> Judged:
    """Groups, judged by how far their centre leads or trails other groups on its article.

    With their size and closeness this raised AUROC of groups from .846 to .884 and AP from .658 to
    .741 over their centre's fit alone (banking77, hwu64, stackfaq, sample). The size alone is worth
    .023 AUROC and .073 AP of groups on banking77, .007 and .024 on stackfaq. Too few groups to
    learn from are judged by the mean of their questions. ``like`` as for ``judge_questions``.
    """
    shares = members(labels)
    centres = matcher.vectors.pooled(shares)
    fits = matcher.rank(centres)
    sizes = np.bincount(labels)
    # The mean cosine of a centre with its members is its product with their mean.
    middles = [shares @ part for part in (matcher.vectors.words, matcher.vectors.chars)]
    closeness = sum(
        np.asarray(part.multiply(mean).sum(axis=1)).ravel()
        for part, mean in zip((centres.words, centres.chars), middles, strict=True)
    )
    traits = np.column_stack([np.log(sizes), closeness]).astype(np.float64)
    n_articles = len(matcher.texts)
    rivals = _find_rivals(fits, n_articles, sizes)
    least = like.least if like else float(np.quantile(rivals, _LEAST)) if n_articles else 0.0
    lead = fits.mapped(_lead(fits, np.maximum(rivals, least)))
    standard = like.standard if like else learn_standard(lead, n_articles, traits, sizes)
    if standard is None:
        means = rank_sparse((shares @ questions.ranked.spread(n_articles)).tocsr())
        return Judged(centres, means, questions.learned)
    lift = matcher.lift()
    own = lower(_apply(standard, centres, lead, traits), None if lift is None else shares @ lift)
    return replace(own, ranked=own.ranked.mapped(_agree(own, shares, questions)), least=least)


def _agree(groups: Judged, shares: Matrix, questions: Judged) -> Scores:
    """Probabilities of groups whose odds are the mean of their centre's and of their questions'.

    AUROC of groups by centre, by questions and by both is .952 .945 .959 on stackfaq, .919 .901
    .920 on banking77, .878 .897 .898 on hwu64, with a quarter of the articles left out.
    """
    members = from_logits(shares @ to_logits(questions.best))
    return mean_odds(groups.ranked.scores, members[:, None])


def mean_odds(one: NDArray[Any], other: NDArray[Any]) -> Scores:
    """Probabilities whose log-odds are the mean of those of two."""
    return from_logits((to_logits(one) + to_logits(other)) / 2)


def to_logits(probabilities: NDArray[Any]) -> Scores:
    """Log-odds of probabilities, finite even for 0 and 1."""
    chance = np.clip(probabilities, 1e-6, 1 - 1e-6)
    return np.asarray(np.log(chance / (1 - chance)), dtype=np.float32)


def from_logits(logits: NDArray[Any]) -> Scores:
    """Probabilities of log-odds."""
    return np.asarray(1 / (1 + np.exp(-logits)), dtype=np.float32)


def _find_rivals(fits: Ranked, n_articles: int, sizes: NDArray[Any]) -> Scores:
    """Mean fit of the groups that fit each article best, (n_articles,)."""
    large = sizes >= _FEW
    if not large.any():
        large = np.ones(len(sizes), dtype=bool)
    by_article = fits.spread(n_articles)[large].T.tocsr()
    return np.asarray(rank_sparse(by_article, _RIVALS).scores[:, :_RIVALS].mean(axis=1))


def _lead(fits: Ranked, rivals: Scores) -> Scores:
    """Fits over what the rivals for each article reach, (n_groups, n_kept)."""
    if not len(rivals):
        return fits.scores
    lead: Scores = np.minimum(fits.scores / np.maximum(rivals[fits.articles], 1e-6), _MOST_LEAD)
    return lead


def _apply(standard: Standard, vectors: Vectors, fits: Ranked, traits: Traits) -> Judged:
    probabilities = standard.answer_probabilities(fits.scores, traits)
    return Judged(vectors, fits.mapped(probabilities), learned=True, standard=standard)

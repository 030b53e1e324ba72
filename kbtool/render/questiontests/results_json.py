"""Question tests, schema ``kbtool.test/1``."""

from __future__ import annotations

import json
from typing import Any

from kbtool.model import Match
from kbtool.questiontests.values import Case, Flip, Outcome, Result, Robustness
from kbtool.render.versions import MATCHING, versions

SCHEMA = "kbtool.test/1"
_DIGITS = 4


def render(outcome: Outcome) -> str:
    """One object: the gates, every test, what changed since the baseline, robustness."""
    document = {
        "schema": SCHEMA,
        "versions": versions(MATCHING),
        "good": outcome.is_good,
        "tests": len(outcome.results),
        "passed": outcome.passed,
        "pass_rate": round(outcome.rate, _DIGITS),
        "min_pass_rate": outcome.floor,
        "reaches_min_pass_rate": outcome.reaches_floor,
        "baseline": outcome.baseline or None,
        "regressions": [_key(result.case) for result in outcome.regressions],
        "known_failures": [_key(result.case) for result in outcome.known],
        "gone_from_baseline": outcome.gone,
        "not_in_baseline": outcome.unknown,
        "results": [_result(result) for result in outcome.results],
        "flips": [_flip(flip) for flip in outcome.flips],
        "robustness": _robustness(outcome.robustness),
    }
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _key(case: Case) -> dict[str, Any]:
    return {"article": case.article or None, "kind": case.kind.value, "question": case.question}


def _result(result: Result) -> dict[str, Any]:
    case = result.case
    return {
        **_key(case),
        "passage": list(case.passage) or None,
        "within": case.within,
        "answered": case.answered,
        "path": case.path,
        "line": case.line,
        "seeded": case.seeded,
        "passed": result.passed,
        "fault": result.fault.value or None,
        "problem": case.problem or None,
        "decision": result.decision.value,
        "reason": result.reason.name.lower() if result.reason else None,
        "need": result.need.value,
        "lacks": result.lacks.value if result.lacks else None,
        "place": result.place,
        "probability": round(result.probability, _DIGITS),
        "gap_probability": round(result.gap_probability, _DIGITS),
        "found": _match(result.found),
        "expected": _match(result.expected),
    }


def _match(match: Match | None) -> dict[str, Any] | None:
    if match is None:
        return None
    return {
        "article": match.article,
        "title": match.title,
        "passage": list(match.passage),
        "score": match.score,
        "words": list(match.terms),
        "missing": list(match.missing),
    }


def _flip(flip: Flip) -> dict[str, Any]:
    found = flip.result.found
    return {
        **_key(flip.result.case),
        "passed": [flip.passed_before, flip.result.passed],
        "decision": [flip.decision_before.value, flip.result.decision.value],
        "found": [flip.found_before or None, found.article if found else None],
        "gained": list(flip.gained),
        "lost": list(flip.lost),
    }


def _robustness(robustness: Robustness | None) -> dict[str, Any] | None:
    if robustness is None:
        return None
    score = robustness.score
    return {
        "score": None if score is None else round(score, _DIGITS),
        "variants": [
            {
                **_key(variant.case),
                "change": variant.change,
                "text": variant.text,
                "found": variant.found or None,
                "passed": variant.held,
                "fault": variant.fault.value or None,
                "decision": variant.decision.value,
            }
            for variant in robustness.variants
        ],
    }

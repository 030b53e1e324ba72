"""Findings as a Code Quality report of GitLab."""

from __future__ import annotations

import json
from hashlib import blake2b

from kbtool.model import Finding, Severity
from kbtool.runner.identity import Identity, identify
from kbtool.runner.values import LintReport

_LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: LintReport, *, color: bool = False) -> str:  # noqa: ARG001 - the signature of all formats
    """One array of findings; each fingerprint is that of the finding, whatever its line is."""
    found = [_describe(*pair) for pair in identify(report.findings, report.sources)]
    return json.dumps(found, ensure_ascii=True, indent=2, allow_nan=False) + "\n"


def _describe(finding: Finding, identity: Identity) -> dict[str, object]:
    return {
        "description": finding.message,
        "check_name": finding.code,
        "fingerprint": fingerprint(finding, identity),
        "severity": _LEVELS[finding.severity],
        "location": {"path": finding.path, "lines": {"begin": finding.line}},
    }


def fingerprint(finding: Finding, identity: Identity) -> str:
    """Digest of rule, article, text and ordinal, 32 hexadecimal digits."""
    parts = (finding.path, identity.code, identity.text, str(identity.ordinal))
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(text, digest_size=16).hexdigest()

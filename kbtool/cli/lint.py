"""``kbtool lint``."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from kbtool.articles import Loaded, show
from kbtool.cli.common import (
    Progress,
    config_option,
    find_project,
    load_project_articles,
    make_knowledge_base,
    output_options,
    report_faults,
    report_skipped,
    resolve_today,
    say,
    today_option,
    use_color,
)
from kbtool.cli.selecting import active_rules
from kbtool.config import Project
from kbtool.linter import LintResult, lint
from kbtool.model import Finding, KnowledgeBase, Outline, Severity
from kbtool.render import FORMATS, load_renderer
from kbtool.render.terminal import count
from kbtool.rule import ActiveRule
from kbtool.runner.values import LintReport


@dataclass(frozen=True)
class _Run:
    """What one call of the command has at hand."""

    project: Project
    loaded: Loaded
    kb: KnowledgeBase
    rules: tuple[ActiveRule, ...]
    quiet: bool


@click.command("lint")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--select", multiple=True, metavar="RULES", help="Run only these rules.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Leave these rules out.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help="Exit with 1 from this severity on (default: error).",
)
@click.option("--fix", is_flag=True, help="Mend what can be mended without changing the meaning.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix: mend wording and structure too.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(sorted(FORMATS["lint"])),
    help="Output (default: full on a terminal, concise elsewhere).",
)
@click.option(
    "--force-exclude",
    is_flag=True,
    help="Apply excludes to files named here as well; having nothing to check is then no error.",
)
@today_option
@config_option
@output_options
def command(
    paths: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    **settings: Any,
) -> int:
    """Find problems in articles.

    PATHS are Markdown files, folders, or a folder with a kbtool.toml; without them the articles
    that kbtool.toml names. Exit code: 0 nothing found, 1 findings, 2 something could not be read.
    """
    project, rest = find_project(paths, settings["config_path"])
    rules = active_rules(project, select, ignore)
    progress = Progress(settings["quiet"])
    loaded = load_project_articles(
        project,
        rest,
        force_exclude=settings["force_exclude"],
        progress=lambda done: progress.show("reading", done),
    )
    kb = _knowledge_base(project, rest, loaded, rules, settings)
    run = _Run(project, loaded, kb, rules, settings["quiet"])
    fixed = 0
    if settings["fix"]:
        run, fixed = _fix(run, unsafe=settings["unsafe_fixes"])
    total = len(run.loaded.articles)
    result = lint(
        run.kb,
        run.loaded.articles,
        rules,
        lambda done: progress.show("linting", done, total),
    )
    progress.clear()
    _print(run, result, settings["format_name"], use_color(settings["color"]), fixed)
    if not run.loaded.articles and not settings["force_exclude"]:
        return 2
    return _exit_code(run, result, fail_on or project.config.lint.fail_on)


def _knowledge_base(
    project: Project,
    rest: Sequence[Path],
    loaded: Loaded,
    rules: Sequence[ActiveRule],
    settings: dict[str, Any],
) -> KnowledgeBase:
    """What rules may look at: all articles of the project, also when only some are named."""
    today = resolve_today(settings["today"], project)
    whole = loaded
    if rest and project.config.articles and any(active.rule.whole for active in rules):
        everything = load_project_articles(project, [])
        named = {article.path for article in loaded.articles}
        others = [article for article in everything.articles if article.path not in named]
        articles = (*loaded.articles, *others)
        whole = Loaded(articles, (), loaded.others | everything.others)
    return make_knowledge_base(whole, today, show(project.root) if project.path else "")


def _fix(run: _Run, *, unsafe: bool) -> tuple[_Run, int]:
    """Run after mending files, and how many findings were mended."""
    from kbtool.cli.fixing import fix_files  # noqa: PLC0415 - tempfile and its like: 5 ms

    fixed, articles, faults = fix_files(run.kb, run.loaded.articles, run.rules, unsafe=unsafe)
    mended = {article.path: article for article in articles}
    kb = KnowledgeBase(
        tuple(mended.get(article.path, article) for article in run.kb.articles),
        run.kb.today,
        run.kb.root,
        run.kb.files,
    )
    loaded = Loaded(articles, (*run.loaded.skipped, *faults), run.loaded.others)
    return _Run(run.project, loaded, kb, run.rules, run.quiet), fixed


def _print(run: _Run, result: LintResult, name: str | None, color: bool, fixed: int) -> None:
    chosen = name or ("full" if sys.stdout.isatty() else "concise")
    report = LintReport(
        findings=result.findings,
        articles=tuple(map(Outline.of, run.loaded.articles)),
        sources={article.path: article.source for article in run.loaded.articles},
        rules=tuple(active.rule for active in run.rules),
        suppressed=result.suppressed,
        faults=result.faults,
        skipped=run.loaded.skipped,
        skipped_languages=result.skipped_languages,
        fixed=fixed,
    )
    click.echo(load_renderer("lint", chosen)(report, color=color), nl=False, color=color)
    report_skipped(run.loaded)
    report_faults(result.faults)
    if not run.loaded.articles:
        say("kbtool: no articles were checked")
    if chosen != "json" and not run.quiet:
        for locale, number in result.skipped_languages:
            say(
                f"note: word lists for `{locale}` are missing: {count(number, 'article')} checked "
                "for structure only"
            )
        click.echo(
            ("\n" if chosen == "full" and result.findings else "") + _summary(run, result, fixed)
        )


def _summary(run: _Run, result: LintResult, fixed: int) -> str:
    found, articles = result.findings, count(len(run.loaded.articles), "article")
    skipped = len(run.loaded.skipped)
    tail = f"; {count(skipped, 'file')} skipped" if skipped else ""
    tail += f"; {len(result.suppressed)} suppressed" if result.suppressed else ""
    done = f"Fixed {count(fixed, 'problem')}. " if fixed else ""
    if not found:
        return f"{done}Nothing found in {articles}{tail}."
    amounts = Counter(finding.severity for finding in found)
    parts = [
        count(amounts[Severity.ERROR], "error"),
        count(amounts[Severity.WARNING], "warning"),
        f"{amounts[Severity.INFO]} info",
    ]
    where = f"in {len({finding.path for finding in found})} of {articles}{_fixable(found)}{tail}"
    return f"{done}Found {count(len(found), 'problem')} ({', '.join(parts)}) {where}."


def _fixable(findings: Sequence[Finding]) -> str:
    safe = sum(1 for finding in findings if finding.edit and finding.edit.safe)
    unsafe = sum(1 for finding in findings if finding.edit and not finding.edit.safe)
    if safe and unsafe:
        return f"; {safe} fixable with --fix, {unsafe} more with --unsafe-fixes"
    if safe or unsafe:
        return f"; {safe or unsafe} fixable with --fix{'' if safe else ' --unsafe-fixes'}"
    return ""


def _exit_code(run: _Run, result: LintResult, fail_on: str) -> int:
    if result.faults:
        return 3
    if any(skip.fault for skip in run.loaded.skipped):
        return 2
    if fail_on == "never":
        return 0
    limit = Severity[fail_on.upper()]
    return int(any(finding.severity >= limit for finding in result.findings))

"""What a rule is, and how a set of rules is chosen and set."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property
from typing import Any, Generic, Literal, TypeVar

import msgspec
from msgspec import Struct

from kbtool.errors import ConfigError
from kbtool.language.locales import language_of
from kbtool.model import Article, Hit, KnowledgeBase, Outline, Severity


class Options(Struct, frozen=True, dict=True, forbid_unknown_fields=True, rename="kebab"):
    """Options of a rule: each field is a key in kbtool.toml, its default and its limits.

    Describe a field by ``Annotated[int, msgspec.Meta(ge=1, description="...")]``. What a rule makes
    of them (a list folded, a pattern) is a ``cached_property``: made once a run, not once an
    article.
    """


OptionsT = TypeVar("OptionsT", bound=Options)
FAMILIES = {
    "bots": "BOT",
    "clarity": "CLR",
    "escape": "ESC",
    "findability": "FND",
    "freshness": "FRS",
    "hygiene": "HYG",
    "images": "IMG",
    "inclusion": "INC",
    "interface": "UIT",
    "links": "LNK",
    "metadata": "MET",
    "readability": "RDB",
    "structure": "STR",
    "terminology": "TRM",
    "tone": "TON",
    "translation": "LOC",
}
"""Words that stand for the codes of families, wherever rules are chosen."""

Terms = Callable[[OptionsT], frozenset[str]]
Check = Callable[[Article, KnowledgeBase, OptionsT], Iterator[Hit]]
Survey = Callable[[Article, OptionsT], Any]
Judge = Callable[[Outline, KnowledgeBase, OptionsT], Iterator[Hit]]
Fix = Literal["none", "safe", "mixed", "unsafe"]


class Rule(Struct, Generic[OptionsT], frozen=True, dict=True):
    """One thing that can be wrong with an article.

    Most rules look at one article at a time: ``check``. A rule that has to know other articles
    works in two steps, so that no run holds all articles at once: ``survey`` says, as plain values
    of the type ``facts``, what the rule needs to know of an article (None: nothing), places of its
    own possible hits included; then ``judge`` yields the hits in one article, given its outline,
    from what was surveyed in all (``kb.survey(code)``).
    """

    code: str  # three letters of the family and three digits; never used again once released
    name: str  # what it finds, never the remedy
    severity: Severity
    options: type[OptionsT]
    doc: str  # the module's docstring: its page
    check: Check[OptionsT] | None = None
    fix: Fix = "none"  # what kinds of fixes its hits carry
    default: bool = True  # runs unless a selection says otherwise
    languages: tuple[str, ...] = ()  # that its word lists know; () for rules about structure
    survey: Survey[OptionsT] | None = None
    facts: Any = None  # type of what ``survey`` returns: named tuples of plain values and the like
    judge: Judge[OptionsT] | None = None
    terms: Terms[OptionsT] | None = None  # as of RunningText: prose without any needs no look

    @property
    def whole(self) -> bool:
        """Whether it looks at other articles too."""
        return self.judge is not None

    @property
    def names(self) -> tuple[str, str]:
        """What people call it by, in small letters: its code and its name."""
        return self.code.lower(), self.name

    @property
    def module(self) -> str:
        """Name of the module it comes from; "" for the rule that only the linter can check."""
        function = self.check or self.judge
        return function.__module__ if function else ""

    @property
    def family(self) -> str:
        """Letters of the code."""
        return self.code.rstrip("0123456789")

    @cached_property
    def page(self) -> Page:
        """Its page, in parts."""
        return Page.of(self.doc)

    def speaks(self, locale: str) -> bool:
        """Whether it can judge an article of this locale."""
        return not self.languages or language_of(locale) in self.languages


class Page(Struct, frozen=True):
    """The parts of a rule's page.

    In a docstring, ``Bad:`` and ``Good:`` stand on lines of their own before an indented
    example; every other paragraph is explanation.
    """

    summary: str  # first line
    why: tuple[str, ...]  # paragraphs
    bad: str
    good: str

    @classmethod
    def of(cls, doc: str) -> Page:
        """Page of a docstring."""
        summary, _, rest = doc.strip().partition("\n")
        examples = {"Bad:": "", "Good:": ""}
        paragraphs: list[str] = []
        label = ""
        for part in re.split(r"\n(?=\S)", rest.strip("\n")):
            lines = part.split("\n")
            if lines[0] in examples:
                label = lines[0]
                examples[label] = _dedent(lines[1:])
            else:
                paragraphs.append(part)
        text = "\n".join(paragraphs)
        why = tuple(" ".join(block.split()) for block in re.split(r"\n\s*\n", text))
        return cls(summary, tuple(filter(None, why)), examples["Bad:"], examples["Good:"])


def _dedent(lines: Sequence[str]) -> str:
    return "\n".join(line[4:] for line in lines).strip("\n") + "\n"


class ActiveRule(Struct, frozen=True):
    """A rule as one run uses it."""

    rule: Rule[Any]
    options: Options
    severity: Severity | None = None  # set by the user: counts for all its hits
    at_least: bool = False  # whether hits that are worse by themselves stay so

    @property
    def terms(self) -> frozenset[str] | None:
        """Terms of which prose must hold one for it to find anything; None: it always looks."""
        return self.rule.terms(self.options) if self.rule.terms else None

    def severity_of(self, hit: Hit) -> Severity:
        """How bad a hit is: what the user set, else what the hit says, else the rule's own."""
        own = hit.severity or self.rule.severity
        if self.severity is None:
            return own
        return max(own, self.severity) if self.at_least else self.severity


class Selection(Struct, frozen=True):
    """Which rules a user wants. Each entry is a code, a name, the start of a code, or ALL."""

    select: Sequence[str] | None = None  # None: what was on before, by default or by a selection
    extend_select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    severity: Mapping[str, str] | None = None
    options: Mapping[str, Mapping[str, Any]] | None = None  # by code or name
    where: Callable[[str], str] = str  # place of one of its keys, for those who ask why


def configure(rules: Sequence[Rule[Any]], *selections: Selection) -> tuple[ActiveRule, ...]:
    """Rules that selections switch on, with their options, in order of their codes.

    Each selection changes what those before it left; within one, switching off wins over switching
    on. Raises ConfigError for names that match no rule, for options that a rule does not take, and
    for two tables of options for one rule.
    """
    chosen = {rule.code for rule in rules if rule.default}
    severities: dict[str, Severity] = {}
    settings: dict[str, Mapping[str, Any]] = {}
    for selection in selections:
        chosen = choose(rules, selection, chosen)
        for entry, word in (selection.severity or {}).items():
            found = find_rules(rules, entry)
            severities |= {rule.code: Severity[word.upper()] for rule in found}
        for code, table in _tables(rules, selection).items():
            settings[code] = {**settings.get(code, {}), **table}
    return tuple(
        ActiveRule(rule, set_options(rule, settings.get(rule.code, {})), severities.get(rule.code))
        for rule in sorted(rules, key=lambda rule: rule.code)
        if rule.code in chosen
    )


def choose(rules: Sequence[Rule[Any]], selection: Selection, before: set[str]) -> set[str]:
    """Codes of the rules that are on after a selection. Raises ConfigError."""
    chosen = set(before) if selection.select is None else set()
    for entry in [*(selection.select or ()), *selection.extend_select]:
        chosen |= {rule.code for rule in find_rules(rules, entry)}
    for entry in selection.ignore:
        chosen -= {rule.code for rule in find_rules(rules, entry)}
    return chosen


def _tables(rules: Sequence[Rule[Any]], selection: Selection) -> dict[str, Mapping[str, Any]]:
    """Options of a selection by the code of their rule."""
    tables: dict[str, Mapping[str, Any]] = {}
    for entry, table in (selection.options or {}).items():
        (rule,) = find_rules(rules, entry, exact=True)
        if rule.code in tables:
            message = f"`{entry}` is a second table of options for rule {rule.code} {rule.name}"
            raise ConfigError(message, remedy="Join the two into one")
        tables[rule.code] = table
    return tables


def find_rules(
    rules: Sequence[Rule[Any]],
    entry: str,
    *,
    exact: bool = False,
) -> list[Rule[Any]]:
    """Rules that a code, a name, a family's word, the start of a code or ALL stands for.

    With ``exact`` only a whole code or name will do. Raises ConfigError where nothing matches.
    """
    wanted = entry.strip()
    found = [r for r in rules if wanted.upper() == r.code or wanted.lower() == r.name]
    if not found and not exact and wanted:
        everything = wanted.upper() == "ALL"
        start = FAMILIES.get(wanted.lower(), wanted.upper())
        is_family = start in FAMILIES.values()  # STR is not for rules of a user called STRIPE001
        found = [
            rule
            for rule in rules
            if everything or (rule.family == start if is_family else rule.code.startswith(start))
        ]
    if found:
        return found
    names = [rule.name for rule in rules] + [rule.code for rule in rules]
    near = (
        get_close_matches(wanted.lower(), names, 1)
        or get_close_matches(wanted.upper(), names, 1)
        or get_close_matches(wanted.lower(), () if exact else FAMILIES, 1)
    )
    hint = f"Did you mean `{near[0]}`?" if near else "`kbtool rule` lists all rules"
    raise ConfigError(f"no rule is called `{entry}`", remedy=hint)


def check_names(code: str, name: str, others: Sequence[Rule[Any]]) -> None:
    """Raise ConfigError where a rule of a user or of a plugin takes what belongs to another.

    Families of kbtool are its own, so that its later rules never meet one of somebody else.
    """
    for rule in others:
        for own, other in ((code, rule.code), (name, rule.name)):
            if own == other:
                raise ConfigError(f"`{own}` is the name of another rule", remedy="Choose another")
    if name in FAMILIES or name == "all":
        raise ConfigError(f"`{name}` stands for several rules", remedy="Choose another name")
    if code.rstrip("0123456789") in FAMILIES.values():
        remedy = "Begin it with letters of your own, such as ACME001"
        raise ConfigError(f"code `{code}` begins like those of kbtool", remedy=remedy)


def set_options(rule: Rule[OptionsT], table: Mapping[str, Any]) -> OptionsT:
    """Options of a rule from a table of kbtool.toml; what is not named keeps its default."""
    if not table:
        return rule.options()  # checking no options takes half a millisecond a rule
    known = [field.encode_name for field in msgspec.structs.fields(rule.options)]
    for key in table:
        if key not in known:
            near = get_close_matches(key, known, 1)
            hint = f"Did you mean `{near[0]}`?" if near else f"It knows: {', '.join(known) or '-'}"
            raise ConfigError(f"rule `{rule.name}` has no option `{key}`", remedy=hint)
    try:
        return msgspec.convert(dict(table), rule.options)
    except msgspec.ValidationError as error:
        remedy = f"`kbtool rule {rule.code}` shows its options"
        raise ConfigError(f"option of rule `{rule.name}`: {error}", remedy=remedy) from error

"""What every ``[[rule]]`` of a configuration may say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct

from kbtool.custom.phrases import Match, Phrases, list_phrases
from kbtool.custom.texts import check_scope
from kbtool.model import Hit, Span
from kbtool.patterns import lazy_pattern

List = tuple[str, ...]
_PLACEHOLDER = lazy_pattern(r"\{(found|right|count|limit)\}")


class Table(Struct, frozen=True, rename="kebab", kw_only=True, tag_field="kind"):
    """A rule that a user wrote."""

    code: Annotated[
        str,
        Meta(
            pattern="^[A-Z]{2,10}[0-9]{1,4}$",
            description="letters of your own and a number, as in ACME001; never use it again",
        ),
    ]
    name: Annotated[
        str,
        Meta(
            pattern="^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
            description="what it finds, as in competitor-name",
        ),
    ]
    message: Annotated[
        str,
        Meta(description="what a finding says; {found}, {right}, {count} and {limit} are filled"),
    ] = ""
    help: Annotated[str, Meta(description="what to do about it, filled likewise")] = ""
    why: Annotated[str, Meta(description="the reason, for the rule's page")] = ""
    link: Annotated[str, Meta(description="address of your style guide, for the page")] = ""
    severity: Annotated[
        Literal["error", "warning", "info"], Meta(description="how bad a finding is")
    ] = "warning"
    languages: Annotated[
        List, Meta(description="languages whose articles it is for; none named: all")
    ] = ()
    examples_bad: Annotated[
        List, Meta(description="articles in which it must find something; `kbtool rule --test`")
    ] = ()
    examples_good: Annotated[List, Meta(description="articles in which it must find nothing")] = ()

    def prepare(self) -> None:
        """Raise ConfigError for entries that make no sense, before any article is read."""

    def hit_at(self, span: Span, default: str, help_text: str, **values: object) -> Hit:
        """Hit with the user's message and help, or else these; placeholders are filled."""
        message, advice = self.message or default, self.help or help_text
        return Hit(span, _fill(message, values), _fill(advice, values))


def _fill(template: str, values: Mapping[str, object]) -> str:
    return _PLACEHOLDER.sub(lambda sign: str(values.get(sign[1], sign[0])), template)


class Scoped(Table, frozen=True, kw_only=True):
    """A rule that looks for phrases in texts of some scopes."""

    scope: Annotated[
        List,
        Meta(
            description="kinds of text to look at: title, heading, paragraph, item, step, table,"
            " quote, sentence, link, alt, prose, meta:KEY; none named: the title and all prose"
        ),
    ] = ()
    exceptions: Annotated[
        List, Meta(description="longer phrases in which a phrase is right; re: begins a pattern")
    ] = ()
    case: Annotated[bool, Meta(description="whether capitals count")] = False

    def prepare(self) -> None:
        """Check scopes and patterns."""
        for scope in self.scope:
            check_scope(scope)
        self.phrases_of(())

    def phrases_of(self, entries: List) -> Phrases:
        """These phrases with the rule's exceptions."""
        return list_phrases(entries, self.exceptions, case=self.case)

    def hit(self, match: Match, default: str, help_text: str, **values: object) -> Hit:
        """Hit on a match."""
        span = match.text.place(match.start, match.end)
        return self.hit_at(span, default, help_text, found=match.said, **values)

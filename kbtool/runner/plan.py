"""Which rules run on which article, and a digest of all that decides it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from kbtool.articles import exclude_by
from kbtool.config import Override, Project
from kbtool.runner.choices import Choices

if TYPE_CHECKING:
    from kbtool.linter import RuleSet
    from kbtool.rule import Rule


class Plan(Struct, frozen=True, dict=True):
    """Rules of a run."""

    project: Project
    choices: Choices
    _known: dict[tuple[int, ...], RuleSet] = field(default_factory=dict)

    def check(self) -> None:
        """Raise ConfigError for rules and options that do not exist, wherever they are named."""
        self._choose(())
        for number in range(len(self.project.config.overrides)):
            self._choose((number,))

    def rules_for(self, path: str, article_id: str) -> RuleSet:
        """Rules that run on an article, by its path as shown and its id."""
        return self._choose(self.overrides_for(path, article_id))

    def overrides_for(self, path: str, article_id: str) -> tuple[int, ...]:
        """Numbers of the overrides that apply to an article, in their order."""
        return tuple(
            number
            for number, override in enumerate(self.project.config.overrides)
            if article_id in override.articles or self._matches(number, path)
        )

    def _choose(self, applying: tuple[int, ...]) -> RuleSet:
        if applying not in self._known:
            from kbtool.linter import RuleSet  # noqa: PLC0415 - as below
            from kbtool.runner.selecting import active_rules  # noqa: PLC0415 - as below

            overrides = [self.project.config.overrides[number] for number in applying]
            self._known[applying] = RuleSet(active_rules(self.project, self.choices, overrides))
        return self._known[applying]

    def _matches(self, number: int, path: str) -> bool:
        override = self.project.config.overrides[number]
        return bool(override.files) and self._patterns[number](Path(path.partition("#")[0]))

    @cached_property
    def _patterns(self) -> list[Any]:
        """For each override whether it means a path."""
        overrides: list[Override] = self.project.config.overrides
        return [exclude_by(override.files, self.project.root) for override in overrides]

    @cached_property
    def known_rules(self) -> tuple[Rule[Any], ...]:
        """All rules there are."""
        from kbtool.runner.known_rules import known_rules  # noqa: PLC0415 - as below

        return known_rules(self.project)  # a run from the cache needs none of them

    @cached_property
    def digest(self) -> str:
        """Digest of the configuration, the choices made and the program; imports no rule."""
        import hashlib  # noqa: PLC0415 - loads OpenSSL, 3 ms: only the cache asks for digests

        texts = (self.project.text, repr(self.choices), sys.version, *self._plugins)
        parts = (*texts, *_files_of_program())
        return hashlib.blake2b("\0".join(parts).encode("utf-8", "replace")).hexdigest()

    @property
    def _plugins(self) -> tuple[str, ...]:
        """Names and versions of all plugins."""
        if not self.project.config.plugins:
            return ()
        from kbtool.runner.plugins import plugin_versions  # noqa: PLC0415 - few projects have any

        return plugin_versions(self.project)


def _files_of_program() -> Iterator[str]:
    """Name, size and time of each file of kbtool, so that no other state of it passes for it.

    Texts are among them, for rules of readability look words up in one.
    """
    home = str(Path(__file__).parents[1])
    for folder, folders, names in os.walk(home):
        folders.sort()
        for name in sorted(name for name in names if name.endswith((".py", ".txt"))):
            place = os.path.join(folder, name)  # noqa: PTH118 - hundreds of files
            state = os.stat(place)  # noqa: PTH116 - as above
            yield f"{place} {state.st_size} {state.st_mtime_ns}"

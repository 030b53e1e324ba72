"""``kbtool lsp``."""

from __future__ import annotations

from datetime import date

import click

from kbtool import __version__
from kbtool.cli.common import resolve_today
from kbtool.errors import UsageError
from kbtool.runner.cache import Cache, default_folder
from kbtool.runner.sqlite_cache import open_cache


@click.command("lsp")
def command() -> None:
    """Serve an editor over standard input and output (Language Server Protocol).

    Editors start it themselves; docs/editors-and-ci.md shows how to set them up.
    """
    try:
        # The one command that needs the extra.
        from kbtool.lsp.server import make_server  # noqa: PLC0415 - see above
        from kbtool.lsp.session import Session  # noqa: PLC0415 - see above
    except ModuleNotFoundError as error:
        remedy = 'Install it with: pip install "kbtool[lsp]"'
        raise UsageError(f"{error.name} is not installed", remedy=remedy) from error
    session = Session(lambda project: resolve_today(None, project), _open_cache)
    make_server(session, __version__).start_io()


def _open_cache(today: date) -> Cache:
    return open_cache(default_folder(), today.toordinal())

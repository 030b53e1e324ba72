"""What a configuration says of the addresses of a knowledge base."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, field

from kbtool.link_targets.addresses import is_address
from kbtool.rule import Options


class TargetOptions(Options, frozen=True):
    """Options that broken-internal-link and broken-anchor share."""

    own_urls: Annotated[
        tuple[str, ...],
        Meta(description="hosts, or beginnings of addresses, under which the articles are online"),
    ] = ()
    article_urls: Annotated[
        tuple[str, ...],
        Meta(description="how addresses name articles: {id} is an id, * any one folder"),
    ] = ("/hc/*/articles/{id}", "/articles/{id}", "/*/articles/{id}")
    redirects: Annotated[
        dict[str, str],
        Meta(description="paths or addresses that your site redirects, and where to"),
    ] = field(default_factory=dict)


def may_be_own(href: str, options: TargetOptions) -> bool:
    """Whether an address may lead to an article or a file of this knowledge base."""
    return bool(options.own_urls) or not is_address(href.strip())

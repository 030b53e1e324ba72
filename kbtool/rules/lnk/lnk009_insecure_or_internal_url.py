"""A link that is not encrypted, or that only your own team can open.

`http://` lets everybody between your customer and the site read and change the page. A link to a
test site, to your own computer or to the editor of the help centre came into the text by mistake:
customers get an error, and strangers learn how your systems are called.

Source: W3C, "Securing the Web" (use https); OWASP, testing for information leakage in web content.

Bad:
    See [fees](http://www.example.com/fees) and [limits](https://staging.example.com/limits).

Good:
    See [fees](https://www.example.com/fees) and [limits](https://www.example.com/limits).

Not flagged: addresses in code, addresses that are shown so that people type them
(`http://192.168.0.1`), names of XML formats, and `example.com`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated, NamedTuple

from msgspec import Meta

from kbtool.model import Article, Hit, KnowledgeBase, Link, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_INTERNAL_HOSTS = (
    "localhost", "127.*", "0.*", "10.*", "192.168.*", "*.local", "*.localhost", "*.internal",
    "*.intranet", "*.corp", "*.lan", "*.test", "staging.*", "stage.*", "*.staging.*", "*.stage.*",
    "*-staging.*", "uat.*", "qa.*", "preprod.*", "preview.*", "*-preview.*", "dev-*.*",
    "intranet.*",
)  # fmt: skip
_EDITOR_URLS = (
    "*.zendesk.com/agent/*", "*.zendesk.com/knowledge/*", "*.zendesk.com/hc/admin/*",
    "*.zendesk.com/hc/*/articles/*/edit", "app.intercom.com/a/apps/*", "app.intercom.io/a/apps/*",
    "*.freshdesk.com/a/*", "secure.helpscout.net/*", "*/wp-admin/*", "*/wp-login.php*",
    "docs.google.com/*/edit*", "*.atlassian.net/wiki/*/edit*", "*/pages/editpage.action*",
)  # fmt: skip
_ADDRESS = lazy_pattern(
    r"(?P<scheme>https?|ftp)://(?:[^/?#\s@]*@)?(?P<host>[^/:?#\s]+)(?P<rest>.*)", re.DOTALL
)
_TEMPLATES = ("{{", "{%", "${", "%7b", "<%")


class InsecureOrInternalUrlOptions(Options, frozen=True):
    """Options of insecure-or-internal-url."""

    insecure: Annotated[bool, Meta(description="flag http:// and ftp://")] = True
    internal_hosts: Annotated[
        tuple[str, ...],
        Meta(description="hosts that customers cannot open; * stands for anything"),
    ] = _INTERNAL_HOSTS
    editor_urls: Annotated[
        tuple[str, ...],
        Meta(description="addresses, without https://, of pages for those who write articles"),
    ] = _EDITOR_URLS
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="addresses, without https://, to accept all the same"),
    ] = (
        "example.*", "*.example.*", "www.w3.org/*", "schemas.*", "*.w3.org/ns/*", "purl.org/*",
    )  # fmt: skip


class _Patterns(NamedTuple):
    hosts: re.Pattern[str]
    editors: re.Pattern[str]
    exceptions: re.Pattern[str]


def check(
    article: Article, kb: KnowledgeBase, options: InsecureOrInternalUrlOptions
) -> Iterator[Hit]:
    """Links whose address is not encrypted, internal, or that of an editor."""
    if not article.links:
        return
    patterns = _compile(options.internal_hosts, options.editor_urls, options.exceptions)
    for link in article.links:
        if link.href[:8].lower() == "file:///":
            yield Hit(link.span, "link leads to a file on one computer", "Link to a page online")
        elif "://" in link.href[:8]:
            yield from _judge(link, patterns, insecure=options.insecure)


def _judge(link: Link, patterns: _Patterns, *, insecure: bool) -> Iterator[Hit]:
    match = _ADDRESS.match(link.href.strip().lower())
    if not match or any(sign in match["host"] for sign in _TEMPLATES):
        return
    host, address = match["host"], match["host"] + match["rest"]
    shown = link.href.strip()[:120]
    is_shown = link.kind in ("bare", "autolink")
    if patterns.editors.fullmatch(address):
        yield Hit(
            link.span,
            f"`{shown}` is a page for those who write articles",
            "Link to what customers see",
        )
    elif patterns.hosts.fullmatch(host):
        if not is_shown:
            message = f"customers cannot open `{host[:120]}`"
            yield Hit(link.span, message, "Link to the public site")
    elif insecure and match["scheme"] != "https" and not patterns.exceptions.fullmatch(address):
        message = f"`{shown}` is not encrypted"
        yield Hit(link.span, message, "Write https://, if the site answers there")


@cache
def _compile(
    hosts: tuple[str, ...], editors: tuple[str, ...], exceptions: tuple[str, ...]
) -> _Patterns:
    return _Patterns(_either(hosts), _either(editors), _either(exceptions))


def _either(globs: tuple[str, ...]) -> re.Pattern[str]:
    """Pattern of texts in which * stands for anything; each part is looked for but once."""
    parts = []
    for glob in globs:
        first, *rest = (re.escape(part) for part in glob.lower().split("*"))
        # An atomic group keeps several stars from trying all ways to share the text out.
        inner = "".join(rf"(?>.*?{part})" for part in rest[:-1])
        parts.append(first + inner + (rf".*{rest[-1]}" if rest else ""))
    return re.compile("|".join(parts) or "(?!)", re.DOTALL)


RULE = Rule(
    code="LNK009",
    name="insecure-or-internal-url",
    severity=Severity.WARNING,
    options=InsecureOrInternalUrlOptions,
    doc=__doc__,
    check=check,
)

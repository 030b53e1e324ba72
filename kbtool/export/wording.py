"""The words of one block without markup, that of other dialects than CommonMark included."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kbtool.model import IMAGE, Article, Block, Image, Prose
from kbtool.patterns import lazy_pattern

# Attribute lists of several Markdown dialects: [link](a.md){.button #top}, {: .note}.
_ATTRIBUTES = lazy_pattern(r"\{:?\s{0,9}(?:[.#][\w-]{1,80}\s{0,9}){1,9}\}")
_FOOTNOTE = lazy_pattern(r"\[\^([^\]\[\s]{1,80})\](:?)")
_ALERT = lazy_pattern(r"^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*", 2)  # 2: any case


class Wording:
    """Words of the blocks of one article."""

    def __init__(self, article: Article) -> None:
        """Note where images stand."""
        self._article = article
        self._footnotes = frozenset(_find_footnotes(article)) if "[^" in article.source.text else ()
        self._images = {image.span.start: image for image in article.images}

    def read(self, block: Block) -> str:
        """Text of a block on one line; "" where there is nothing to read."""
        text = block.prose.text
        if IMAGE in text:
            text = self._replace_images(block.prose)
        text = self._clean(text, block.prose)
        if block.quoted and (alert := _ALERT.match(text)):
            text = f"{alert[1].capitalize()}: {text[alert.end() :]}".rstrip()
        return text

    def read_title(self) -> str:
        """Title on one line; "" where the article has none."""
        title = self._article.title
        return self._clean(self._replace_images(title.prose), title.prose) if title else ""

    def _clean(self, text: str, prose: Prose) -> str:
        """Text on one line, without what other dialects would not show."""
        if "{" in text or self._footnotes:
            code = " ".join(prose.text[mark.start : mark.end] for mark in prose.marked("code"))
            if "{" not in code and "[^" not in code:  # where it is to be read as it is
                text = _FOOTNOTE.sub(self._name_footnote, _ATTRIBUTES.sub("", text))
        return " ".join(text.split())

    def _name_footnote(self, found: re.Match[str]) -> str:
        return f"[{found[1]}]" if found[1] in self._footnotes else found[0]

    def _replace_images(self, prose: Prose) -> str:
        text = prose.text
        alone = not text.replace(IMAGE, "").strip()
        done, at = [], 0
        for mark in prose.marked("image"):
            done.append(text[at : mark.start])
            image = self._images.get(prose.span(mark.start, mark.end).start)
            alt = " ".join(image.alt.split()) if image and image.alt else ""
            if alt and alone:
                done.append(f"[Image: {alt}] ")
            elif alt or _is_between_words(text, mark.start):
                done.append(_set_apart(text, mark.start, alt))
            at = mark.end
        return "".join((*done, text[at:]))


def _find_footnotes(article: Article) -> Iterator[str]:
    """Names of the footnotes that stand in the article."""
    for block in article.blocks:
        note = _FOOTNOTE.match(block.prose.text)
        if note and note[2]:
            yield note[1]


def _is_between_words(text: str, at: int) -> bool:
    return text[max(0, at - 1) : at].isalnum() and text[at + 1 : at + 2].isalnum()


def _set_apart(text: str, at: int, alt: str) -> str:
    """Alternative text with spaces where it would touch a word."""
    before = " " if text[max(0, at - 1) : at].isalnum() else ""
    after = " " if text[at + 1 : at + 2].isalnum() or text[at + 1 : at + 2] == IMAGE else ""
    return f"{before}{alt}{after}"


def lacks_alt(image: Image) -> bool:
    """Whether readers see an image of which a bot learns nothing.

    In HTML an empty text says that the image is decoration; Markdown has no way to say so.
    """
    if image.hidden or (image.html and image.alt == ""):
        return False
    return not (image.alt or "").strip()


def count_unread_images(article: Article) -> int:
    """Number of images of which a bot learns nothing."""
    return sum(map(lacks_alt, article.images))


def count_frames(article: Article) -> int:
    """Number of players and other pages that stand in an article, of which a bot learns nothing."""
    code = sum(not code.inline for code in article.code)
    return sum(section.other for section in article.sections) - code

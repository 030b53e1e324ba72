"""The words of one block without markup: images by their alternative text."""

from __future__ import annotations

from kbtool.model import IMAGE, Article, Block, Image
from kbtool.patterns import lazy_pattern

_ALERT = lazy_pattern(r"^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*", 2)  # 2: any case


class Wording:
    """Words of the blocks of one article."""

    def __init__(self, article: Article) -> None:
        """Note where images stand."""
        self._images = {image.span.start: image for image in article.images}

    def read(self, block: Block) -> str:
        """Text of a block on one line; "" where there is nothing to read."""
        text = block.prose.text
        if IMAGE in text:
            text = self._replace_images(block)
        text = " ".join(text.split())
        if block.quoted and (alert := _ALERT.match(text)):
            text = f"{alert[1].capitalize()}: {text[alert.end() :]}".rstrip()
        return text

    def _replace_images(self, block: Block) -> str:
        text = block.prose.text
        alone = not text.replace(IMAGE, "").strip()
        done, at = [], 0
        for mark in block.prose.marked("image"):
            done.append(text[at : mark.start])
            image = self._images.get(block.prose.span(mark.start, mark.end).start)
            alt = " ".join(image.alt.split()) if image and image.alt else ""
            if alt and alone:
                done.append(f"[Image: {alt}] ")
            elif alt or _is_between_words(text, mark.start):
                done.append(_set_apart(text, mark.start, alt))
            at = mark.end
        return "".join((*done, text[at:]))


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

"""What leaves kbtool for other systems: passages for a bot, customers' words for a help desk."""

from kbtool.export.chunking import chunk_article, chunk_articles
from kbtool.export.customer_words import find_customer_words
from kbtool.export.refusing import Refusal, find_refusals
from kbtool.export.values import Chunk, ChunkOptions, CustomerWord, WordOptions, WordsOfArticle
from kbtool.export.wording import count_frames, count_unread_images

__all__ = [
    "Chunk",
    "ChunkOptions",
    "CustomerWord",
    "Refusal",
    "WordOptions",
    "WordsOfArticle",
    "chunk_article",
    "chunk_articles",
    "count_frames",
    "count_unread_images",
    "find_customer_words",
    "find_refusals",
]

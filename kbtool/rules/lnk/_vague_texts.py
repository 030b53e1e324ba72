"""Link texts that say nothing of their target, by language."""

from __future__ import annotations

VAGUE = (
    "here", "click here", "click", "tap here", "tap", "press here", "see here", "read here",
    "go here", "over here", "right here", "this", "this link", "this page", "this article",
    "this one", "this site", "this website", "this guide", "this document", "this post",
    "this thread", "this video", "link", "the link", "following link", "the following link",
    "page", "more", "read more", "learn more", "see more", "show more", "view more",
    "find out more", "find out", "more info", "more information", "further information",
    "info", "details", "more details", "see details", "view details", "read this", "read on",
    "read", "continue", "continue reading", "go", "open", "see", "view", "visit", "watch",
    "check", "check it out", "try it", "start", "get started", "go to page", "website",
)  # fmt: skip
"""Whole texts, in lower case and without punctuation."""

TRANSLATED: dict[str, tuple[str, ...]] = {
    "de": (
        "hier", "hier klicken", "klicken sie hier", "klicke hier", "klick hier", "siehe hier",
        "hier entlang", "mehr", "mehr erfahren", "mehr lesen", "mehr dazu", "mehr infos",
        "mehr informationen", "mehr details", "mehr anzeigen", "weitere informationen",
        "weitere infos", "weitere details", "weiterlesen", "weiter lesen",
        "link", "dieser link", "diesen link", "diesem link",
        "diese seite", "dieser seite", "dieser artikel", "diesem artikel", "diesen artikel",
        "dieses dokument", "dieses video", "zur seite", "jetzt lesen", "los geht's",
    ),
    "fr": (
        "ici", "cliquez ici", "cliquer ici", "clique ici", "par ici", "voir ici",
        "en savoir plus", "savoir plus", "plus", "voir plus", "lire plus", "lire la suite",
        "plus d'informations", "plus d'infos", "plus d'info",
        "plus de détails", "pour en savoir plus",
        "le lien", "ce lien", "lien suivant", "le lien suivant", "cette page", "cet article",
        "ce site", "ce document", "cette vidéo", "celui-ci", "celle-ci",
    ),
    "es": (
        "aquí", "aqui", "haga clic aquí", "haz clic aquí", "hacer clic aquí", "clic aquí",
        "pulse aquí", "pulsa aquí", "ver aquí", "consulte aquí", "más", "más información",
        "más info", "más detalles", "leer más", "saber más", "ver más", "seguir leyendo",
        "continuar leyendo", "el enlace",
        "este enlace", "siguiente enlace", "el siguiente enlace", "link", "este link",
        "esta página", "este artículo", "este sitio", "este documento", "este vídeo",
    ),
}  # fmt: skip
"""The same by language, without nouns that are as often the name of a tab, a button or a term."""

COMMANDS = (
    "link", "page", "this", "continue", "click", "tap", "info", "details", "read", "go", "open",
    "see", "view", "visit", "watch", "check", "start",
)  # fmt: skip
"""Vague words that programs use as names of commands too."""

"""Offers that reach every contact form.

Customers of a shop for search engine tools ask about backlinks, too, so two subjects of spam and
an offer must come together.
"""

from __future__ import annotations

from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning.characters import has_one
from kbtool.questions.cleaning.request_words import FAILS

_LONGEST = 6_000
_SUBJECTS = (
    *("guest post", "backlink", "link building", "domain authority", "seo service", "seo expert"),
    *("seo package", "seo audit", "seo compan", "seo agency", "search engine optimi", "do-follow"),
    *(
        "dofollow",
        "sponsored post",
        "sponsored article",
        "first page of google",
        "page 1 of google",
    ),
    *("google ranking", "rank higher", "rank on google", "top of google", "organic traffic"),
    *("website traffic", "web design", "website design", "web development", "app development"),
    *("digital marketing", "lead generation", "email list", "explainer video", "bulk email"),
    *("bitcoin", "crypto", "forex", "binary option", "guaranteed return", "passive income"),
    *("investment opportunit", "double your", "online casino", "casino bonus", "free spins"),
    *("viagra", "cialis", "online pharmacy", "payday loan", "business loan", "loan offer"),
    *("next of kin", "inheritance", "lottery", "million dollars", "million usd", "escort"),
    *("weight loss", "make money online", "work from home", "trading bot", "link insertion"),
    *("seo issue", "seo problem", "seo error", "seo consultant", "seo specialist", "free audit"),
    *("website audit", "ranking on google", "paid post", "guest article", "guest blog"),
)
_OFFER = lazy_pattern(
    r"\b(?:we|i) (?:can|could|will|would love to|would like to|are able to)? ?(?:also )?"
    r"(?:offer|provide|help you|boost|increase|improve|get your|guarantee|specialis|specializ|"
    r"place|rank|promote|publish|build|bring|pay)"
    r"|\bnoticed (?:that )?your (?:web)?site|\berrors? (?:on|in) your (?:web)?site"
    r"|\b(?:send|share) you (?:a |our |the |some )?(?:free|quote|price|proposal|audit|sample)"
    r"|\bdo you (?:accept|allow|publish|sell) (?:sponsored|guest|paid|link)"
    r"|(?:^|[.!] )(?:invest (?:in|with)|earn (?:a )?(?:passive|daily|extra)|join now|sign up now)"
    r"|\b(?:came across|visited|found|reviewed|looking at|was on|browsing) your (?:web)?site"
    r"|\b(?:are|would) you (?:be )?interested|\bif you(?:'re| are) interested"
    r"|\bour (?:agency|rates)"
    r"|\bto unsubscribe\b|\bclick here\b|\bact now\b|\blimited time\b"
    r"|\bcontact (?:me|us) (?:on|via) (?:whatsapp|telegram)"
    r"|\byou(?:'ve| have) (?:won|been selected)|\bearn (?:up to )?[$€£]?\d"
)
# Prizes: something is won or free, a thing of worth, and a link or words that shout, with no word
# of the writer's own.
_PRIZE = lazy_pattern(
    r"\b(?:win|claim|get|grab|receive) (?:a|an|your|this|one of \w+|\d{1,4})? ?"
    r"(?:brand new |new |100% )?free\b"
    r"|\byou(?:'ve| have)? won\b|\bcongratulations\b.{0,40}\bwinner\b"
    r"|\b(?:claim|collect) your (?:free |cash )?(?:prize|reward|gift|winnings|bonus)\b"
    r"|\bwin (?:a|an|one of \w+|\d{1,4}) (?:new |free )?"
    r"(?:iphone|ipad|car|macbook|gift ?card|voucher)"
)
# Threats and traps: what was hacked is to be paid for, what is full is to be signed in to.
_THREAT = lazy_pattern(
    r"\b(?:i|we) (?:have |['’]ve )?(?:hacked|infected|gained access to|got access to|recorded) you"
)
_TRAP = lazy_pattern(
    r"\byour (?:mailbox|e-?mail|account|password|domain)\b.{0,80}"
    r"\b(?:full|suspended|deactivated|expires?|expired|terminated|locked|limit)\b"
)
_SIGN_IN = lazy_pattern(
    r"\bclick (?:here|below|(?:on )?the link)\b|\b(?:verify|confirm|validate|keep) your "
    r"(?:account|mailbox|identity|password|e-?mail)\b"
)
_PRIZES = ("free", "won", "win ", "claim", "collect", "congrat")  # one stands in each
_SHOUTED = lazy_pattern(r"\b(?:WIN|WON|WINNER|FREE|CONGRATULATIONS|PRIZE|CLAIM)\b")
_URGED = lazy_pattern(r"\bclick (?:here|below|the link)\b|\bact now\b")
_SMALL = lazy_pattern(r"\b[a-z]+\b")  # who writes in capitals alone shouts at everything
_OWN = lazy_pattern(r"\b(?:i|my|me|i'm|i've|we|our|us)\b")
_FORUM_LINK = lazy_pattern(r"\[url=|<a href=")
_ADDRESS = lazy_pattern(r"https?://\S+")
_FEWEST_ADDRESSES = 5
_WORDS_TO_ADDRESS = 2  # a text with fewer words than this for each address is a list of links


def is_spam(text: str) -> bool:
    """Whether the text offers what no customer asks for, or is a list of links."""
    if len(text) > _LONGEST:
        return False
    lower = text.lower()
    if (_names_two(lower) and _OFFER.search(lower)) or _is_trap(lower):
        return True
    has_link = "http" in lower
    if _is_prize(lower) and (has_link or _is_urging(text)):
        return True
    if not has_link:
        return False
    if len(_FORUM_LINK.findall(lower)) >= 2:
        return True
    addresses = len(_ADDRESS.findall(lower))
    words = len(_ADDRESS.sub("", lower).split())
    return addresses >= _FEWEST_ADDRESSES and words < _WORDS_TO_ADDRESS * addresses


def _is_trap(lower: str) -> bool:
    """Whether the text blackmails, or warns of an account and leads to where one signs in."""
    if "bitcoin" in lower or "btc" in lower:
        return "?" not in lower and _THREAT.search(lower) is not None
    if "your " not in lower or "?" in lower or not _TRAP.search(lower):
        return False
    return bool(_SIGN_IN.search(lower)) and not (_OWN.search(lower) or FAILS.search(lower))


def _is_prize(lower: str) -> bool:
    if not has_one(lower, _PRIZES):
        return False
    asks = "?" in _ADDRESS.sub("", lower)
    return not asks and bool(_PRIZE.search(lower)) and not _OWN.search(lower)


def _is_urging(text: str) -> bool:
    """Whether two words of prizes are shouted, or one and the reader is told to click."""
    shouted = len(set(_SHOUTED.findall(text)))
    if not shouted or not _SMALL.search(text):
        return False
    return shouted > 1 or bool(_URGED.search(text.lower()))


def _names_two(lower: str) -> bool:
    found = 0
    for subject in _SUBJECTS:  # sum() with a generator takes three times as long
        if subject in lower:
            found += 1
            if found == 2:
                return True
    return False

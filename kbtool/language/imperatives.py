"""English sentences that tell the reader to do something: "Select Save", "Reset your PIN"."""

from __future__ import annotations

import re

from kbtool.model import MASK
from kbtool.patterns import lazy_pattern

UI_VERBS = frozenset(
    "activate add adjust apply attach back browse change check choose clear click close collapse "
    "configure confirm connect copy create cut deactivate delete deselect disable disconnect "
    "dismiss double-click double-press double-tap download drag drop edit eject enable enter "
    "erase exit expand export extract fill filter find flip follow force go hide highlight hold "
    "hover import insert install launch leave locate lock log long-press look maximise maximize "
    "minimise minimize move navigate open paste pair partition pick place play plug point power "
    "press print publish pull push put quit reboot reconnect refresh reinstall release reload "
    "remove rename repeat replace reset resize restart restore return review right-click rotate "
    "run save scan scroll search select send set share shut sign slide sort specify start stop "
    "submit swipe switch sync tap terminate tick toggle touch turn type uncheck undo uninstall "
    "unlock unplug unselect untick unzip update upload verify visit wait zoom".split(),
)
"""Verbs of steps: what a hand does to a screen or a device."""

_TASK_VERBS = frozenset(
    "access allow answer apply approve archive ask assign authorise authorize avoid begin block "
    "book build buy calculate calibrate call cancel capture charge claim collect combine compare "
    "compile complete contact continue convert customise customize decide define deploy design "
    "develop discover display do draw duplicate email ensure estimate exchange explain explore "
    "fix flash force forward freeze gather generate get give group identify ignore improve "
    "increase inspect invite join keep label learn limit link list listen load lower make manage "
    "map mark measure merge migrate modify monitor mount mute name notify note observe obtain "
    "order organise organize override pause pay prepare prevent preview process program protect "
    "provide purchase raise read receive recharge recognise recognize reconfigure record recover "
    "redeem reduce refer register reject remember renew reorder repair reply report request "
    "resend resolve resume retrieve retry revert revoke schedule secure see separate ship show "
    "skip solve split stay store subscribe swap take tell test track transfer translate "
    "troubleshoot try unblock understand unfreeze unlink unmute unpair unsubscribe upgrade use "
    "validate view wake watch withdraw wire work write zip".split(),
)
_VERBS = UI_VERBS | _TASK_VERBS

_NEEDS = {
    "back": ("up",),
    "do": ("any", "one", "the", "this", "these", "either", "all", "both"),
    "force": ("quit", "stop", "close", "restart", "a", "the", "your"),
    "look": ("for", "at", "in", "up", "under", "on", "through"),
    "note": ("the", "down", "your", "its", "which", "where"),
    "power": ("on", "off", "up", "down", "cycle", "your", "the"),
    "shut": ("down", "off", "the", "your"),
    "work": ("with", "on", "around", "through", "out"),
}
"""Words that are verbs of a step only before one of these."""

_NOUNS = frozenset(
    "access book call charge claim contact design display email exchange filter group label limit "
    "link list lock log map mark order post power press print process program purchase record "
    "release report request return review schedule scan search share ship sign sort start store "
    "swap switch test track transfer type upgrade upload visit wire work".split(),
)
"""Verbs that are nouns just as often, as in "Order status"."""

_COMPOUND_HEADS = frozenset(
    "status history number numbers confirmation policy policies limit limits fee fees cost costs "
    "price prices time times date dates code codes detail details information info page pages "
    "setting settings option options result results rate rates charges list lists form forms "
    "centre center support summary format formats mode modes speed speeds quality issue issues "
    "problem problems error errors failed failure notification notifications name names log logs "
    "key keys bar box button field menu icon tab window screen process processing requirements "
    "statement statements system service services features guide examples size value line sheet "
    "source terms conditions sent received report reports request requests file files board "
    "boards cable cables message messages lost reader readers output".split(),
)
"""What makes a noun of two words with the word before it."""

_DETERMINERS = frozenset(
    "the a an your this that these those it its them their any all each every both one two three "
    "our my his her us me sure yourself another some no more at to into for with from by through "
    "until and or if whether how what which where when why again as only about".split(),
)
"""Words after which a verb at the start of a sentence cannot be a noun."""

_FINITE = frozenset(
    "is are was were isn't aren't wasn't has have had will can can't cannot could may might must "
    "should would does do doesn't don't did remains takes works shows means contains includes "
    "lets appears allows helps makes gives comes needs uses requires".split(),
)

_LEAD = lazy_pattern(
    r"(?:(?:and|or|then|next|now|first|firstly|second|secondly|third|thirdly|finally|lastly|last|"
    r"afterwards?|after\s+that|again|also|please|simply|just|carefully|quickly|manually|gently|slowly|"
    r"firmly|repeatedly|temporarily|immediately|briefly|physically|completely|fully|safely|"
    r"optionally|alternatively|instead|otherwise|once\s+(?:done|again)|when\s+done|"
    r"to\s+(?:begin|start|finish)(?:\s+with)?|go\s+ahead\s+and|always|at\s+last)\s*[,:]?\s+)",
    re.IGNORECASE,
)
_CLAUSE = lazy_pattern(
    r"(?:to|on|in|from|at|under|within|inside|using|with|through|via|for|by|if|when|whenever|once|"
    r"after|before|while|until|as|unless|where|depending|during|next\s+to|near)\s",
    re.IGNORECASE,
)
_CONJUNCTIONS = frozenset(
    "if that which when who where what how whether until and or to so as".split(),
)
"""Words that begin a clause of their own."""

_START = lazy_pattern(
    r"\W*(?:step\s+\d{1,3}\s*[:.)–-]?\s*|\d{1,3}[.)]\s+|optional\)?[:,]?\s+)?\W*",
    re.IGNORECASE,
)
_WORD = lazy_pattern(r"[^\W\d_]++(?>(?:-[^\W\d_]++)?)(?![\w'’/:\-])")
_GOES_ON = lazy_pattern(r"(?:and|or)\s", re.IGNORECASE)
_CLAUSE_END = lazy_pattern(r"[,:]\s+")
_AFTER = lazy_pattern(r"[\w'’-]++")
_BREAK = lazy_pattern(r"[,;:.!?()\u2013\u2014]")

_LONGEST_CLAUSE = 200  # characters of "To do X," that may stand before the verb
_MOST_LEADS = 3
_COMPOUND_REACH = 4  # words after the verb in which "is" shows that it was a noun


def starts_with_imperative(sentence: str) -> bool:
    """Whether a sentence tells the reader to do something.

    "Then", "To do X," or "On the X page," may stand before the verb. A prohibition ("Do not
    unplug it") is no such sentence, nor is a lone word, which may be a button's label.
    """
    return bool(imperative_verb(sentence))


def is_step(sentence: str) -> bool:
    """Whether a sentence tells the reader to do something to a screen or a device."""
    return imperative_verb(sentence) in UI_VERBS


def imperative_verb(sentence: str) -> str:
    """Verb in lower case that a sentence tells the reader to do, or "" where there is none.

    The first word alone: "go" of "Go to", "sign" of "Sign in".
    """
    opening = _START.match(sentence)
    start = opening.end() if opening else 0
    for at in _verb_places(sentence, start):
        if verb := _verb_at(sentence, at):
            return verb
    return ""


def _verb_places(sentence: str, start: int) -> list[int]:
    """Offsets at which the verb may stand: first, then behind each clause that leads in."""
    at = _skip_leads(sentence, start)
    places = [at]
    if _CLAUSE.match(sentence, at):
        ends = _CLAUSE_END.finditer(sentence, at, at + _LONGEST_CLAUSE)
        # "If you open the app, and select Save, ..." goes on with what "you" do.
        starts = (end.end() for end in ends)
        places += [_skip_leads(sentence, at) for at in starts if not _GOES_ON.match(sentence, at)]
    return places


def _skip_leads(sentence: str, at: int) -> int:
    for _ in range(_MOST_LEADS):
        lead = _LEAD.match(sentence, at)
        if not lead:
            break
        at = lead.end()
    return at


def _verb_at(sentence: str, at: int) -> str:
    word = _WORD.match(sentence, at)
    verb = word[0].lower() if word else ""
    if not word or verb not in _VERBS:
        return ""
    rest = sentence[word.end() : word.end() + _LONGEST_CLAUSE]
    return verb if _governs(verb, rest, asks=sentence.rstrip().endswith("?")) else ""


def _governs(verb: str, rest: str, *, asks: bool) -> bool:
    """Whether a verb's object or particle follows, and not the second half of a noun."""
    following = _words_after(rest)
    if not following:
        return False
    first = following[0].lower()
    is_name = following[0][0].isupper() or following[0][0] in MASK
    if first == "of" or first in _FINITE or (asks and not is_name):
        return False
    if verb in _NEEDS:
        return first in _NEEDS[verb]
    if first in _DETERMINERS:
        return True
    is_compound = verb in _NOUNS and first in _COMPOUND_HEADS
    return not is_compound and not any(word.lower() in _FINITE for word in following[1:])


def _words_after(rest: str) -> list[str]:
    """First words behind a verb, up to the next punctuation mark or clause."""
    if end := _BREAK.search(rest, 1):
        rest = rest[: end.start()] or rest
    words: list[str] = []
    for match in _AFTER.finditer(rest):
        if words and match[0].lower() in _CONJUNCTIONS:
            break
        words.append(match[0])
        if len(words) == _COMPOUND_REACH:
            break
    return words

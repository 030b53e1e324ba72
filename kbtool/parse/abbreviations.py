"""Words that say whether a full stop ends a sentence; all lower case unless noted."""

from __future__ import annotations


def _list(words: str) -> frozenset[str]:
    return frozenset(words.split())


NEVER_LAST = _list("""
    e.g eg i.e ie vs cf viz approx aprox incl excl resp a.k.a aka
    bzw ca evtl ggf inkl sog vgl z.b zzgl d.h u.a
    c.-à-d env p.ej p.ex ej
""")
"""Abbreviations that something always follows in the same sentence."""

TITLES = _list("""
    Mr Mrs Ms Mx Dr Drs Prof Rev Hon Gen Col Capt Cmdr Lt Sgt Sen Rep Gov Pres Messrs Mt Ft
    Hr Fr Frl Dipl Mag Mme Mlle Mgr Sr Sra Srta Srs Lic Ing Arq Sig Dott Avv
""")
"""Abbreviations before a name, as they are written: "rep" is a word, "Rep" a title."""

NAME_PARTS = _list("St Ste Jr")
"""Abbreviations inside of names of people and places, as they are written."""

BEFORE_NUMBER = _list("""
    no nos nr nº n° núm num p pp pg pgs pág pag fig figs eq sec sect ch chap vol vols art arts
    par para ver vers v rev ed abs abb kap bd s str tab tel ext min max ref ln col row item
    jan feb mar apr jun jul aug sep sept oct nov dec okt dez avr juil janv févr déc ene abr ago dic
""")
"""Abbreviations that a number may follow in the same sentence."""

SHORTENED = _list("""
    etc usw corp dept assoc univ govt mfg misc temp avg blvd bros incorp intl natl
    std mrd mio mind bspw einschl ausschl usf urspr allg entspr
    art apdo avda dpto admin depto teléf entr
    ltda inc ltd
""")
"""Longer abbreviations that may end a sentence, but do not when a small letter follows.

Shorter ones need no list: a full stop after three letters or fewer never ends a sentence before
a small letter.
"""

STARTERS = _list("""
    A After All Although An And Any Are As At Because Before But By Can Could Did Do Does During
    Each Else Every For From Had Has Have He Her Here His How However I If In Instead Is It Its
    Later Let Many May Might More Most Must My Never Next No Not Note Now Of On Once One Only Or
    Other Otherwise Our She Should Since So Some Such That The Their Them Then There These They
    This Those Though Thus To Today Under Unless Until Was We Were What When Where Whether Which
    While Who Why Will With Would You Your Yes
    Add Ask Call Change Check Choose Clear Click Close Contact Copy Create Delete Don
    Download Drag Enter Find Follow Go Install Keep Learn Log Make Move Open Paste Please Press
    Read Remove Repeat Replace Restart Run Save Scroll See Select Set Sign Start Stop Switch Tap
    Try Turn Type Update Upload Use Verify Visit Wait
""")
"""Capitalised words that show a new sentence after "U.S.", "p.m." or a single letter."""

LETTERED = _list("""
    answer appendix building button category class column drive exhibit figure gate grade group
    key letter level line model option part pin plan plus point port row section series step
    table terminal tier type unit version vitamin
""")
"""Words before a letter that names a thing, so that no name goes on behind the full stop."""

TIMES = _list("a.m p.m")
"""Times of day, which may open a sentence as well as end one."""

TIME_OPENERS = _list("After Around At Before By Every From On Since Until")
"""First words of a phrase of time that opens a sentence."""

EXCLAIMED_NAMES = _list("Yahoo Joomla Jeopardy")
"""Names that end in an exclamation mark, as they are written."""

AFTER_ORDINAL = _list("""
    Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember
    Jahrhundert Klasse Kapitel Quartal Woche
""")
"""Words that follow a German ordinal number such as "12."."""

STEP_LABELS = _list("Step Option Method Part Phase Tip Stage Schritt Étape Paso Passo")
"""Words that stand before the number of a step."""

NOT_BEFORE_ITEM = _list("""
    a above and at below by chapter equals exceeds for from in is least most number of on or over
    page section step than the to under until version with
""")
"""Words after which a number belongs to the sentence and does not begin an item of a list."""

PATH_VERBS = _list("""
    Access Check Choose Click Find From Go In Navigate Now On Open Press See Select Tap Then To
    Under Use Via Visit
""")
"""Capitalised words before a path through a user interface that are no part of it."""

"""Past participles of English, and those that are mere adjectives."""

from __future__ import annotations

IRREGULAR = frozenset(
    "arisen awoken bitten blown born borne bought bound broken brought built burnt burst "
    "cast caught chosen come cost cut dealt done drawn driven dug eaten fallen fed felt "
    "flown forbidden foregone forgiven forgotten fought found frozen given gone gotten "
    "ground grown heard held hidden hit hung hurt kept knit known laid learnt led left "
    "lent let lit lost made meant met mistaken misunderstood outdone outgrown overcome "
    "overdone overheard overridden overseen overtaken overthrown overwritten paid prepaid "
    "proven put quit read rebound rebuilt redone redrawn remade resent reset resold "
    "rethought rewound rewritten ridden risen run said seen sent set sewn shaken shed "
    "shone shot shown shrunk shut slain slid slit slung sold sought sown spelt spent "
    "split spoken spread spun stolen struck strung stuck sunk swept swollen sworn swung "
    "taken taught thought thrown told torn trodden undergone understood undertaken undone "
    "unset upheld upset withdrawn withheld withstood woken won worn wound written wrung".split(),
)
"""Participles that do not end in -ed."""

NOT_PARTICIPLES = frozenset(
    "bed bleed breed crooked deed embed exceed feed hundred indeed kindred naked need "
    "needs proceed ragged red rugged sacred seed sled speed succeed unused used weed "
    "wicked wretched".split(),
)
"""Words in -ed that are no participles, and "used", whose "used to" is no passive."""

STATIVE = frozenset(
    "accustomed advanced affected allowed annoyed ashamed associated assured attached "
    "balanced based biased blocked bored bound broken called charged checked cleared "
    "closed committed compared complicated concerned confused connected contained "
    "convinced corrupted covered crowded damaged dated dedicated delayed deprecated "
    "derived designed detailed determined disabled disappointed discharged disconnected "
    "done dressed driven embedded enabled encrypted engaged enrolled equipped excited "
    "exhausted expected experienced expired exposed faded filled finished fitted fixed "
    "focused forced gone grayed greyed guaranteed headed held hidden hurt impressed "
    "inclined included indented installed insured intended interested interrelated "
    "involved isolated known labeled labelled left licensed limited lined linked listed "
    "lit loaded located locked logged lost mandated marked married meant mistaken mounted "
    "named needed nested numbered obliged occupied opposed organised organized outdated "
    "owned packed paired paused permitted placed pleased plugged populated positioned "
    "powered preinstalled prepaid prepared pressed privileged prohibited protected "
    "provided qualified rated reduced registered related relaxed required reserved "
    "restricted retired rooted satisfied saved scared selected set shaded shut signed "
    "situated sized sold sorted spread stacked stored stuck subscribed supported supposed "
    "surprised suspended sustained switched tailored tied tired titled toggled torn "
    "trusted turned undamaged undefined unlimited unlocked unpaired unplugged upset used "
    "valued verified welcomed wired worn worried wound written".split(),
)
"""Participles that most often tell what state a thing is in, not what is done to it."""

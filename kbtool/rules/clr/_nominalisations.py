"""Verbs that hide in nouns, and the verbs themselves.

Each line holds an empty verb, what hides behind it, and the verb to use in each form of the empty
one. "Make a payment" and other names of a task are left out.
"""

from __future__ import annotations

from itertools import product

_EMPTY = {
    "make": "make makes made making",
    "give": "give gives gave giving",
    "provide": "provide provides provided providing",
    "offer": "provide provides",
    "perform": "perform performs performed performing",
    "conduct": "conduct conducts conducted conducting",
    "carry out": "carry|out carries|out carried|out carrying|out",
    "do": "do does did doing",
    "have": "have has had having",
    "reach": "reach reaches reached reaching",
    "come to": "come|to comes|to came|to coming|to",
    "submit": "submit submits submitted submitting",
    "send": "send sends sent sending",
    "place": "place places placed placing",
}

_HIDDEN = """
make reach come|to: a decision = decide decides decided deciding
make: a choice = choose chooses chose choosing
make: a change to, changes to = change changes changed changing
make: a modification to, modifications to = change changes changed changing
make: an adjustment to, adjustments to = adjust adjusts adjusted adjusting
make: an improvement to, improvements to = improve improves improved improving
make: a correction to, corrections to = correct corrects corrected correcting
make: an attempt to, an effort to = try|to tries|to tried|to trying|to
make: an assumption, the assumption = assume assumes assumed assuming
make: a recommendation = recommend recommends recommended recommending
make: a suggestion = suggest suggests suggested suggesting
make submit: a request for = request requests requested requesting
make submit: an application for = apply|for applies|for applied|for applying|for
make: a comparison of, a comparison between = compare compares compared comparing
make: a contribution to = contribute|to contributes|to contributed|to contributing|to
make: reference to, a reference to = refer|to refers|to referred|to referring|to
make: an enquiry, an inquiry = ask asks asked asking
make: an announcement of = announce announces announced announcing
give: consideration to = consider considers considered considering
give provide: an explanation of, an explanation for = explain explains explained explaining
give provide: a description of = describe describes described describing
give provide: an indication of = show shows showed showing
give provide: a demonstration of = show shows showed showing
give provide: a summary of = summarise summarises summarised summarising
give provide send: a reply to, a response to = answer answers answered answering
give provide: assistance to = help helps helped helping
give provide: assistance = help helps helped helping
offer: support for = support supports
provide: protection against = protect|against protects|against protected|against protecting|against
provide give: confirmation of = confirm confirms confirmed confirming
provide: a solution to, a solution for = solve solves solved solving
provide: an illustration of = show shows showed showing
send: a notification to = notify notifies notified notifying
place: an order for = order orders ordered ordering
do perform conduct carry|out: an analysis of = analyse analyses analysed analysing
conduct carry|out: an investigation of = investigate investigates investigated investigating
do perform conduct carry|out: an evaluation of = evaluate evaluates evaluated evaluating
do perform conduct carry|out: a review of = review reviews reviewed reviewing
do perform conduct carry|out: an assessment of = assess assesses assessed assessing
do perform conduct carry|out: a comparison of = compare compares compared comparing
do perform conduct carry|out: a check of = check checks checked checking
do perform conduct carry|out: a test of = test tests tested testing
do perform conduct carry|out: a search for = search|for searches|for searched|for searching|for
do perform conduct carry|out: a search = search searches searched searching
do perform carry|out: a backup of = back|up backs|up backed|up backing|up
do perform carry|out: an installation of = install installs installed installing
do perform carry|out: the installation of = install installs installed installing
do perform carry|out: an update of, the update of = update updates updated updating
do perform carry|out: an upgrade of, the upgrade of = upgrade upgrades upgraded upgrading
do perform carry|out: a reset of = reset resets reset resetting
do perform carry|out: a restart of = restart restarts restarted restarting
do perform carry|out: a calculation of = calculate calculates calculated calculating
do perform carry|out: a conversion of, the conversion of = convert converts converted converting
do perform carry|out: a removal of, the removal of = remove removes removed removing
do perform carry|out: a scan of = scan scans scanned scanning
have: a discussion about = discuss discusses discussed discussing
have: a preference for = prefer prefers preferred preferring
have: a need for = need needs needed needing
have: knowledge of = know knows knew knowing
have: an effect on, an impact on = affect affects affected affecting
have: an influence on = influence influences influenced influencing
reach come|to: an agreement on = agree|on agrees|on agreed|on agreeing|on
reach come|to: a conclusion = conclude concludes concluded concluding
"""


def _expand(lines: str) -> dict[str, str]:
    """Verb by phrase, in all forms of the empty verbs."""
    verbs: dict[str, str] = {}
    for line in filter(None, lines.split("\n")):
        left, _, right = line.partition(" = ")
        empty, _, nouns = left.partition(": ")
        for verb, noun in product(empty.split(), nouns.split(", ")):
            forms = _EMPTY[verb.replace("|", " ")].split()
            for form, plain in zip(forms, right.split(), strict=True):
                verbs[f"{form} {noun}".replace("|", " ")] = plain.replace("|", " ")
    return verbs


VERBS = _expand(_HIDDEN)

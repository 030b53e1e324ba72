"""Long, formal words and the short ones that say the same.

Forms stand side by side, so that each replacement has the grammar of the word it is for. Words
that are terms of computing in half their uses ("implement", "parameter") are left out.
"""

from __future__ import annotations

_FORMS = """
accomplish accomplishes accomplished accomplishing = do|does|done|doing
acquire acquired acquiring = get|got|getting
additionally = also
adjacent to = next to
advantageous = helpful
aforementioned = these
albeit = though
alleviate alleviates alleviated alleviating = ease|eases|eased|easing
alter alters altered altering = change|changes|changed|changing
ameliorate ameliorates ameliorated ameliorating = improve|improves|improved|improving
amongst = among
anticipate anticipates anticipated anticipating = expect|expects|expected|expecting
approximately = about
ascertain ascertains ascertained ascertaining = find out|finds out|found out|finding out
assist assists assisted assisting = help|helps|helped|helping
assistance = help
attain attains attained attaining = reach|reaches|reached|reaching
will attempt to = will try to
you attempt to = you try to
they attempt to = they try to
it attempts to = it tries to
attempted to = tried to
attempting to = trying to
cease ceases ceased ceasing = stop|stops|stopped|stopping
cognisant of = aware of
cognizant of = aware of
commence commences commenced commencing = start|starts|started|starting
commencement = start
conceal conceals concealed concealing = hide|hides|hidden|hiding
consequently = so
deem deems deemed deeming = consider|considers|considered|considering
demonstrate demonstrates demonstrated demonstrating = show|shows|shown|showing
detrimental = harmful
diminish diminishes diminished diminishing = reduce|reduces|reduced|reducing
discontinue discontinues discontinuing = stop|stops|stopping
disseminate disseminates disseminated disseminating = spread|spreads|spread|spreading
elucidate elucidates elucidated elucidating = explain|explains|explained|explaining
endeavour endeavours endeavoured endeavouring = try|tries|tried|trying
endeavor endeavors endeavored endeavoring = try|tries|tried|trying
envisage envisages envisaged envisaging = expect|expects|expected|expecting
equitable = fair
erroneous = wrong
erroneously = wrongly
exclusively = only
expedite expedites expedited expediting = speed up|speeds up|sped up|speeding up
facilitate facilitates facilitated facilitating = help|helps|helped|helping
feasible = possible
finalise finalises finalised finalising = finish|finishes|finished|finishing
finalize finalizes finalized finalizing = finish|finishes|finished|finishing
forthwith = at once
furnish furnishes furnished furnishing = give|gives|given|giving
furthermore = also
henceforth = from now on
herein = here
hitherto = until now
inadvertently = by mistake
inception = start
incorporate incorporates incorporated incorporating = include|includes|included|including
initiate initiates initiated initiating = start|starts|started|starting
inquire inquires inquired inquiring = ask|asks|asked|asking
insufficient = not enough
to leverage = to use
leverages leveraged leveraging = uses|used|using
methodology = method
methodologies = methods
moreover = also
necessitate necessitates necessitated necessitating = need|needs|needed|needing
nevertheless = still
nonetheless = still
notwithstanding = despite
numerous = many
obtain obtains obtained obtaining = get|gets|got|getting
obviate obviates obviated obviating = avoid|avoids|avoided|avoiding
optimum = best
per annum = a year
permissible = allowed
peruse peruses perused perusing = read|reads|read|reading
possess possesses possessed possessing = have|has|had|having
preclude precludes precluded precluding = prevent|prevents|prevented|preventing
predominantly = mainly
procure procures procured procuring = get|gets|got|getting
purchase a = buy a
purchase the = buy the
purchase your = buy your
to purchase = to buy
can purchase = can buy
you purchase = you buy
purchased purchasing = bought|buying
pursuant to = under
rectify rectifies rectified rectifying = correct|corrects|corrected|correcting
regarding = about
relinquish relinquishes relinquished relinquishing = give up|gives up|given up|giving up
the remainder of the = the rest of the
retain retains retained retaining = keep|keeps|kept|keeping
solely = only
stipulate stipulates stipulated stipulating = state|states|stated|stating
subsequently = later
sufficient = enough
supersede supersedes superseded superseding = replace|replaces|replaced|replacing
terminate terminates = end|ends
thereafter = after that
therein = in it
transmit transmits transmitted transmitting = send|sends|sent|sending
transpire transpires transpired transpiring = happen|happens|happened|happening
upon = on
utilisation = use
utilise utilises utilised utilising = use|uses|used|using
utilization = use
utilize utilizes utilized utilizing = use|uses|used|using
wherein = where
whilst = while
"""


def _read(lines: str) -> dict[str, str]:
    """Replacement by word, of lines of forms with their replacements."""
    simple: dict[str, str] = {}
    for line in filter(None, lines.split("\n")):
        words, _, replacements = line.partition(" =")
        shorter = [text.strip() for text in replacements.split("|")]
        forms = words.split() if len(shorter) > 1 else [words]
        simple.update(zip(forms, shorter, strict=True))
    return simple


SIMPLE = _read(_FORMS)

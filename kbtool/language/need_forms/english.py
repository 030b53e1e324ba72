"""English signs of what people need."""

from __future__ import annotations

from kbtool.language.need_forms.form import sign
from kbtool.model import Need

_ACTS = (
    r"(?:refund|reimburse|cancel|close|delete|terminate|block|unblock|lock|unlock|freeze|unfreeze|"
    r"reset|resend|send|reverse|revert|return|change|update|correct|remove|stop|replace|ship|issue|"
    r"activate|deactivate|reactivate|approve|release|credit|transfer|undo|reinstate|restore)"
)
_STATES = (
    r"(?:declined|rejected|refused|denied|pending|failed|failing|missing|gone|vanished|disappeared|"
    r"stuck|blocked|locked|frozen|disabled|suspended|closed|cancell?ed|reverted|returned|reversed|"
    r"charged|billed|debited|deducted|credited|posted|processed|received|arrived|delivered|shipped|"
    r"delayed|lost|stolen|hacked|compromised|overdue|late|showing|show up|shown|gone through|"
    r"go through|cleared|approved|verified|completed|come through|come yet|turned up)"
)
_NOT = r"(?:not|never|n't|no longer|still)"

ENGLISH = (
    sign(
        Need.PERSON,
        r"\b(?:speak|talk|chat|get through|connect(?: me)?|put me through) (?:to|"
        r"with) (?:\w{1,12} )"
        r"{0,2}(?:someone|somebody|person|human|agent|representative|rep|manager|supervisor|"
        r"operator|advisor|adviser|support|staff|customer service)\b",
        r"\b(?:real|live|actual) (?:person|human|agent)\b|\bhuman being\b",
        r"(?<!user )(?<!mail )(?<!transfer )\b(?:agent|representative|supervisor|operator)\b",
        r"\b(?:call|ring|phone) me\b|\bcall ?back\b|\bcomplain(?:t|ts|ing)?\b",
        r"\b(?:human|person) please\b|^\W*(?:human|person|someone)\W*$",
        r"\b(?:unacceptable|ridiculous|furious|outrageous|disgusting|disgusted|disgraceful|"
        r"appalling|"
        r"appalled|shambles|pathetic|fed up|ombudsman|lawyer|legal action|sue you|rip[- ]?off)\b",
        r"\b(?:terrible|horrible|awful|worst) (?:\w{1,12} )?(?:service|support|experience|"
        r"company)\b",
    ),
    sign(
        Need.ACTION,
        rf"\b(?:please|pls|plz|kindly) (?:\w{{1,12}} )?{_ACTS}\b",
        rf"\b(?:can|could|would|will) (?:you|someone|somebody)(?: guys)? (?:please |"
        rf"kindly )?{_ACTS}\b",
        r"\b(?:i|we) (?:want|need|demand|would like|'d like) (?:you|someone|somebody) to\b",
        r"\b(?:want|need|like|get) (?:it|this|that|them|(?:my|the) \w{1,20}(?: \w{1,20})?) "
        r"(?:to be )?(?:refunded|cancell?ed|closed|deleted|blocked|unblocked|reversed|removed|"
        r"replaced|unlocked|resent|stopped|corrected|reinstated)\b",
        r"\b(?:want|need|demand|give me|get) (?:a|my|the) (?:full )?(?:refund|money back)\b",
        rf"^\W*(?:hi,? |hello,? )?{_ACTS} (?:my|this|that|it|me)\b(?![^.!]{{0,80}}\?)",
    ),
    sign(
        Need.PRODUCT,
        r"\bcrash(?:es|ed|ing)?\b|\b(?:bug|bugs|buggy|glitch|glitches|glitchy|laggy)\b",
        r"\b(?:keeps?|is|was|starts?|started|kept) (?:\w{1,12} )?(?:hanging|freezing)\b",
        # Most error messages say what the user should mend, so an article can explain them.
        r"\b(?:internal|unexpected|fatal|runtime|script) errors?\b|\berror (?:code )?\d{2,5}\b",
        r"\b(?:does|do|did|is|are|has|was|were)(?: not|n't|nt) (?:\w{1,12} )?(?:work|working|"
        r"worked|"
        r"load|loading|open|opening|start|starting|respond|responding|sync|syncing|display|"
        r"displaying|function|functioning|save|saving|connect|connecting)\b",
        r"\b(?:stopped|stops|quit|no longer) (?:work|works|working|loading|responding|syncing|"
        r"functioning|opening)\b|\bnot (?:responding|working|functioning|loading|syncing)\b",
        r"\b(?:won't|wont|will not|refuses to|fails to) (?:\w{1,12} )?(?:work|load|open|start|"
        r"run|sync|"
        r"connect|display|launch|save|respond|let me)\b",
        r"\b(?:blank|black|white) (?:screen|page|window)\b|\bunusable\b",
        r"\b(?:since|after|with) (?:the |an? |my |this )?(?:\w{1,12} ){0,2}(?:update|upgrade)\b",
        r"\b(?:is|are) (?:\w{1,12} )?broken\b",
        r"\bfeature request\b|\b(?:please|could you|can you|will you) (?:add|implement|"
        r"bring back)\b",
        r"\b(?:is|was) there (?:a|any) (?:\w{1,12} )?(?:feature|function|functionality|plans?)\b",
        r"\bany plans? (?:to|for)\b|\bbring (?:it |this |that )?back the\b",
        r"\b(?:would|it'd) be (?:nice|great|good|helpful|useful) (?:if|to have)\b",
    ),
    sign(
        Need.ACCOUNT,
        rf"\b(?:my|mine|our)\b[^.?!]{{0,60}}\b{_STATES}\b",
        rf"\b{_STATES} (?:\w{{1,12}} )?(?:my|mine)\b",
        rf"\b(?:i|we)(?: have|'ve|ve|'m| am)? ?(?:still )?(?:\w{{0,12}}){_NOT} (?:yet |even |"
        rf"been able to )?"
        r"(?:received?|gotten|got|get|seen|see|refunded|credited)\b",
        r"\b(?:i|we) (?:was|were|got|have been|had been|am being|'ve been|"
        r"keep getting) (?:\w{1,12} )?"
        r"(?:charged|billed|debited|declined|blocked|locked|hacked|scammed|refused|rejected|"
        r"denied)\b",
        r"\b(?:charged|billed|debited|took) (?:me|money|from me|twice|two times|double)\b",
        r"\b(?:do|did|does)(?: not|n't|nt) (?:recogni[sz]e|remember|make|do|authori[sz]e|request)"
        r"(?: (?:it|this|that|the|a|an|any|these|some|making)\b|\W*$)",
        r"\b(?:where is|where's|where are|what happened to|what's happening with|what about|"
        r"status of|"
        r"update on|track|check(?: on)?) (?:my|our|the status)\b",
        r"\bwhy (?:is|are|was|were|has|have|did|does|do|can't|won't|isn't|hasn't|wasn't|didn't|"
        r"doesn't)"
        r"(?: not)? (?:my|i|we|our|there)\b",
        r"\bwas (?:i|my|our) (?:\w{1,12} )?(?:charged|billed|declined|debited|blocked)\b",
        r"\b(?:on|from|in|off) my (?:account|statement|bill|balance|card)\b[^.?!]{0,40}"
        r"\b(?:wrong|unknown|strange|not mine|incorrect|twice|extra|recogni[sz]e|isn't|never)\b",
        r"\b(?:someone|somebody) (?:\w{1,12} )?(?:used|accessed|withdrew|hacked|stole|took|"
        r"charged)\b",
        r"\b(?:wrong|incorrect|unknown|strange|weird|duplicate|double|extra|"
        r"unexpected) (?:\w{1,12} )?"
        r"(?:charge|charges|payment|payments|transaction|transactions|amount|withdrawal|debit|"
        r"fee)\b",
    ),
)

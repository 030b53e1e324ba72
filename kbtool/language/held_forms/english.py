"""English words by which a passage holds a fact."""

from __future__ import annotations

from kbtool.language.held_forms.form import CLOCK, DATE, UI_PATH, WEB, form
from kbtool.model import Fact

ENGLISH = {
    Fact.DURATION: form(
        r"instant(?:ly|aneous(?:ly)?)?\b|immediate(?:ly)?\b|(?:straight|right) away\b|at once\b",
        r"(?:the )?(?:same|next) (?:(?:working|business) )?(?:day|night|morning)\b|overnight\b",
        r"(?:a few|several|a couple of|some|many|within|takes?|in) "
        r"(?:seconds|minutes|moments?|hours|days|weeks|months|years|a minute|no time)\b",
        r"in real time\b|by (?:tomorrow|the end of)\b|tomorrow\b|until tomorrow\b|"
        r"permanent(?:ly)?\b",
        r"forever\b|indefinitely\b|(?:does not|doesn't|never) expires?\b|a while\b|a moment\b",
    ),
    Fact.AMOUNT: form(
        r"free(?: of charge)?\b(?! (?:up|to|space|from))|for nothing\b|at no (?:extra )?(?:cost|"
        r"charge)\b",
        r"(?:no|without|zero|any) (?:\w{1,12} ){0,2}(?:fees?|charges?|costs?)\b",
        r"(?:do not|don't|does not|doesn't|never|will not|won't) (?:charge|cost)\b",
        r"(?:costs?|fees?|charges?|price) (?:is|are|of) (?:the same|included|nothing|\d)",
        r"half (?:the )?(?:price|fee)\b|full price\b",
    ),
    Fact.LIMIT: form(
        r"(?:unlimited|no limits?|without (?:a |any )?limits?)\b|as (?:many|much|often) as\b",
        r"(?:once|twice|only one|just one|one|single|any number|at a time|each|every|per)\b",
        r"\d",
        r"(?:two|three|four|five|six|ten|both|several|multiple|more than one)\b",
    ),
    Fact.TIME: form(
        CLOCK,
        DATE,
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|week(?:ends?|days?)\b",
        r"\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
        r"(?:january|february|march|april|june|july|august|september|october|november|december)\b",
        r"(?:midnight|noon|midday|daily|weekly|monthly|yearly|annually|24/7|today|tomorrow)\b",
        r"(?:every|each|the (?:first|last|next|same)|per) (?:\w{1,10} )?"
        r"(?:hour|day|week|month|year|morning|night)s?\b",
        r"(?:in|since|until|before|after|by) (?:19|20)\d\d\b|around the clock\b|at any time\b|"
        r"any time\b",
        r"(?:as soon as|once|after|before|until|when|whenever|at the moment)\b",
    ),
    Fact.PLACE: form(
        UI_PATH,
        WEB,
        r"(?:in|on|under|from|inside|at|via|to|through|near|next to|below|above|behind|open|tap|"
        r"click|"
        r"select|press|choose|see)\s(?:the |your |our |my |its |an |a |any |every |all |most )?"
        r"(?:\w{1,20} ){0,2}(?:apps?|website|site|settings?|preferences|menus?|pages?|tabs?|"
        r"screens?|"
        r"sections?|folders?|sidebar|toolbar|dashboard|profile|account|buttons?|icons?|links?|"
        r"fields?|"
        r"options?|browser|inbox|machines?|atms?|branch(?:es)?|shops?|stores?|banks?|post offices?|"
        r"country|countries|home|office|top|bottom|left|right|corner|panel|window|list|box|card|"
        r"back|"
        r"statement|history|email|phone|address|table|form|documents?|files?|drive|dialog)\b",
        r"(?:worldwide|abroad|anywhere|everywhere|online|here|there|overseas|"
        r"international(?:ly)?)\b",
        r"(?:uk|usa|us|eu|eea|europe(?:an)?|united (?:kingdom|states)|britain|ireland|france|"
        r"germany|"
        r"spain|italy|switzerland|netherlands|australia|canada|china|japan|india|england|"
        r"scotland)\b",
        r"(?:street|avenue|square|postcode|p\.?o\.? box)\b",
        r"(?-i:(?:[Ii]n|[Uu]nder|[Oo]n|[Tt]o|[Oo]pen|[Tt]ap|[Cc]lick|[Ss]elect|[Ff]rom) [A-Z]\w)",
    ),
    Fact.PERSON: form(
        r"(?:aged?|years? old|older than|younger|over|under|at least) ?(?:\d{1,2}|eighteen|"
        r"sixteen)?\b"
        r"(?<=\d)",
        r"(?:age|aged|years old|years of age|older|younger|adults?|grown-ups?)\b",
        r"(?:child|children|kids?|minors?|teenagers?|parents?|guardians?|students?|family|"
        r"spouse)\b",
        r"(?:residents?|residence|citizens?|live|living|national(?:s|ity)?|eligib\w{1,8}|"
        r"qualif\w{1,6})\b",
        r"(?:anyone|anybody|everyone|everybody|nobody|no one|only you|all (?:customers|users|"
        r"members|"
        r"accounts)|people|persons?|owners?|holders?|admins?|administrators?|managers?|editors?|"
        r"merchants?|customers?|users?|members?|friends?|compan(?:y|ies)|business(?:es)?)\b",
        r"(?:must|need to|have to|required|requires?|only if|provided|as long as|unless|"
        r"condition)\b",
    ),
    Fact.ANSWER: form(
        r"(?:yes|no|nope|sure|of course|certainly|correct|unfortunately|sadly|sorry)\b",
        r"(?:you|we|they|it|he|she|people|customers?|users?|that|this|cards?|account|app|anyone|"
        r"nobody)"
        r" (?:\w{1,12} )?(?:can|can't|cannot|could|may|might|must|should|will|won't|are|is|isn't|"
        r"aren't|"
        r"do|does|don't|doesn't|have to|need|needs?|has|support|accept|offer|allow|works?|never|"
        r"always)\b",
        r"(?:can|cannot|can't|could|may|will|won't|is|isn't|are|aren't|does|doesn't|do|don't|not|"
        r"also) "
        r"(?:not |also |only |currently |be )?(?:possible|able|allowed|permitted|supported|"
        r"available|"
        r"accepted|offered|required|necessary|needed|used|included|free|work|exist|impossible)\b",
        r"(?:there (?:is|are|isn't|aren't)|possible|impossible|(?:supports?|allows?|lets|accepts?|"
        r"enables?|works?|requires?|includes?|provides?|offers?) )",
        r"(?:can|cannot|can't|could|may|must|never|always|do not|don't|does not|doesn't|will|"
        r"not)\b",
    ),
    Fact.STEPS: form(
        UI_PATH,
        r"(?:go to|head to|navigate|click(?:ing)?|tap(?:ping)?|select(?:ing)?|choose|press|"
        r"type|enter|open|scroll|drag|copy|paste|swipe|log in|sign in|install|download)\b",
        r"(?:you (?:can|could|should|must|may|need to|have to|will need|might)|try|use|using|"
        r"simply|"
        r"just|follow|step|first|then|ask|contact|call|phone|write to|send|make sure)\b",
        r"by \w{2,15}ing\b",
    ),
    Fact.CAUSE: form(
        r"(?:because|due to|owing to|as a result|reasons?|caused?|causes|since|so that|in order to|"
        r"otherwise|therefore|this means|that means|means that|thanks to|protects?|prevents?|"
        r"avoids?)\b",
        r"(?:happens?|fails?|declined?|rejected|blocked|returned|reverted|pending|"
        r"appears?) (?:\w{1,12} )?"
        r"(?:if|when|for|by|as|while|until|unless|with)\b",
        r"(?:if|when|unless|while|until|as long as)\b",
        r"(?:to (?:protect|prevent|avoid|make sure|keep|check|comply|confirm)|required by|by law|"
        r"the law|"
        r"may have|might have|usually|likely|probably|has expired|not enough|too (?:many|much|old|"
        r"low))\b",
    ),
}

"""How names of people are written, and the words that say that one comes."""

from __future__ import annotations

UPPER = r"[A-ZÀ-ÖØ-ÞŁŚŻŹĆČŠŽŐŰİĞŞŘĎŤȘȚĐΆ-ΏΑ-ΩЁІЇЄА-Я]"
_WORD = rf"{UPPER}(?:\.(?=[ ]{UPPER})|[\w'’-]{{0,30}}+)"
_JOINT = r" (?:(?:van|von|de|der|den|del|della|di|da|la|le|el|bin|al|zu) ){0,3}"
NAME = rf"{_WORD}(?:{_JOINT}{_WORD}){{0,3}}"
GREETINGS = (
    r"hi|hi there|hiya|hello|hello there|hello again|hey|hey there|dear|greetings|good (?:morning"
    r"|afternoon|evening|day)|thanks(?: again| so much)?|thank you(?: again| so much| very much)?"
    r"|hallo|liebe[rs]?|(?:sehr )?geehrte[rs]?|werte[rs]?|guten (?:tag|morgen|abend)"
    r"|gr[üu]ezi|moin|servus|danke|vielen dank|bonjour|bonsoir|salut|coucou|ch[eè]re?"
    r"|merci(?: beaucoup)?|hola|estimad[oa]|querid[oa]|apreciad[oa]|buen(?:os)? d[íi]as?"
    r"|buenas (?:tardes|noches)|(?:muchas )?gracias|ciao|salve|buon ?giorno|buona ?sera"
    r"|gentil(?:e|issim[oa])|egregi[oa]|car[oa]|grazie(?: mille)?|ol[áa]|oi|bom dia"
    r"|boa (?:tarde|noite)|prezad[oa]|(?:muito )?obrigad[oa]|hoi|beste|geachte"
    r"|goede(?:morgen|middag|navond)|dag|bedankt|hej|hei|k[æä]r[ea]|bästa|cześć|witam"
    r"|dzień dobry|szanown[ya]|merhaba|say[ıi]n|dobrý den|ahoj|kedves|stimat[eăa]|bună ziua"
    r"|здравствуйте|добрый (?:день|вечер)|привет|уважаем(?:ый|ая)"
)
TITLES = (
    r"mr|mrs|ms|miss|mx|dr|prof|professor|frau|herrn?|fr|hr|mme|mlle|madame|monsieur|mademoiselle"
    r"|sr|sra|srta|señor(?:a|ita)?|don|doña|sig|sig\.ra|sig\.na|signor[ae]?|signorina|dott"
    r"|dott\.ssa|senhora?|dona|(?:de )?heer|mevrouw|meneer|dhr|mevr|mw|pani?|panie|fru|herra"
    r"|rouva|bay|bayan"
)
SAID = (
    r"(?i:(?<!\w)(?:my (?:full )?name is|my name's|full name:|my name:|meine? name(?: ist|:)"
    r"|ich hei(?:ß|ss)e"
    r"|je m'appelle|mon nom est|me llamo|mi nombre es"
    r"|a nombre de|au nom de|a nome di|em nome de|auf den namen|in the name of"
    r"|mi chiamo|il mio nome è|mijn naam is|ik heet"
    r"|meu nome é|nazywam się|jag heter|mam na imię|benim ad[ıi]m|ad[ıi]m|ismim|меня зовут"
    r"|мене звати|мо[её] имя|jmenuji se|mit navn er|jeg (?:hedder|heter)|mitt namn är|nimeni on"
    r"|a nevem|mă numesc|numele meu este|με λένε|tên tôi là|nama saya|zovem se|ime mi je))"
)

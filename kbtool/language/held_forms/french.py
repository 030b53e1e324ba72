"""French words by which a passage holds a fact."""

from __future__ import annotations

from kbtool.language.held_forms.form import CLOCK, DATE, UI_PATH, WEB, form
from kbtool.model import Fact

FRENCH = {
    Fact.DURATION: form(
        r"(?:immédiat\w{0,6}|instantané\w{0,6}|tout de suite|aussitôt|demain|le jour même|"
        r"le lendemain|le jour (?:ouvré )?suivant)\b",
        r"(?:quelques|plusieurs) (?:minutes|heures|jours|semaines|mois)\b",
    ),
    Fact.AMOUNT: form(r"(?:gratuit\w{0,7}|sans frais|aucun frais|pas de frais|sans aucun frais)\b"),
    Fact.LIMIT: form(
        r"(?:illimité\w{0,2}|une fois|deux fois|par|chaque|un seul|une seule|autant)\b", r"\d"
    ),
    Fact.TIME: form(
        CLOCK,
        DATE,
        r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|week-end)s?\b",
        r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|"
        r"décembre)\b",
        r"(?:minuit|midi|chaque|quotidien\w{0,6}|mensuel\w{0,6}|dès|après|avant|lorsque|quand|"
        r"jusqu)",
    ),
    Fact.PLACE: form(
        UI_PATH,
        WEB,
        r"(?:dans|sur|sous|en|à|au|aux|chez|depuis) (?:l'|la |le |les |votre |vos )?\w",
        r"(?:partout|en ligne|ici|à l'étranger)\b",
    ),
    Fact.PERSON: form(
        r"(?:ans|âge|majeur\w?|mineur\w{0,2}|enfants?|adultes?|résid\w{2,7}|tout le monde|chacun|"
        r"seul\w{0,2}|"
        r"personnes?|clients?|utilisateurs?|doit|devez|faut|condition\w?)\b"
    ),
    Fact.ANSWER: form(
        r"(?:oui|non|malheureusement|pouvez|peut|peuvent|possible|impossible|ne|n'|est|sont|doit|"
        r"devez)\b"
    ),
    Fact.STEPS: form(
        UI_PATH,
        r"(?:cliquez|appuyez|sélectionnez|choisissez|ouvrez|allez|saisissez|entrez|suivez|"
        r"utilisez|connectez|contactez|appelez|écrivez|vous pouvez|accédez|rendez-vous)\b",
    ),
    Fact.CAUSE: form(
        r"(?:parce|car|en raison|à cause|raisons?|afin|pour que|si|lorsque|quand|puisque)\b"
    ),
}

"""French forms of questions."""

from __future__ import annotations

from kbtool.language.asked_forms.form import form
from kbtool.model import Fact

FRENCH = (
    form(Fact.CAUSE, r"\bpourquoi\b", r"\bquelle est la raison\b"),
    form(
        Fact.DURATION,
        r"\bcombien de (?:temps|minutes|heures|jours|semaines|mois)\b",
        r"\bquand (?:vais-je|vais je|est-ce que je vais|recevrai|arrivera|arrive|sera)\b",
        r"\b(?:quel|quels) (?:est le|sont les) délais?\b|\bdans combien\b|\bsous quel délai\b",
    ),
    form(
        Fact.LIMIT,
        r"\bcombien de (?:fois|\w{3,20})\b|\bquelle? est (?:la limite|le plafond|le maximum)\b",
        r"\bquels sont les (?:plafonds|limites)\b",
        r"\bcombien (?:puis-je|peut-on)\b|\bà quelle fréquence\b",
    ),
    form(Fact.LIMIT, r"\by a-t-il (?:une limite|un plafond|un maximum)\b", whether=True),
    form(
        Fact.AMOUNT,
        r"\bcombien\b|\bquels? (?:est le|sont les) (?:prix|frais|coûts?|tarifs?)\b",
    ),
    form(
        Fact.AMOUNT,
        r"\by a-t-il des frais\b|\best-ce (?:que c'est )?gratuit\b",
        whether=True,
    ),
    form(
        Fact.PERSON,
        r"\bqui peut\b|\bà partir de quel âge\b|\bquel âge\b|\bsuis-je éligible\b",
        r"\b(?:mineurs?|enfants?) (?:peut|peuvent|peut-il|peuvent-ils)\b|\bâge minimum\b",
    ),
    form(
        Fact.PLACE,
        r"\boù (?:puis-je|peut-on|est|se trouve|sont|trouver|dois-je|est-ce)\b",
        r"\bdans quels? (?:pays|menu|dossier|villes?)\b",
    ),
    form(
        Fact.TIME,
        r"\b(?:à quelle heure|à partir de quand|jusqu'à quand|quand|quelle date)\b",
        r"\bhoraires d'ouverture\b",
    ),
    form(
        Fact.STEPS,
        r"\bcomment (?:puis-je|faire|est-ce que je|peut-on|dois-je|\w{3,20}(?:er|ir|re))\b",
        r"\bque dois-je faire\b|\bquelles sont les étapes\b",
    ),
    form(None, r"\b(?:pouvez|pourriez)-vous\b|\bpeux-tu\b"),
    form(
        Fact.ANSWER,
        r"^\W*(?:puis-je|peut-on|est-ce|dois-je|y a-t-il|acceptez-vous|proposez-vous|"
        r"faut-il|avez-vous|est-il)\b[^?]{3,160}\?",
        r"\best-il possible\b|\bpossible \?",
    ),
)

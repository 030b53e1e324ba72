"""French signs of what people need."""

from __future__ import annotations

from kbtool.language.need_forms.form import sign
from kbtool.model import Need

_ACTS = (
    r"(?:rembourser|annuler|supprimer|fermer|clôturer|résilier|bloquer|débloquer|déverrouiller|"
    r"réinitialiser|renvoyer|envoyer|modifier|changer|corriger|retirer|arrêter|remplacer|activer|"
    r"désactiver|réactiver|restaurer|créditer)"
)
_STATES = (
    r"(?:refusée?s?|rejetée?s?|en attente|échoué|manquante?s?|disparue?s?|bloquée?s?|annulée?s?|"
    r"débitée?s?|prélevée?s?|facturée?s?|arrivée?s?|reçue?s?|livrée?s?|en retard|perdue?s?|"
    r"volée?s?|piratée?s?|créditée?s?|affichée?s?|apparaît|traitée?s?)"
)

FRENCH = (
    sign(
        Need.PERSON,
        r"\bparler (?:à|avec) (?:\w{1,12} )?(?:quelqu'un|conseiller|conseillère|personne|humain|"
        r"agent|responsable|opérateur)\b",
        r"\b(?:vraie personne|être humain|un humain)\b|\b(?:un|une) (?:conseiller|conseillère)\b",
        r"\b(?:appelez|rappelez)-moi\b|\bréclamation\b|\bporter plainte\b|\bme plaindre\b",
        r"\b(?:inadmissible|inacceptable|scandaleux|scandaleuse|honteux|honteuse|furieux|furieuse|"
        r"avocat|ras[- ]le[- ]bol|lamentable)\b",
    ),
    sign(
        Need.ACTION,
        rf"\b(?:pouvez|pourriez|peux|pourrais)[- ](?:vous|tu) (?:\w{{1,12}} )?(?:me |m'|le |"
        rf"la )?{_ACTS}\b",
        rf"\b(?:veuillez|merci de|prière de) (?:\w{{1,12}} )?{_ACTS}\b",
        r"\b(?:remboursez|annulez|supprimez|fermez|bloquez|débloquez|envoyez|renvoyez)[- ]",
        r"\b(?:je veux|je voudrais|j'exige|je demande) (?:être remboursée?|un remboursement|"
        r"le remboursement|mon remboursement|mon argent)\b",
    ),
    sign(
        Need.PRODUCT,
        r"\b(?:plante|plantent|planté|plantage|bug|bugs|bogue|bogues|buggé)\b",
        r"\berreur (?:\w{1,12} )?\d{2,5}\b",
        r"\bne (?:\w{1,12} )?(?:fonctionne|fonctionnent|marche|marchent|charge|s'ouvre|démarre|"
        r"répond|"
        r"se lance|synchronise) (?:plus|pas)\b",
        r"\b(?:depuis|après) (?:la|une|cette) (?:\w{1,12} )?mise à jour\b|\bécran (?:blanc|noir)\b",
        r"\by a-t-il une (?:\w{1,12} )?(?:fonction|fonctionnalité)\b|\bserait (?:bien|utile|"
        r"pratique) "
        r"(?:de|d'|que|si)",
    ),
    sign(
        Need.ACCOUNT,
        rf"\b(?:mon|ma|mes)\b[^.?!]{{0,60}}\b{_STATES}(?!\w)",
        r"\boù (?:est|sont|en est) (?:mon|ma|mes)\b|\bstatut de (?:mon|ma)\b",
        r"\b(?:je n'ai|j'ai) (?:toujours |encore )?(?:pas|jamais|rien) (?:encore |toujours )?"
        r"(?:reçu|autorisé|effectué|fait|eu)\b",
        r"\bj'ai été (?:\w{1,12} )?(?:débitée?|facturée?|prélevée?|piratée?|bloquée?)(?!\w)",
        r"\b(?:débitée?|prélevée?|facturée?) (?:deux fois|en double)\b",
        r"\bne reconnais pas\b|\bpourquoi (?:mon|ma|mes|ai-je été|suis-je)\b",
    ),
)

"""The fixed words of a draft, in the language of the article that it becomes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kbtool.language.locales import language_of
from kbtool.model import Fact


class Wording(NamedTuple):
    """Texts around what customers and agents wrote; `insert` begins what must be filled in.

    Each `insert` is one that the rule `placeholder` knows.
    """

    insert: str
    title: str
    audience: str
    note: str
    add: str  # {title}
    add_what: str  # {title}
    answer: str
    answers: str
    first_step: str
    next_step: str
    customers_say: str  # {people}
    asked: str  # {number}
    also_asked: str
    agents: str
    agents_task: str
    agents_said: str  # {text}, {tickets}
    messages: str
    message_task: str
    no_help: str
    contact: str  # {page}
    contacts: str
    channel: str
    related: str
    people: tuple[str, str]  # one, several
    tickets: tuple[str, str]
    facts: Mapping[Fact, tuple[str, str]]  # label, and what is to be filled in

    def count_people(self, number: int) -> str:
        """So many people."""
        return f"{number:,} {self.people[number != 1]}"

    def count_tickets(self, number: int) -> str:
        """So many tickets."""
        return f"{number:,} {self.tickets[number != 1]}"

    def fill(self, what: str) -> str:
        """A place to fill in."""
        return f"[{self.insert} {what}]"


def choose_wording(locale: str) -> Wording:
    """Words of a language; English ones where it has none."""
    return _WORDINGS.get(language_of(locale), _ENGLISH)


_ENGLISH = Wording(
    insert="insert",
    title="a title in customers' words",
    audience="who this is for",
    note="{people} asked. Nothing in this outline is made up: it says what customers asked and "
    "what agents wrote. Fill in each [insert …], then delete the comments; kbtool lint names what "
    "is left.",
    add="What to add to: {title}",
    add_what="Add to “{title}” what follows.",
    answer="the answer in one or two sentences",
    answers="the answer to these questions",
    first_step="the first step",
    next_step="the next step",
    customers_say="customers say ({people}):",
    asked="{number} asked",
    also_asked="Also asked",
    agents="What agents answered",
    agents_task="what is true of this above, then delete it",
    agents_said="Agents said (verify): “{text}” ({tickets})",
    messages="Messages that customers see",
    message_task="what it means and what to do",
    no_help="If this does not help",
    contact="Get in touch: {page}.",
    contacts="a link to your contacts",
    channel="which channel is best, and what to have at hand",
    related="Related articles",
    people=("person", "people"),
    tickets=("ticket", "tickets"),
    facts={
        Fact.DURATION: ("How long", "how long it takes"),
        Fact.AMOUNT: ("How much", "what it costs"),
        Fact.LIMIT: ("How many", "the number or limit"),
        Fact.TIME: ("When", "the day or time"),
        Fact.PLACE: ("Where", "the menu, page or place"),
        Fact.PERSON: ("Who may", "who may, and who may not"),
        Fact.ANSWER: ("Yes or no", "yes or no, and under which condition"),
        Fact.CAUSE: ("Why", "the causes, the most frequent first"),
    },
)
_GERMAN = Wording(
    insert="ergänzen:",
    title="ein Titel in den Worten der Kundschaft",
    audience="für wen das gilt",
    note="{people} haben gefragt. Nichts in diesem Entwurf ist erfunden: Er gibt wieder, was "
    "gefragt und was im Support geantwortet wurde. Füllen Sie jedes [ergänzen: …] aus und löschen "
    "Sie dann die Kommentare; kbtool lint nennt, was noch offen ist.",
    add="Was hinzukommen soll zu: {title}",
    add_what="Fügen Sie zu „{title}“ hinzu, was folgt.",
    answer="die Antwort in ein oder zwei Sätzen",
    answers="die Antwort auf diese Fragen",
    first_step="der erste Schritt",
    next_step="der nächste Schritt",
    customers_say="was gefragt wurde ({people}):",
    asked="{number} haben gefragt",
    also_asked="Außerdem gefragt",
    agents="Was der Support geantwortet hat",
    agents_task="was davon stimmt, an seinem Platz oben; löschen Sie dann diesen Abschnitt",
    agents_said="Antwort des Supports (bitte prüfen): „{text}“ ({tickets})",
    messages="Meldungen, die angezeigt werden",
    message_task="was sie bedeutet und was zu tun ist",
    no_help="Wenn das nicht hilft",
    contact="Kontaktieren Sie uns: {page}.",
    contacts="ein Link zu Ihren Kontaktwegen",
    channel="welcher Weg der beste ist und was bereitliegen soll",
    related="Verwandte Artikel",
    people=("Person", "Personen"),
    tickets=("Ticket", "Tickets"),
    facts={
        Fact.DURATION: ("Wie lange", "wie lange es dauert"),
        Fact.AMOUNT: ("Wie viel", "was es kostet"),
        Fact.LIMIT: ("Wie viele", "die Anzahl oder Grenze"),
        Fact.TIME: ("Wann", "der Tag oder die Uhrzeit"),
        Fact.PLACE: ("Wo", "das Menü, die Seite oder der Ort"),
        Fact.PERSON: ("Wer darf", "wer darf und wer nicht"),
        Fact.ANSWER: ("Ja oder nein", "ja oder nein, und unter welcher Bedingung"),
        Fact.CAUSE: ("Warum", "die Ursachen, die häufigste zuerst"),
    },
)
_FRENCH = Wording(
    insert="compléter :",
    title="un titre avec les mots des clients",
    audience="à qui cela s'adresse",
    note="{people} : demande reçue. Rien n'est inventé dans ce plan : il reprend ce que les "
    "clients ont demandé et ce que le support a écrit. Remplissez chaque [compléter : …], puis "
    "supprimez les commentaires ; kbtool lint indique ce qui reste.",
    add="À ajouter à : {title}",
    add_what="Ajoutez à « {title} » ce qui suit.",
    answer="la réponse en une ou deux phrases",
    answers="la réponse à ces questions",
    first_step="la première étape",
    next_step="l'étape suivante",
    customers_say="ce que disent les clients ({people}) :",
    asked="demandé {number} fois",
    also_asked="Autres questions",
    agents="Ce que le support a répondu",
    agents_task="ce qui est vrai, à sa place plus haut, puis supprimez cette partie",
    agents_said="Réponse du support (à vérifier) : « {text} » ({tickets})",
    messages="Messages affichés",
    message_task="ce que cela signifie et que faire",
    no_help="Si cela ne suffit pas",
    contact="Contactez-nous : {page}.",
    contacts="un lien vers vos contacts",
    channel="quel est le meilleur moyen et que préparer",
    related="Articles associés",
    people=("personne", "personnes"),
    tickets=("ticket", "tickets"),
    facts={
        Fact.DURATION: ("Combien de temps", "la durée"),
        Fact.AMOUNT: ("Combien", "le prix"),
        Fact.LIMIT: ("Quel nombre", "le nombre ou la limite"),
        Fact.TIME: ("Quand", "le jour ou l'heure"),
        Fact.PLACE: ("Où", "le menu, la page ou l'endroit"),
        Fact.PERSON: ("Qui peut", "qui peut, et qui ne peut pas"),
        Fact.ANSWER: ("Oui ou non", "oui ou non, et à quelle condition"),
        Fact.CAUSE: ("Pourquoi", "les causes, la plus fréquente d'abord"),
    },
)
_SPANISH = Wording(
    insert="completar:",
    title="un título con las palabras de los clientes",
    audience="para quién es",
    note="Preguntas de {people}. Nada de este esquema es inventado: recoge lo que preguntaron los "
    "clientes y lo que escribió el equipo de soporte. Rellene cada [completar: …] y borre después "
    "los comentarios; kbtool lint indica lo que falta.",
    add="Qué añadir a: {title}",
    add_what="Añada a «{title}» lo que sigue.",
    answer="la respuesta en una o dos frases",
    answers="la respuesta a estas preguntas",
    first_step="el primer paso",
    next_step="el paso siguiente",
    customers_say="lo que dicen los clientes ({people}):",
    asked="preguntado {number} veces",
    also_asked="También se pregunta",
    agents="Lo que respondió el equipo de soporte",
    agents_task="lo que sea cierto, en su lugar más arriba, y borre después esta parte",
    agents_said="Respuesta del equipo (por verificar): «{text}» ({tickets})",
    messages="Mensajes que se muestran",
    message_task="qué significa y qué hay que hacer",
    no_help="Si esto no ayuda",
    contact="Póngase en contacto: {page}.",
    contacts="un enlace a sus datos de contacto",
    channel="cuál es el mejor canal y qué hay que tener a mano",
    related="Artículos relacionados",
    people=("persona", "personas"),
    tickets=("ticket", "tickets"),
    facts={
        Fact.DURATION: ("Cuánto tiempo", "cuánto tarda"),
        Fact.AMOUNT: ("Cuánto", "lo que cuesta"),
        Fact.LIMIT: ("Cuántos", "el número o el límite"),
        Fact.TIME: ("Cuándo", "el día o la hora"),
        Fact.PLACE: ("Dónde", "el menú, la página o el lugar"),
        Fact.PERSON: ("Quién puede", "quién puede y quién no"),
        Fact.ANSWER: ("Sí o no", "sí o no, y con qué condición"),
        Fact.CAUSE: ("Por qué", "las causas, primero la más frecuente"),
    },
)
_WORDINGS: Mapping[str, Wording] = {
    "en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH, "es": _SPANISH,
}  # fmt: skip

"""Which column or key of a log holds what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from unicodedata import normalize

from msgspec import Struct
from msgspec.structs import fields

from kbtool.questions.tables.foreign_names import FOREIGN_NAMES


class Columns(Struct, frozen=True):
    """Names of columns (CSV) or keys (JSON); "" is found by its usual names."""

    text: str = ""
    id: str = ""
    asked_at: str = ""
    channel: str = ""
    requester: str = ""
    weight: str = ""
    resolved_by: str = ""
    gold: str = ""
    locale: str = ""
    subject: str = ""
    tags: str = ""
    status: str = ""
    csat: str = ""
    reopens: str = ""
    replies: str = ""
    agent_reply: str = ""
    bot: str = ""
    results: str = ""
    clicks: str = ""
    signals: str = ""

    def named(self) -> Iterator[tuple[str, str]]:
        """Each field that is not left to detection, with the name given."""
        for field in fields(self):
            if name := getattr(self, field.name):
                yield field.name, name


# Usual names, as ``squeeze`` leaves them. Where a log has several, the one that comes first here
# is taken: the narrower name before the wider, the body of a ticket before its subject.
USUAL_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "text": (
            *(
                "question",
                "questiontext",
                "customerquestion",
                "utterance",
                "userinput",
                "userquery",
            ),
            *("searchquery", "searchterm", "searchstring", "searchterms", "query", "text"),
            *("message", "messagetext", "plainbody", "body", "bodytext", "descriptiontext"),
            *("description", "content", "comment", "subject", "topqueries", "queries"),
            *("keyword", "term", "title"),
        ),
        "id": (
            *("id", "questionid", "ticketid", "conversationid", "messageid", "caseid", "uuid"),
            *("ticketnumber", "casenumber", "ticket", "number"),
        ),
        "asked_at": (
            *("askedat", "createdat", "submittedat", "receivedat", "sentat", "openedat"),
            *("created", "createddate", "datecreated", "creationdate", "createdon", "createdtime"),
            *("datetime", "timestamp", "date", "time"),
        ),
        "channel": ("channel", "via", "source", "medium"),
        "requester": (
            *("requesterid", "userid", "customerid", "requesteremail", "customeremail"),
            *("useremail", "requester", "customer", "user", "contact", "email", "sender"),
        ),
        "weight": (
            *("weight", "count", "searches", "eventcount", "searchcount", "totalsearches"),
            *("timesasked", "frequency", "occurrences", "impressions"),
        ),
        "resolved_by": (
            *("resolvedby", "linkedarticleids", "linkedarticles", "linkedarticle", "articleids"),
            *("articleid", "articles", "article"),
        ),
        "gold": ("gold", "goldarticles", "expected", "expectedarticles"),
        "locale": ("locale", "language", "languagecode", "lang"),
        "subject": ("subject", "ticketsubject"),
        "tags": ("tags", "tag"),
        "status": ("status", "ticketstatus", "state"),
        "csat": ("csat",),
        "reopens": ("reopens",),
        "replies": ("replies",),
        "agent_reply": ("agentreply", "agentresponse", "agentanswer"),
        "bot": ("bot", "botoutcome"),
        "results": ("results", "searchresults", "resultcount", "numberofresults"),
        "clicks": ("clicks", "clickcount"),
        "signals": ("signals",),
    }
)

# Columns of search reports that are no fields of a question, but tell of some.
SEARCH_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "failed": (
            *("searcheswithnoresults", "searcheswithnoresult", "searcheswithoutresults"),
            *("noresultsearches", "noresults", "zeroresults", "failedsearches"),
        ),
        "tickets": ("ticketscreated", "ticketcreated", "ticketssubmitted"),
        "click_rate": (
            *("clickthroughrate", "avgclickthroughrate", "averageclickthroughrate", "ctr"),
            "searchclickthroughrate",
        ),
    }
)
SEARCHED = "searched"  # holds what was searched, where that is what serves as the text
_SEARCHED_NAMES = frozenset(
    {
        *("searchquery", "searchterm", "searchstring", "searchterms", "suchbegriff", "topqueries"),
        *("suchanfrage", "termederecherche", "terminodebusqueda", "haufigstesuchanfragen"),
        *("requeteslesplusfrequentes", "consultasprincipales"),
    }
)
# What was searched too, beside what only reports of searches have.
_ASKED_NAMES = frozenset({"query", "queries", "keyword", "term", "requete", "consulta"})
_COUNTED_NAMES = frozenset({"searches", "totalsearches", "searchcount", "impressions"})

# Columns that make a date whole where the table has one for days alone.
TIME_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "time_of_day": (
            *("timeofday", "createdtime", "timecreated", "creationtime", "timeutc", "time"),
            *("uhrzeit", "zeit", "heure", "heuredecreation", "hora", "horadecreacion"),
        )
    }
)
# Columns that tell whether somebody else opened a ticket for a customer.
SUBMITTER_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"submitter": ("submitter",), "requester_name": ("requester",)}
)
# Columns that tell who speaks, in logs with a row for each message.
SPEAKER_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "speaker": (
            *("sendertype", "authortype", "senderrole", "authorrole", "sentby", "speaker"),
            *("participanttype", "participantrole", "direction"),
        ),
        "role": ("role", "author", "sender", "from"),
    }
)
USUAL_SUBJECTS = frozenset({*USUAL_NAMES["subject"], *FOREIGN_NAMES["subject"]})


def squeeze(name: str) -> str:
    """A name's letters and digits: "Created at", "created_at" and "createdAt" become one.

    Accents go: "Créé le" and "cree_le" are one as well.
    """
    folded = name.casefold()
    if not folded.isascii():
        folded = normalize("NFKD", folded)
    return "".join(character for character in folded if character.isalnum())


def find_columns(names: tuple[str, ...], columns: Columns) -> tuple[tuple[str, int], ...]:
    """Pairs of a field and the position of its name, for all fields that are there.

    Of two columns with one name, the first counts; a name that the user gave is not used twice,
    and a subject that has to serve as the text is no subject besides.
    """
    squeezed = [squeeze(name) for name in names]
    found: dict[str, int] = {}
    for field, wanted in columns.named():
        position = _position(names, wanted)
        if position is None:
            position = _position(squeezed, squeeze(wanted))
        if position is not None:
            found[field] = position
    given = dict(columns.named())
    for position in found.values():
        squeezed[position] = ""
    further = (SEARCH_NAMES, TIME_NAMES, SUBMITTER_NAMES, SPEAKER_NAMES)
    for field, usual in (
        *USUAL_NAMES.items(),
        *(item for table in further for item in table.items()),
    ):
        if field not in given:
            names_of_field = (*usual, *FOREIGN_NAMES.get(field, ()))
            positions = (_position(squeezed, name) for name in names_of_field)
            position = next((place for place in positions if place is not None), None)
            if position is not None:
                found[field] = position
    _settle(found, names)
    return tuple(sorted(found.items()))


def find_twins(names: Sequence[str], found: Mapping[str, int]) -> list[str]:
    """A sentence on each name of a column in use that a later column has as well."""
    used = dict.fromkeys(names[at].strip() for at in found.values())
    plain = [name.strip() for name in names]
    return [
        f"{plain.count(name)} columns are called {name[:40]!r}, of which the first is read"
        for name in used
        if name and plain.count(name) > 1
    ]


def _settle(found: dict[str, int], names: Sequence[str]) -> None:
    """Takes out what a column would serve as twice, and adds what the text's name tells."""
    if "text" in found and _is_searched(found, names):
        found[SEARCHED] = found["text"]
    if not found.keys() >= SUBMITTER_NAMES.keys():
        for name in SUBMITTER_NAMES:
            found.pop(name, None)
    if "subject" in found and found["subject"] == found.get("text"):
        del found["subject"]
    if found.get("time_of_day") == found.get("asked_at"):  # both are missing, or it is all there is
        found.pop("time_of_day", None)


def _is_searched(found: Mapping[str, int], names: Sequence[str]) -> bool:
    """Whether the text is what was searched: by its name, or by the columns beside it."""
    text = squeeze(names[found["text"]])
    counted = "weight" in found and squeeze(names[found["weight"]]) in _COUNTED_NAMES
    beside = counted or not {"clicks", "results", "failed", "click_rate"}.isdisjoint(found)
    return text in _SEARCHED_NAMES or (text in _ASKED_NAMES and beside)


def _position(names: Sequence[str], wanted: str) -> int | None:
    return names.index(wanted) if wanted and wanted in names else None

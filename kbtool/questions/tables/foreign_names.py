"""Usual names of columns in German, French and Spanish, as ``squeeze`` leaves them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

FOREIGN_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "text": (
            *("frage", "kundenfrage", "suchbegriff", "suchanfrage", "anfrage", "nachricht"),
            *("nachrichtentext", "beschreibung", "anliegen", "inhalt", "kommentar"),
            *("questionduclient", "requete", "recherche", "termederecherche", "demande"),
            *("contenu", "texte", "commentaire"),
            *("pregunta", "consulta", "busqueda", "terminodebusqueda", "mensaje"),
            *("descripcion", "contenido", "texto", "comentario", "haufigstesuchanfragen"),
            *("requeteslesplusfrequentes", "consultasprincipales"),
            *("betreff", "titel", "objet", "sujet", "asunto", "titre", "titulo"),
        ),
        "id": (
            *("ticketnummer", "vorgangsnummer", "anfragenummer", "fallnummer"),
            *("numeroticket", "numerodeticket", "numerodedemande", "numero"),
        ),
        "asked_at": (
            *("erstelltam", "erstellt", "eingegangenam", "eingangam", "erstellungsdatum"),
            *("gesendetam", "datumuhrzeit", "zeitpunkt", "zeitstempel", "datum"),
            *("creele", "datedecreation", "recule", "envoyele", "dateheure", "horodatage"),
            *("creadoel", "creadoen", "fechadecreacion", "fechayhora", "fechahora"),
            *("recibidoel", "enviadoel", "marcadetiempo", "fecha"),
        ),
        "channel": ("kanal", "canal"),
        "requester": (
            *("kundennummer", "kundenid", "kunde", "anfragender", "absender", "benutzer"),
            *("idclient", "client", "demandeur", "expediteur", "utilisateur"),
            *("idcliente", "cliente", "solicitante", "remitente", "usuario"),
        ),
        "weight": (
            *("anzahlsuchen", "suchen", "haufigkeit", "anzahl", "impressionen", "impresiones"),
            *("nombrederecherches", "recherches", "frequence"),
            *("numerodebusquedas", "busquedas", "frecuencia", "cantidad"),
        ),
        "clicks": ("klicks", "clics"),
        "locale": ("sprache", "langue", "idioma"),
        "subject": ("betreff", "objet", "sujet", "asunto"),
        "tags": ("schlagworte", "schlagworter", "etiquettes", "etiquetas"),
        "status": ("statut", "etat", "estado"),
    }
)

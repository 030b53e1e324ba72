"""Words and pages that lead to a person, in other languages than English."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, ...]] = {
    "de": (
        "kontaktieren sie", "kontaktiere uns", "wenden sie sich an", "wende dich an",
        "schreiben sie uns", "schreib uns", "schreibe uns", "rufen sie uns an", "ruf uns an",
        "sprechen sie mit uns", "sprechen sie mit unserem", "chatten sie mit", "live-chat",
        "kundendienst", "kundenservice", "kundensupport", "kundenbetreuung", "support-team",
        "unser support", "unserem support", "unseren support", "helpdesk", "hotline",
        "ticket erstellen", "ticket eröffnen", "ticket öffnen", "anfrage senden",
        "anfrage stellen", "kontaktformular", "melden sie sich bei", "melde dich bei",
        "nehmen sie kontakt", "nimm kontakt", "unser team",
    ),
    "fr": (
        "contactez-nous", "contactez notre", "contacter notre", "contactez le", "contacter le",
        "contactez l'assistance", "contacter l'assistance", "nous contacter", "écrivez-nous",
        "appelez-nous", "téléphonez-nous", "discutez avec", "service client", "service clients",
        "support client", "assistance clientèle", "notre équipe", "équipe d'assistance",
        "envoyer une demande", "envoyez une demande", "ouvrir un ticket", "ouvrez un ticket",
        "créer un ticket", "créez un ticket", "formulaire de contact", "par chat",
        "chat en direct", "prenez contact", "demandez de l'aide",
    ),
    "es": (
        "póngase en contacto", "ponte en contacto", "contacte con", "contacta con",
        "contacte a", "contáctenos", "contáctanos", "contactar con", "escríbanos", "escríbenos",
        "llámenos", "llámanos", "hable con", "habla con", "chatee con", "chatea con",
        "chat en vivo", "chat en directo", "atención al cliente", "servicio al cliente",
        "soporte técnico", "equipo de soporte", "equipo de asistencia", "nuestro equipo",
        "enviar una solicitud", "envíe una solicitud", "envía una solicitud", "abrir un ticket",
        "abra un ticket", "crear un ticket", "formulario de contacto", "comuníquese con",
    ),
}  # fmt: skip
"""Words that tell the reader to turn to a person, by language."""

PAGES: dict[str, tuple[str, ...]] = {
    "de": (
        "kontakt", "kontaktieren", "kontaktformular", "hilfe", "support", "kundenservice",
        "kundendienst", "ansprechpartner",
    ),
    "fr": (
        "contact", "contactez-nous", "nous-contacter", "aide", "assistance", "support",
        "service-client",
    ),
    "es": (
        "contacto", "contactar", "contactenos", "contáctenos", "contactanos", "contáctanos",
        "ayuda", "soporte", "atencion-al-cliente", "atención-al-cliente",
    ),
}  # fmt: skip
"""Last parts of addresses, and titles, of pages to reach a person by, by language."""

"""Words and pages that lead to a person, by language."""

from __future__ import annotations

ENGLISH = (
    "contact us", "contact our", "contact support", "contact the support", "contact customer",
    "chat with us", "chat with our", "chat to us", "start a chat", "live chat", "talk to us",
    "talk to our", "talk to a person", "talk to a human", "talk to an agent", "talk to someone",
    "speak to us", "speak to our", "speak with us", "speak with our", "speak to a person",
    "speak to an agent", "call us", "phone us", "ring us", "email us", "e-mail us", "message us",
    "write to us", "ask us", "ask our", "tell us", "get in touch", "reach us", "reach out to us",
    "reach out to our", "let us know", "submit a request", "submit a ticket", "open a ticket",
    "raise a ticket", "create a ticket", "open a case", "support request", "support ticket",
    "support team", "support forum", "ask for support", "ask for help",
    "customer service", "customer support", "help desk", "helpdesk",
)  # fmt: skip
"""English words that tell the reader to turn to a person."""

ENGLISH_PAGES = (
    "contact", "contacts", "contact-us", "contact-support", "contact-form", "support", "help",
    "get-help", "help-and-support", "customer-service", "customer-support",
    "submit-a-request", "requests/new",
)  # fmt: skip
"""Last parts of addresses, and titles, of pages to reach a person by."""

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
"""The same in other languages."""

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
"""The same pages in other languages."""

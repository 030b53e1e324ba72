"""Spanish signs of what people need."""

from __future__ import annotations

from kbtool.language.need_forms.form import sign
from kbtool.model import Need

_ACTS = (
    r"(?:reembols|devolv|cancel|anul|elimin|borr|cerr|bloque|desbloque|restablec|envi|reenvi|"
    r"cambi|corregi|quit|deten|reemplaz|activ|desactiv|reactiv|restaur|abon)(?:ar|er|ir)"
    r"(?:me|lo|la|los|las)?"
)
_STATES = (
    r"(?:rechazad[oa]s?|pendientes?|fallad[oa]|falta|faltan|desaparecid[oa]s?|bloquead[oa]s?|"
    r"cancelad[oa]s?|cobrad[oa]s?|cargad[oa]s?|descontad[oa]s?|llegad[oa]|llega|recibid[oa]|"
    r"entregad[oa]s?|retrasad[oa]s?|perdid[oa]s?|robad[oa]s?|hackead[oa]|abonad[oa]s?|aparece|"
    r"aparecen|procesad[oa]s?)"
)

SPANISH = (
    sign(
        Need.PERSON,
        r"\bhablar con (?:\w{1,12} )?(?:alguien|agente|persona|humano|representante|asesor|asesora|"
        r"supervisor|operador|encargado)\b",
        r"\b(?:persona real|ser humano|un humano|un agente)\b|\b(?:llámenme|llámame|llamadme)\b",
        r"\b(?:queja|quejas|quejarme|reclamación|reclamo|hoja de reclamaciones)\b",
        r"\b(?:inaceptable|vergonzos[oa]|indignante|indignad[oa]|furios[oa]|abogad[oa]|hart[oa] de|"
        r"vergüenza|pésimo servicio)\b",
    ),
    sign(
        Need.ACTION,
        rf"\b(?:pueden?|puedes|podéis|podrían?|podrías?) (?:ustedes )?(?:por favor )?{_ACTS}\b",
        r"\b(?:por favor|les pido que|necesito que|quiero que) (?:me )?(?:reembolsen|devuelvan|"
        r"cancelen|anulen|eliminen|borren|cierren|bloqueen|desbloqueen|envíen|reenvíen|cambien|"
        r"activen|desactiven|reembolsa|devuelve|cancela|elimina|cierra|bloquea|desbloquea)\b",
        r"\b(?:quiero|exijo|necesito) (?:un reembolso|mi dinero|que me devuelvan|la devolución|"
        r"mi reembolso)\b",
    ),
    sign(
        Need.PRODUCT,
        r"\bse (?:bloquea|cierra|cuelga|congela|traba) (?:sol[oa]|la app|la aplicación|al|cuando|"
        r"cada)\b|\b(?:bug|bugs|error \d{2,5})\b",
        r"\bno (?:me |se )?(?:funciona|funcionan|carga|abre|arranca|inicia|responde|sincroniza)\b",
        r"\bdejó de funcionar\b|\bpantalla (?:blanca|negra|en blanco)\b",
        r"\b(?:desde|después de|tras) (?:la|una|esta) (?:\w{1,12} )?actualización\b",
        r"\b(?:hay|existe) (?:alguna|una) (?:\w{1,12} )?(?:función|funcionalidad)\b",
        r"\bsería (?:bueno|útil|genial) (?:que|si|poder|tener)\b",
    ),
    sign(
        Need.ACCOUNT,
        rf"\b(?:mi|mis)\b[^.?!]{{0,60}}\b{_STATES}\b",
        r"\bdónde est[aá]n? mis?\b|\bestado de mi\b|\bqué pasó con mis?\b",
        r"\b(?:no|nunca|todavía no|aún no) (?:he |me han |me ha )(?:recibid|autorizad|hech|llegad|"
        r"realizad|reembolsad|devuelt)[oa]\b|\bno recibí\b",
        r"\bme (?:han|ha) (?:cobrado|cargado|bloqueado|hackeado|rechazado|descontado)\b",
        r"\bme cobraron\b|\b(?:cobrado|cobraron|cargado) (?:\w{1,12} )?(?:dos veces|doble)\b",
        r"\bno reconozco\b|\bpor ?qué (?:mi|mis|me han|me cobraron|no me)\b",
    ),
)

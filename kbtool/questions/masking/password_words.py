"""Words for passwords in many languages, and what may be one."""

from __future__ import annotations

WORDS = (
    r"pass ?words?|passwd|pwd|p/?w|pswd|pass|passphrase|passwort|kennwort|mot de passe|mdp"
    r"|contrase[ñn]a|clave|wachtwoord|senha|parola d'ordine|l[öo]senord(?:et)?|has[łl]o(?: to)?"
    r"|secret answer|security answer|[şs]ifre\w{0,4}|parola(?:m|n[ıi]z)?|парол[ьяю]|heslo"
    r"|jelsz[óo]\w{0,2}|adgangskode\w?|kodeord|passord(?:et)?|salasana\w{0,3}|parol[aă]|mật khẩu"
    r"|kata sandi|κωδικός|סיסמ[הא]|كلمة (?:السر|المرور)"
)
VALUE = r"[\"'“„«]?(?P<value>[^\s\"'“”„«»<>(\[{][^\s\"'“”„«»<>]{2,63})"

"""Print how often each way of counting syllables is exact, and by how much it errs on average.

    python benchmarks/syllables.py

English: CMUdict's own words, each counted as if CMUdict lacked it, and terms from help centres
that it does lack, counted by hand. Other languages: a few sentences each, syllables set apart by
hand, against pyphen, which is what textstat counts with there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import fmean

from pyphen import Pyphen

import kbtool.readability
from kbtool.readability.syllables import count_by_rule, count_syllables, count_unlisted

Counter = Callable[[str], int]

# Not in CMUdict, by their number of syllables.
TERMS = {
    1: "syncs var",
    2: """
        addons blocklist breadboard browser's cashback changelog chatbot checkbox checkmark
        chipset chromebook config decrypt dropdown filelink flatpak folder's helpdesk hostname
        howto imap json leftmost livestream loopback maildir mbox namespace narrowband oauth
        onedrive outbox passcode passphrase paywall plaintext qr readme resize restarts
        rightclick runtime screencast scripting sender's server's signin silkscreen soldered
        spacebar stacktrace strikethrough syncing taskbar textbox timestamp toolbars tooltip
        topleft trello unblock uncheck unlocks vcard vcards verbose webhook webhooks webmail
        whitelist
    """,
    3: """
        archiving autofill autoplay autosave bcc ble bookmarklet bootloader checkboxes clickable
        commandline css datasheet datasheets debugger decryption dialogs doubleclick doublepress
        downloader emoji encrypting endoflife endtoend formatted freemium geofence gsm inboxes
        keyserver literals message's middleware noreply onboarding pgp placeholders plc
        powershell preinstalled profiler provider's ransomware readonly reformat release's
        resetting rgb rightclicking rss searchable selector serverless singleboard ssl subdomain
        subfolder subfolders submenu taxexempt thirdparty thunderbird's thundermail tls
        twofactor unarchive unicode updater uploader uppercase upperright uptodate viewable vpn
        whitelisted workarounds
    """,
    4: """
        autocomplete capacitive cryptographic deprecation highdensity metadata micropython
        multifactor optionally overvoltage preauthorize prepopulate reinstalling smtp
        unencrypted uninstalling
    """,
    5: """
        authenticator configurable customization customizations executable geolocation https
        microcontroller openpgp pwm reauthenticate subdirectories uninstallation
    """,
    6: "initialization",
    8: "interoperability",
}

# Points of Flesch's ease that a syllable a word costs, and text with a hyphen between syllables.
TEXTS = {
    "de": (
        58.5,
        """
        öff-nen sie die ein-stel-lun-gen und kli-cken sie auf ab-mel-den wenn sie ihr pass-wort
        ver-ges-sen ha-ben kön-nen sie es ü-ber die an-mel-de-sei-te zu-rück-set-zen wir sen-den
        i-hnen ei-ne e-mail mit ei-nem link der link ist vier-und-zwan-zig stun-den gül-tig
        da-nach müs-sen sie die an-fra-ge er-neut stel-len o-der den kun-den-dienst an-ru-fen
    """,
    ),
    "es": (
        60,
        """
        a-bra la con-fi-gu-ra-ción y ha-ga clic en ce-rrar se-sión si ol-vi-dó su con-tra-se-ña
        pue-de res-ta-ble-cer-la des-de la pá-gi-na de i-ni-cio le en-via-re-mos un co-rre-o con
        un en-la-ce el en-la-ce es vá-li-do du-ran-te vein-ti-cua-tro ho-ras des-pués de-be-rá
        re-pe-tir la so-li-ci-tud o lla-mar al ser-vi-cio de a-ten-ción
    """,
    ),
    "it": (
        60,
        """
        a-pri le im-po-sta-zio-ni e fai clic su e-sci se hai di-men-ti-ca-to la pas-sword puoi
        rei-mpo-star-la dal-la pa-gi-na di ac-ces-so ti in-vie-re-mo u-na e-mail con un
        col-le-ga-men-to va-li-do per ven-ti-quat-tro o-re do-po do-vrai ri-pe-te-re la
        ri-chie-sta o chia-ma-re l'as-si-sten-za
    """,
    ),
    "fr": (
        73.6,
        """
        ou-vrez les pa-ra-mètres et cli-quez sur se dé-con-nec-ter si vous a-vez ou-bli-é vo-tre
        mot de passe vous pou-vez le ré-i-ni-ti-a-li-ser de-puis la page de con-nex-ion nous
        vous en-ver-rons un lien va-lable vingt quatre heures en-suite vous de-vrez
        re-nou-ve-ler la de-mande ou ap-pe-ler le ser-vice cli-ent
    """,
    ),
    "nl": (
        77,
        """
        o-pen de in-stel-lin-gen en klik op af-mel-den als u uw wacht-woord bent ver-ge-ten kunt
        u het op-nieuw in-stel-len via de in-log-pa-gi-na we stu-ren u een e-mail met een link
        de link is vier-en-twin-tig uur gel-dig daar-na moet u de aan-vraag op-nieuw doen of de
        klan-ten-ser-vi-ce bel-len
    """,
    ),
    "ru": (
        60.1,
        """
        от-крой-те на-строй-ки и на-жми-те вый-ти е-сли вы за-бы-ли па-роль е-го мож-но
        сбро-сить на стра-ни-це вхо-да мы от-пра-вим вам пись-мо со ссыл-кой ссыл-ка
        дей-стви-тель-на двад-цать че-ты-ре ча-са по-том на-до по-вто-рить за-прос и-ли
        по-зво-нить в служ-бу под-держ-ки
    """,
    ),
}


def read_dictionary() -> dict[str, int]:
    """Syllables of all words in letters only that CMUdict lists."""
    words: dict[str, int] = {}
    path = Path(kbtool.readability.__file__).with_name("data") / "cmudict.txt"
    for line in path.read_text(encoding="ascii").splitlines():
        start, _, entries = line.partition(" ")
        for rest, count in re.findall(r"([a-z']*)=(\d+)", entries):
            words[start + rest] = int(count)
    return {word: count for word, count in words.items() if word.isalpha()}


def describe(counter: Counter, truth: Iterable[tuple[str, int]]) -> str:
    """Share of exact counts and mean error, as the cells of one row."""
    errors = [counter(word) - count for word, count in truth]
    return f"{errors.count(0) / len(errors):7.1%} {fmean(errors):+6.2f}"


def hyphenate(language: str) -> Counter:
    """The way textstat counts the syllables of a word without a dictionary."""
    hyphens = Pyphen(lang=language)
    return lambda word: len(hyphens.positions(word)) + 1


def compare_english() -> None:
    """Print a row for each counter: exact share and mean error on both lists."""
    listed = read_dictionary().items()
    terms = [(word, count) for count, words in TERMS.items() for word in words.split()]
    counters: dict[str, Counter] = {
        "pyphen": hyphenate("en_US"),
        "rule alone": count_by_rule,
        "parts in CMUdict, then rule": count_unlisted,
        "count_syllables": count_syllables,
    }
    print(f"{'English':28} {len(listed)} words  {len(terms):4} terms")
    for name, counter in counters.items():
        print(f"{name:28} {describe(counter, listed)}  {describe(counter, terms)}")


def compare_others() -> None:
    """Print pyphen's exact share and mean error a word, and what it adds to Flesch's ease."""
    print(f"\n{'pyphen':28} running words   points of ease")
    for language, (points, text) in TEXTS.items():
        truth = [(word.replace("-", ""), word.count("-") + 1) for word in text.split()]
        counter = hyphenate(language)
        error = fmean(counter(word) - count for word, count in truth)
        print(f"{language:28} {describe(counter, truth)}  {-points * error:+6.1f}")


if __name__ == "__main__":
    compare_english()
    compare_others()

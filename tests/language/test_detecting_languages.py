"""Languages of questions, and texts of which nobody can be sure."""

from __future__ import annotations

import pytest

from kbtool.language.detecting import detect_language
from kbtool.language.function_words import languages_by_word

SENTENCES = [
    ("en", "How do I change the address of my order?"),
    ("en", "I have not received the card that I ordered last week"),
    ("en", "My Überweisung was declined, what can I do about it?"),
    ("de", "Wie kann ich die Adresse meiner Bestellung ändern?"),
    ("de", "Ich habe die Karte noch nicht bekommen"),
    ("de", "wo ist meine bestellung geblieben"),
    ("fr", "Comment puis-je changer l'adresse de ma commande ?"),
    ("fr", "Je n'ai pas encore reçu la carte"),
    ("es", "¿Cómo puedo cambiar la dirección de mi pedido?"),
    ("es", "Todavía no he recibido la tarjeta, ¿cuándo llega?"),
    ("it", "Come posso cambiare l'indirizzo del mio ordine?"),
    ("it", "Non ho ancora ricevuto la carta che ho ordinato"),
    ("pt", "Como posso mudar o endereço do meu pedido?"),
    ("pt", "Ainda não recebi o cartão que pedi na semana passada"),
    ("nl", "Hoe kan ik het adres van mijn bestelling wijzigen?"),
    ("nl", "Ik heb de kaart nog niet ontvangen"),
    ("sv", "Hur kan jag ändra adressen för min beställning?"),
    ("pl", "Jak mogę zmienić adres mojego zamówienia? Nie wiem, gdzie to jest."),
    ("cs", "Jak mohu změnit adresu, když už jsem zaplatil a balík není na cestě?"),
    ("tr", "Siparişimin adresini nasıl değiştirebilirim ve bu ne kadar sürer?"),
    ("fi", "Miten voin muuttaa tilaukseni osoitteen, kun se on jo maksettu?"),
    ("hu", "Hogyan lehet megváltoztatni a rendelésem címét, ha már el van küldve?"),
    ("ro", "Cum pot să schimb adresa de livrare, dacă este deja plătită?"),
    ("id", "Bagaimana saya mengubah alamat untuk pesanan yang sudah dibayar?"),
    ("ja", "注文の住所を変更するにはどうすればいいですか"),
    ("zh", "我怎样更改订单的地址"),
    ("ko", "주문 주소를 어떻게 변경하나요?"),
    ("ru", "Как изменить адрес доставки моего заказа, если он уже оплачен?"),
    ("uk", "Як змінити адресу доставки мого замовлення?"),
    ("bg", "Как мога да променя адреса на моята поръчка?"),
    ("sr", "Како могу да променим адресу своје поруџбине?"),
    ("el", "Πώς μπορώ να αλλάξω τη διεύθυνση της παραγγελίας μου;"),
    ("ar", "كيف يمكنني تغيير عنوان الطلب الخاص بي؟"),
    ("fa", "چگونه می\u200cتوانم نشانی سفارش خود را تغییر دهم؟"),
    ("he", "איך אני יכול לשנות את הכתובת של ההזמנה שלי?"),
    ("hi", "मैं अपने ऑर्डर का पता कैसे बदल सकता हूँ और कब तक?"),
    ("th", "ฉันจะเปลี่ยนที่อยู่ของคำสั่งซื้อได้อย่างไร"),
]


@pytest.mark.parametrize(("language", "text"), SENTENCES)
def test_a_sentence_is_told_by_its_words_or_its_script(language, text):
    assert detect_language(text) == language


UNSURE = {
    "nothing": "",
    "short": "wo ist mein Geld",
    "a single word": "Rechnungsadresse",
    "words of a product": "Galaxy Tab Active Pro Enterprise Edition",
    "one function word, again and again": "pliki winmail dat, otwiera pliki winmail dat",
    "names of files": "winmail.dat report.der setup.die archive.und.zip backup.das",
    "a log": "ERROR 0x80070005 at C:\\Program Files\\App\\core.dll line 4711 SIGSEGV",
    "addresses": "https://example.com/der/die/das/und/nicht https://example.org/wie/was/wo",
    "two languages alike": "Wie kann ich das tun und wo ist es? How can I do it, where is it?",
    "two scripts": "Не могу войти Cannot log in",
    "digits and signs": "1234 5678 9012 3456 7890 ?!",
    "few signs of a script": "退款 refund",
}


@pytest.mark.parametrize("text", UNSURE.values(), ids=UNSURE)
def test_nothing_is_said_where_it_is_not_sure(text):
    assert detect_language(text) == ""


@pytest.mark.parametrize(("language", "text"), SENTENCES)
def test_a_name_in_latin_letters_changes_nothing(language, text):
    assert detect_language(f"{text} Samsung") == language


def test_a_text_of_any_length_is_judged_by_its_beginning():
    text = SENTENCES[0][1] * 30
    assert detect_language(text + "Ich und du und der und die " * 100_000) == "en"


def test_words_are_listed_with_all_their_languages():
    assert set(languages_by_word()["de"]) >= {"fr", "es", "nl", "pt"}

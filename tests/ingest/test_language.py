"""The language of a text, and what becomes of what its metadata states."""

import json

import pytest

from sitrep import ingest
from sitrep.ingest import language

SENTENCES = {
    "en": "The army said that it had taken three villages on the river, and that its men were holding the bridge.",
    "es": "El ejército dijo que había tomado tres aldeas junto al río y que sus hombres mantenían el puente.",
    "fr": "L’armée a dit que ses hommes avaient pris trois villages sur le fleuve et qu’ils tenaient le pont.",
    "de": "Die Armee sagte, dass sie drei Dörfer am Fluss eingenommen habe und dass ihre Männer die Brücke halten.",
    "it": "L'esercito ha detto che i suoi uomini hanno preso tre villaggi sul fiume e che sono ancora sul ponte.",
    "pt": "O exército disse que tomou três aldeias no rio e que os seus homens não vão sair da ponte.",
    "nl": "Het leger zei dat het drie dorpen aan de rivier had ingenomen en dat zijn mannen nog op de brug zijn.",
    "pl": "Wojsko podało, że zajęło trzy wsie nad rzeką i że jego ludzie są już na moście, ale nie na drugim brzegu.",
    "ru": "Армия заявила, что она взяла три села на реке и что её люди всё ещё держат мост.",
    "uk": "Армія заявила, що взяла три села на річці і що її люди ще тримають міст.",
    "ar": "قال الجيش إنه سيطر على ثلاث قرى على النهر وإن رجاله ما زالوا على الجسر",
    "fa": "ارتش گفت که سه روستا را در کنار رودخانه گرفته است و نیروهای آن هنوز روی پل هستند",
    "tr": "Ordu, nehir üzerinde üç köyü aldığını ve köprü için daha çok asker gerektiğini, ama ne kadar belli değil.",
    "zh": "军队表示已占领河边的三个村庄，士兵仍然守着桥。",
    "ja": "軍は川沿いの三つの村を占領したと発表した。",
    "ko": "군은 강가의 마을 세 곳을 점령했다고 밝혔다.",
    "el": "Ο στρατός είπε ότι πήρε τρία χωριά",
    "he": "הצבא אמר כי כבש שלושה כפרים על הנהר",
}


@pytest.mark.parametrize(("code", "sentence"), SENTENCES.items(), ids=SENTENCES)
def test_a_sentence_tells_its_language(code, sentence):
    assert language.detect(sentence).language == code


@pytest.mark.parametrize("text", ["", "Kharg", "3,000", "Qwrtz xkcdplm zzyvx brontl", "Karabakh Artsakh Agdam"])
def test_no_evidence_is_no_language(text):
    assert language.detect(text).language is None


def test_garbled_english_is_english():
    text = "Theói.stdouIss the raid was onerö Image.zaffel in the nörthq.area of Qal’at, xjq officials said on Sunday."
    assert language.detect(text).language == "en"


def test_a_list_of_losses_is_english():
    assert (
        language.detect("▪ tanks – 10,805 (+8)\n▪ vehicles and fuel tanks – 48 (+1)\n▪ boats – 2 of the fleet").language
        == "en"
    )


@pytest.mark.parametrize(
    ("stated", "text", "settled"),
    [
        ("en", SENTENCES["es"], "es"),
        ("es", SENTENCES["en"], "en"),
        ("en", "Goma", "en"),
        ("fr", "Goma", "fr"),
        (None, "Goma", None),
        (None, SENTENCES["fr"], "fr"),
    ],
)
def test_metadata_yields_to_a_text_that_leaves_no_doubt(stated, text, settled):
    line = json.dumps({"text": text * 2, "lang": stated}).encode()
    (document,) = ingest.from_bytes(line, media_type="application/x-ndjson")
    assert document.language == settled


@pytest.mark.parametrize(("tag", "code"), [("en-GB", "en"), ("PT_br", "pt"), ("eng", None), ("", None), (None, None)])
def test_language_tags(tag, code):
    assert language.code(tag) == code

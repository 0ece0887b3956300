"""Garbled tokens: strange shapes that no word list knows, and shapes that have a reason."""

import pytest

from sitrep import layout
from sitrep.layout.quality import count_words, garbled
from sitrep.layout.view import blank_markup
from sitrep.model import Document, Repair


def found(text):
    return [text[a:b] for a, b in garbled(text)]


@pytest.mark.parametrize(
    "token",
    ["brünkertronic", "Vorläkomatic", "Lanz.getFührer", "Hálo.stderrQix.Zug", "qkzvxtli", "grändelform", "tr00psarr"],
)
def test_tokens_of_no_language_are_found(token):
    assert found(f"The envoy said {token} that talks would go on.") == [token]


def test_letters_of_two_scripts_in_one_word():
    assert found("They reached Kраматорск and Краматорськ.") == ["Kраматорск"]


def test_an_invented_adverb_with_a_capital():
    assert found("a treaty Brozenartly crafted by envoys") == ["Brozenartly"]


@pytest.mark.parametrize(
    "text",
    [
        "He posted it on YouTube, TikTok, LinkedIn and WhatsApp from an iPhone.",
        "McDonald, MacArthur, DeSantis, O'Brien, LaRouche and FitzGerald met van der Berg.",
        "The fort fell, he said.The army denied it.Nobody died.",
        "See example.org, gazette.co.uk/a_b, press@example.org and www.gazette.com.",
        "A 9M723 missile, two HIMARS, an Su-34, a TOS-1A and 12 FPVs.",
        "Tshisekedi, Chérizier, Ségou, Tinzaouatèn, Łódź, Erdoğan, Kościuszko and Nguyễn Văn Thiệu.",
        "a coup d'état, a cliché, his protégé, the communiqué and naïve résumés",
        "The U.S. and the E.U. left at 3 p.m. on No.4 road.",
        "strengths, catchphrase, Knightsbridge, Hirschsprung and Schleswig",
        "Al-Hudaydah, Đà Nẵng, Yablunska, P’yŏngyang, Xankəndi, Chrząszczyżewoszyce, Brzęczyszczykiewicz, Nāṣiriyyah",
        "an Mi-8MTV-5, an S-300PMU2, a BM-21 Grad, a 9K720, a PzH2000, a T-72B3M, a Zala421-16E and three VBIEDs",
        "uMkhonto weSizwe, KwaZulu-Natal, Q'eqchi', Ch'ongch'on, N'Zérékoré, Ma'arrat an-Nu'man and M'bomou",
    ],
)
def test_shapes_that_have_a_reason_are_not(text):
    assert found(blank_markup(text)) == []


def test_beside_garbled_tokens_an_address_is_garbled_too():
    assert found("brünkertronic convoy was 0x3Fb2 blockedelta.net") == ["brünkertronic", "0x3Fb2", "blockedelta.net"]
    assert found("the convoy was at blockedelta.net") == []


def test_words_are_counted_once_each():
    assert count_words("The army's 3 tanks — well-kept ones — left; 12 stayed?") == 7


def test_damage_reaches_blocks_sentences_and_page():
    text = (
        "Fort falls to militia\n\nThe men left for the brünkertronic bridge. The café in town was lost to \ufffd fire."
    )
    document = Document("d", "p", None, "text/plain", "utf-8", text, repairs=(Repair(69, 70, "Ã©"),))
    page = layout.read(document)
    assert [page.quote(a, b) for a, b in page.garbled] == ["brünkertronic"]
    assert page.blocks[1].flags == ("garbled", "mojibake")
    assert [s.flags for s in page.sentences] == [(), ("garbled",), ("mojibake",)]


def test_another_language_has_no_garbled_tokens():
    document = Document("d", "p", None, "text/plain", "utf-8", "El ejército movilizó tropas.", language="es")
    assert layout.read(document).garbled == []


@pytest.mark.parametrize(
    "text, view",
    [
        ("a [label](http://x.example/y_(z)) b", "a  label                          b"),
        ("**bold** and *it* but 2*3 a_b", "  bold   and  it  but 2*3 a_b"),
        ("see https://x.example/a, now", "see                    , now"),
        ("5\u00a0100 men\u00a0left", "5\u00a0100 men left"),
        (r"\#\# 3\. a", " # # 3.. a"),
        (r"Colonel\_Vega \*fled\* \[north\]", "Colonel  Vega   fled    [north ]"),
        ("fell.[3][note 2] Of 700[^a] men[citation needed]", "fell.            Of 700     men                 "),
        ("held[12]: 45 it, [sic] [the army] 5 km² and 2³", "held         it, [sic] [the army] 5 km² and 2³"),
        ("lost the port.¹² It burnt³", "lost the port.   It burnt "),
    ],
)
def test_markup_is_blanked_in_place(text, view):
    assert len(view) == len(text)
    assert blank_markup(text) == view

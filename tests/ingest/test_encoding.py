"""Bytes of any encoding come out as the text that was written, and what is no text is told apart."""

import pytest

from sitrep import ingest
from sitrep.ingest import encoding
from sitrep.model import Reject

FRENCH = (
    "Les rebelles ont pris la ville de Kidal dès l’aube — « sans combat », dit l’armée. Trois soldats blessés à Gao."
)
ENGLISH = "Rebels took the town at dawn — “without a fight”, the army said. Three soldiers were wounded near Gao."
RUSSIAN = "Войска вошли в город на рассвете, сообщил генерал. Три солдата ранены, село оставлено без боя."


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (ENGLISH, "utf-8", "utf-8"),
        (ENGLISH, "utf-8-sig", "utf-8"),
        (FRENCH, "utf-8", "utf-8"),
        (RUSSIAN, "utf-8-sig", "utf-8"),
        (ENGLISH, "utf-16", "utf-16le"),
        (ENGLISH, "utf-16-le", "utf-16le"),
        (ENGLISH, "utf-16-be", "utf-16be"),
        (RUSSIAN, "utf-16-le", "utf-16le"),
        (RUSSIAN, "utf-16-be", "utf-16be"),
        (FRENCH, "utf-32", "utf-32le"),
        (ENGLISH, "cp1252", "windows-1252"),
        (FRENCH, "cp1252", "windows-1252"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        ("The order read «Отступать» and nothing else, the prisoner said.", "cp1251", "windows-1251"),
    ],
)
def test_the_encoding_is_found_and_the_text_comes_out_as_written(text, codec, name):
    decoded = encoding.decode(text.encode(codec), "a.txt")
    assert (decoded.text, decoded.encoding, decoded.patched) == (text, name, False)


def test_the_charset_that_html_declares_is_honoured():
    markup = "<html><head><meta charset='windows-1253'></head><body><p>Ο στρατός</p></body></html>"
    decoded = encoding.decode(markup.encode("cp1253"), "a.html", is_html=True)
    assert (decoded.text, decoded.encoding) == (markup, "windows-1253")


def test_a_wrong_declaration_does_not_spoil_valid_utf8():
    markup = "<html><head><meta charset='windows-1252'></head><body><p>Kramators’k — Łódź</p></body></html>"
    assert encoding.decode(markup.encode("utf-8"), "a.html", is_html=True).text == markup


def test_utf8_with_bytes_of_windows_1252_among_it_is_patched_and_flagged():
    data = "Ségou, Tombouctou et Gaô — trois villes tenues à ce jour. ".encode() + b"\x93quoted\x94"
    (document,) = ingest.from_bytes(data)
    assert document.text.endswith("“quoted”")
    assert (document.encoding, document.flags) == ("utf-8", ("mojibake",))


def test_utf8_cut_inside_a_character_keeps_all_before_the_cut():
    data = "Seven soldiers crossed the Dniester near Bălți".encode()[:-2]
    decoded = encoding.decode(data, "a.txt")
    assert decoded.encoding == "utf-8"
    assert decoded.text.startswith("Seven soldiers crossed the Dniester near Băl")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"%PDF-1.7\n1 0 obj", "binary"),
        (b"PK\x03\x04word/document.xml", "binary"),
        (b"\x1f\x8b\x08\x00abc", "binary"),
        (bytes(range(256)) * 20, "binary"),
        (b"text\x00\x01\x02\x03\x04" * 200, "binary"),
        (b"\x81\x8d\x8f\x90\x9d" * 60, "undecodable"),
    ],
)
def test_what_is_no_text_is_rejected_with_its_reason(data, reason):
    (rejected,) = ingest.from_bytes(data, "a.txt")
    assert isinstance(rejected, Reject)
    assert (rejected.reason, rejected.source_path, rejected.n_bytes) == (reason, "a.txt", len(data))
    assert rejected.action


def test_what_typesetting_leaves_is_taken_out_and_is_no_repair():
    document = ingest.from_text("The of\ufb01cer mobi\u00adlised \u200bthe \ufb02eet.")
    assert document.text == "The officer mobilised the fleet."
    assert (document.repairs, document.flags) == ((), ())


def test_line_ends_become_line_feeds_and_nothing_else_changes():
    document = ingest.from_text("\ufeffone\r\ntwo\rthree\u00a0four\u2028five\n")
    assert document.text == "one\ntwo\nthree\u00a0four\u2028five\n"
    assert document.repairs == ()

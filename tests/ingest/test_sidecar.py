"""Provenance sidecars: strict about keys and types, and never at the cost of the document."""

import pytest

from sitrep import ingest
from sitrep.model import Document

BODY = "The garrison of the ferry town laid down its arms on Friday, its commander said. He had 40 men left."


def read(tmp_path, sidecar):
    (tmp_path / "a.txt").write_text(BODY)
    data = sidecar if isinstance(sidecar, bytes) else sidecar.encode()
    (tmp_path / "a.txt.meta.yaml").write_bytes(data)
    found = list(ingest.read(tmp_path))
    (document,) = (x for x in found if isinstance(x, Document))
    return document, [x for x in found if not isinstance(x, Document)]


def test_all_keys(tmp_path):
    document, rejects = read(
        tmp_path,
        "url: https://example.org/a\npublisher: Evening Mail\ntitle: Ferry town falls\nbyline: Ada Bell\n"
        "published: 1999-05-07T23:00:00-05:00\nlanguage: en\nlicence: CC-BY-4.0\nretrieved: 2001-01-02T03:04:05Z\n",
    )
    assert rejects == []
    assert (document.url, document.publisher, document.title) == (
        "https://example.org/a",
        "Evening Mail",
        "Ferry town falls",
    )
    assert (document.byline, document.published_edtf, document.published_basis) == (
        "Ada Bell",
        "1999-05-07",
        "metadata",
    )
    assert (document.language, document.licence, document.retrieved) == ("en", "CC-BY-4.0", "2001-01-02T03:04:05Z")


@pytest.mark.parametrize(
    ("sidecar", "said"),
    [
        ("publishd: 1999-05-07\npublisher: Mail\n", "'publishd' is unknown; use one of url, publisher"),
        ("publisher: Mail\npublished: soon\n", "'published' has 'soon'; write a day as 2025-03-03"),
        ("publisher: Mail\nlanguage: English\n", "'language' has 'English'; write an ISO 639-1 code"),
        ("publisher: Mail\nurl: example\n", "'url' has 'example'; write a whole URL"),
        ("publisher: Mail\ntitle: [a, b]\n", "'title' has a list or a mapping"),
        ("publisher: Mail\npublisher: Post\n", "'publisher' stands twice"),
    ],
)
def test_a_faulty_key_is_named_and_the_sound_ones_are_used(tmp_path, sidecar, said):
    document, (rejected,) = read(tmp_path, sidecar)
    assert (rejected.source_path, rejected.reason) == ("a.txt.meta.yaml", "broken_sidecar")
    assert said in rejected.detail
    assert document.publisher == "Mail"


@pytest.mark.parametrize("sidecar", ["{{{", "- a\n- b\n", "", b"\xff\xfe\x00", "a: " + "x" * 70_000])
def test_a_sidecar_that_is_no_mapping_costs_nothing_but_itself(tmp_path, sidecar):
    document, (rejected,) = read(tmp_path, sidecar)
    assert rejected.reason == "broken_sidecar"
    assert document.text == BODY


def test_values_stay_as_written(tmp_path):
    document, rejects = read(tmp_path, "language: no\ntitle: 2024\nbyline: null\nlicence: ~\n")
    assert rejects == []
    assert (document.title, document.byline, document.licence) == ("2024", None, None)


def test_a_sidecar_without_its_file(tmp_path):
    (tmp_path / "gone.txt.meta.yaml").write_text("publisher: Mail\n")
    (rejected,) = ingest.read(tmp_path)
    assert (rejected.reason, rejected.source_path) == ("orphan_sidecar", "gone.txt.meta.yaml")


def test_the_sidecar_of_a_feed_fills_in_what_its_records_do_not_say(tmp_path):
    (tmp_path / "f.jsonl").write_text('{"text": "One man fell."}\n{"text": "Two men fell.", "publisher": "Post"}\n')
    (tmp_path / "f.jsonl.meta.yaml").write_text("publisher: Mail\ntitle: Feed of the day\nlicence: CC0-1.0\n")
    first, second = ingest.read(tmp_path)
    assert (first.publisher, second.publisher) == ("Mail", "Post")
    assert (first.licence, first.title) == ("CC0-1.0", None)

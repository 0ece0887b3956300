"""Feeds: one document for each record, whatever its fields are called."""

import gzip
import json
import os

import pytest

from sitrep import ingest
from sitrep.model import Document, Reject

BODY = "The garrison of the ferry town laid down its arms on Friday, its commander said. He had 40 men left."


def read(*records, encoding="utf-8"):
    lines = "\n".join(r if isinstance(r, str) else json.dumps(r, ensure_ascii=False) for r in records)
    return list(ingest.from_bytes(lines.encode(encoding), "feed.jsonl", media_type="application/x-ndjson"))


@pytest.mark.parametrize("body", ["text", "body", "content", "articleBody"])
@pytest.mark.parametrize("title", ["title", "headline"])
@pytest.mark.parametrize("published", ["date", "published", "published_at"])
@pytest.mark.parametrize("url", ["url", "link"])
def test_field_names(body, title, published, url):
    record = {body: BODY, title: "Garrison gives up", published: "1999-05-07", url: "https://example.org/a"}
    (document,) = read(record)
    assert document.text == f"Garrison gives up\n\n{BODY}"
    assert (document.title, document.url) == ("Garrison gives up", "https://example.org/a")
    assert (document.published_edtf, document.published_basis) == ("1999-05-07", "metadata")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2021-05-08T06:40:00+05:30", "2021-05-08"),
        ("2021-05-08T23:59:59Z", "2021-05-08"),
        ("2021-05-08 01:15:00.123 -0800", "2021-05-08"),
        ("Sat, 08 May 2021 23:40:00 -0700", "2021-05-08"),
        ("20210508", "2021-05-08"),
        ("May 8, 2021", "2021-05-08"),
        ("8 May 2021 14:30 GMT", "2021-05-08"),
        ("2021-05", "2021-05"),
        ("2021", "2021"),
        ("yesterday", None),
        ("2021-02-30", None),
    ],
)
def test_a_timestamp_gives_the_calendar_day_as_written(written, day):
    assert read({"text": BODY, "date": written})[0].published_edtf == day


@pytest.mark.parametrize(
    "fields",
    [
        {"pubDate": "Sat, 08 May 2021 23:40:00 -0700"},
        {"publish_date": "2021-05-08"},
        {"Publish Date": "May 8, 2021"},
        {"posted_on": "8 May 2021"},
        {"createdAt": "2021-05-08T10:00:00Z"},
        {"timestamp": 1620432000},
        {"timestamp": "1620432000000"},
        {"lastmod": "2021-05-08"},
        {"date": "Published 8 May 2021"},
        {"date": "yesterday", "updated": "2021-05-08"},
        {"date": "2021-05-08", "updated": "2021-05-10"},
    ],
)
def test_the_day_in_a_field_of_any_usual_name(fields):
    assert read({"text": BODY, **fields})[0].published_edtf == "2021-05-08"
    front = "".join(f"{name}: {value}\n" for name, value in fields.items())
    page = f"---\ntitle: Garrison gives up\n{front}---\n\n{BODY}"
    (document,) = ingest.from_bytes(page.encode(), "page.md", media_type="text/markdown")
    assert document.published_edtf == "2021-05-08"


def test_a_day_in_the_url_counts_where_nothing_else_tells_one():
    (document,) = read({"text": BODY, "url": "https://example.org/world/2021/05/08/ferry"})
    assert (document.published_edtf, document.published_basis) == ("2021-05-08", "metadata")


def test_other_fields_and_shapes():
    (document,) = read(
        {"content": {"rendered": f"<p>{BODY}</p>"}, "title": {"rendered": "A &amp; B"}, 
         "author": [{"name": "Ada Bell"}], "publisher": {"name": "Mail"}, "lang": "en-GB", "licence": "CC-BY-4.0"}
    )  # fmt: skip
    assert (document.title, document.byline, document.publisher) == ("A & B", "Ada Bell", "Mail")
    assert (document.language, document.licence, document.media_type) == ("en", "CC-BY-4.0", "text/html")


def test_a_body_of_html_is_rendered_and_its_elements_hold_the_same_text():
    (document,) = read({"title": "Ferry town falls", "text": f"<p>First &amp; last.</p><p>{BODY}</p>"})
    assert document.text == f"Ferry town falls\n\nFirst & last.\n\n{BODY}"
    assert document.media_type == "text/html"
    spans = {e.tag: document.text[e.char_start : e.char_end] for e in document.elements}
    assert spans["h1"] == "Ferry town falls"
    assert spans["p"] == BODY
    parents = [e.parent for e in document.elements]
    assert all(-1 <= parent < i for i, parent in enumerate(parents))


def test_a_body_of_markdown_is_told():
    (document,) = read({"text": f"## Front\n\n**Ferry town** fell.\n\n- [more](https://example.org)\n\n{BODY}"})
    assert document.media_type == "text/markdown"


def test_a_title_that_opens_the_body_is_not_said_twice():
    assert (
        read({"title": "Ferry town falls", "text": f"Ferry town falls\n\n{BODY}"})[0].text.count("Ferry town falls")
        == 1
    )


def test_records_are_counted_and_each_bad_one_is_told():
    found = read(
        {"text": BODY}, "", "{oops", "[1, 2]", {"title": "only"}, {"text": " "}, "[" * 50_000, {"text": BODY + "!"}
    )
    assert [(type(x), x.source_record) for x in found] == [
        (Document, 0), (Reject, 1), (Reject, 2), (Reject, 3), (Reject, 4), (Reject, 5), (Document, 6),
    ]  # fmt: skip
    assert [x.reason for x in found if isinstance(x, Reject)] == [
        "broken_json", "broken_json", "no_text", "no_text", "broken_json",
    ]  # fmt: skip
    assert all(x.source_path == "feed.jsonl" and x.detail and x.action for x in found if isinstance(x, Reject))


def test_a_number_of_too_many_digits_costs_its_record_only():
    found = read('{"text": "a", "n": ' + "9" * 5000 + "}", {"text": BODY})
    assert [type(x) for x in found] == [Reject, Document]


def test_line_separators_inside_a_text_are_no_line_ends():
    (document,) = read({"text": f"{BODY}\u2028{BODY}\u0085end"})
    assert "\u2028" in document.text


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_feeds_in_other_encodings(codec):
    found = read({"text": BODY + " Zoë"}, {"text": "Łódź: " + BODY}, encoding=codec)
    assert [x.text for x in found] == [BODY + " Zoë", "Łódź: " + BODY]
    assert {x.encoding for x in found} == {
        {"utf-8-sig": "utf-8", "utf-16": "utf-16le"}.get(codec, codec.replace("16-", "16"))
    }


def test_a_record_over_the_limit_is_passed_over_and_the_next_is_read():
    lines = json.dumps({"text": "x" * 3000}) + "\n" + json.dumps({"text": BODY})
    found = list(
        ingest.from_bytes(lines.encode(), media_type="application/x-ndjson", limits=ingest.Limits(document_bytes=2000))
    )
    assert [type(x) for x in found] == [Reject, Document]
    assert (found[0].reason, found[0].n_bytes, found[0].source_record) == ("too_large", 3012, 0)
    assert "document_bytes" in found[0].detail


def test_records_before_a_break_in_a_packed_feed_are_kept(tmp_path):
    lines = b"".join(json.dumps({"text": f"{BODY} {os.urandom(200).hex()}"}).encode() + b"\n" for _ in range(400))
    packed = gzip.compress(lines)
    (tmp_path / "feed.ndjson.gz").write_bytes(packed[: len(packed) // 2])
    *documents, last = ingest.read(tmp_path)
    assert documents and all(isinstance(x, Document) for x in documents)
    assert (last.reason, last.source_record) == ("broken_gzip", len(documents))


def test_an_empty_feed_is_told():
    (rejected,) = read("", "")
    assert rejected.reason == "empty"


def test_a_feed_is_read_one_record_at_a_time(tmp_path):
    path = tmp_path / "feed.jsonl"
    path.write_text(json.dumps({"text": BODY}) + "\n" + "{broken\n" * 3)
    items = ingest.read(path)
    assert isinstance(next(items), Document)
    assert next(items).source_record == 1

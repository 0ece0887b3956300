"""Whatever the bytes: documents and rejects, never a failure, and spans that hold."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from sitrep import ingest
from sitrep.ingest import duplicates
from sitrep.model import Document, Reject

PIECES = (
    b'<p>~</p>~<!doctype html>~---\n~date: 3 May\n~By ~3 May 2024~, ~\n\n~KYIV~ -- ~(~[a](b)~**~{~"text":'
    b"~\xe2\x80~\xc3\xa9~\x93~&amp;#8217;~\\ud83d~\x00"
).split(b"~")
BYTES = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(st.sampled_from(PIECES), max_size=25).map(b"".join),
)


def check(item):
    if isinstance(item, Reject):
        assert item.reason and item.detail and item.action
        return
    assert isinstance(item, Document)
    json.dumps(item.text).encode("utf-8")
    item.text.encode("utf-8")
    assert "\r" not in item.text
    assert len(item.doc_id) == 16
    for change in item.repairs:
        assert 0 <= change.char_start <= change.char_end <= len(item.text)
    for element in item.elements:
        assert 0 <= element.char_start <= element.char_end <= len(item.text)
    assert (item.published_edtf is None) == (item.published_basis is None)


@settings(deadline=None)
@given(BYTES, st.sampled_from([*ingest.MEDIA_TYPES, "application/x-ndjson"]))
def test_any_bytes(data, media_type):
    found = list(ingest.from_bytes(data, media_type=media_type))
    assert found
    for item in found:
        check(item)


SCALARS = st.one_of(
    st.none(), st.integers(), st.text(max_size=40), st.sampled_from(["2021-05-08T10:00:00Z", "en", "<p>x</p>"])
)
VALUES = st.one_of(
    SCALARS, st.lists(SCALARS, max_size=3), st.dictionaries(st.sampled_from(["name", "rendered"]), SCALARS)
)
KEYS = st.sampled_from(["title", "headline", "date", "url", "text", "body", "content", "lang", "author", "publisher"])


@settings(deadline=None)
@given(st.lists(st.dictionaries(KEYS, VALUES), min_size=1, max_size=4))
def test_any_feed_gives_one_item_a_record(records):
    lines = "\n".join(json.dumps(record) for record in records)
    found = list(ingest.from_bytes(lines.encode(), media_type="application/x-ndjson"))
    assert [item.source_record for item in found] == list(range(len(records)))
    for item in found:
        check(item)
    documents = [item for item in found if isinstance(item, Document)]
    assert len({document.doc_id for document in documents}) == len(documents)
    copies = duplicates.find(documents)
    assert not set(copies) & set(copies.values())

"""Folders and files, sound and hostile: every input is a document or a reject, in a stable order."""

import gzip
import os
from datetime import date
from pathlib import Path

import pytest
import yaml

from sitrep import ingest
from sitrep.ingest.rejecting import ACTIONS
from sitrep.model import Document, Reject

BODY = "The garrison of the ferry town laid down its arms on Friday, its commander said. He had 40 men left."
REPOSITORY = Path(__file__).parents[2]


def told(root, **options):
    return {x.source_path: x.reason if isinstance(x, Reject) else "document" for x in ingest.read(root, **options)}


def test_forms_and_order(tmp_path):
    for name in (
        "b/2.txt",
        "b/1.md",
        "a.TXT",
        "c.htm",
        "d.jsonl",
        "e.ndjson.gz",
        "f.html.gz",
        "g.txt.gz",
        ".git/x.txt",
        ".x.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        text = (
            f"<p>{name} {BODY}</p>"
            if ".htm" in name
            else f'{{"text": "{name} {BODY}"}}'
            if "json" in name
            else f"{name} {BODY}"
        )
        path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    found = list(ingest.read(tmp_path))
    assert [x.source_path for x in found] == [
        "a.TXT", "b/1.md", "b/2.txt", "c.htm", "d.jsonl", "e.ndjson.gz", "f.html.gz", "g.txt.gz",
    ]  # fmt: skip
    assert all(x.text == f"{x.source_path} {BODY}" for x in found)
    assert [x.media_type for x in found[:4]] == ["text/plain", "text/markdown", "text/plain", "text/html"]


def test_a_single_file_and_its_sidecar(tmp_path):
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "a.txt.meta.yaml").write_text("publisher: Evening Mail\n")
    (document,) = ingest.read(tmp_path / "a.txt")
    assert (document.source_path, document.publisher) == ("a.txt", "Evening Mail")


def test_a_root_that_does_not_exist(tmp_path):
    with pytest.raises(ingest.RootError, match=r"nowhere.*name a folder or a file"):
        list(ingest.read(tmp_path / "nowhere"))


def test_hostile_inputs(tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_text(BODY)
    root = tmp_path / "root"
    (root / "folder.txt").mkdir(parents=True)
    (root / "folder.txt" / "inner.txt").write_text(BODY)
    (root / "empty.txt").write_bytes(b"")
    (root / "large.txt").write_bytes(b"a b " * 1000)
    (root / "image.txt").write_bytes(b"\x89PNG\r\n")
    (root / "plain.txt.gz").write_bytes(b"no gzip")
    (root / "cut.txt.gz").write_bytes(gzip.compress(os.urandom(4000).hex().encode())[:900])
    (root / "paper.docx").write_bytes(b"PK")
    (root / "noname").write_text(BODY)
    (root / "markup.html").write_text("<html><script>1</script></html>")
    os.symlink(outside, root / "link_out.txt")
    os.symlink("/dev/zero", root / "link_device.txt")
    os.symlink("missing.txt", root / "link_broken.txt")
    os.symlink("link_self.txt", root / "link_self.txt")
    os.symlink(".", root / "link_loop")
    os.symlink("folder.txt/inner.txt", root / "link_in.txt")
    os.mkfifo(root / "pipe.txt")
    assert told(root, limits=ingest.Limits(document_bytes=2000)) == {
        "cut.txt.gz": "broken_gzip",
        "empty.txt": "empty",
        "folder.txt/inner.txt": "document",
        "image.txt": "binary",
        "large.txt": "too_large",
        "link_broken.txt": "unreadable",
        "link_device.txt": "link_outside",
        "link_in.txt": "document",
        "link_loop": "link_to_folder",
        "link_out.txt": "link_outside",
        "link_self.txt": "unreadable",
        "markup.html": "empty",
        "noname": "unsupported",
        "paper.docx": "unsupported",
        "pipe.txt": "unreadable",
        "plain.txt.gz": "broken_gzip",
    }


def test_every_reject_says_what_to_do_and_names_no_path_of_this_machine(tmp_path):
    (tmp_path / "a.xyz").write_text("x")
    (tmp_path / "b.txt").write_bytes(b"")
    os.symlink("gone", tmp_path / "c.txt")
    for rejected in ingest.read(tmp_path):
        assert rejected.action == ACTIONS[rejected.reason]
        assert str(tmp_path) not in rejected.detail


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_permission_denied(tmp_path):
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "b").mkdir(mode=0)
    assert told(tmp_path) == {"a.txt": "unreadable", "b": "unreadable"}
    (tmp_path / "b").chmod(0o700)


def test_a_file_that_cannot_be_opened(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(BODY)

    def refuse(*args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    (rejected,) = ingest.read(tmp_path)
    assert (rejected.reason, rejected.detail) == ("unreadable", "Permission denied")


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.jsonl.gz"])
def test_a_gzip_that_expands_without_bound(tmp_path, name):
    (tmp_path / name).write_bytes(gzip.compress(b" " * 40_000_000))
    assert told(tmp_path) == {name: "gzip_bomb"}


def test_a_large_packed_text_of_usual_density_is_no_bomb(tmp_path):
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"".join(b"%d men. " % i for i in range(400_000))))
    assert told(tmp_path, limits=ingest.Limits(document_bytes=1_000_000)) == {"a.txt.gz": "too_large"}


def test_names_that_are_no_utf8(tmp_path):
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/odd\xff.txt")).write_text(BODY)
    except OSError:
        pytest.skip("this file system takes no such name")
    (document,) = ingest.read(tmp_path)
    assert document.source_path == "odd\\xff.txt"
    document.source_path.encode("utf-8")


def test_equal_texts_have_ids_of_their_own_that_hang_on_nothing_else(tmp_path):
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(BODY)
    first, second, third = (x.doc_id for x in ingest.read(tmp_path))
    assert len({first, second, third}) == 3
    assert first == ingest.from_text(BODY).doc_id
    (tmp_path / "b.txt").unlink()
    (tmp_path / "aa.txt").write_text("Something else.")
    assert [x.doc_id for x in ingest.read(tmp_path) if x.text == BODY] == [first, third]


def test_reading_twice_gives_the_same(tmp_path):
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "b.html").write_text(f"<h1>Ferry</h1><p>{BODY}</p>")
    assert list(ingest.read(tmp_path)) == list(ingest.read(tmp_path))


def test_where_the_publication_day_comes_from(tmp_path):
    dated = f"GOMA, 7 March 2011 (Agency) — {BODY}"
    meta = "<meta property='article:published_time' content='2011-03-08T01:00:00Z'>"
    markup = f"<html><head>{meta}</head><p>{dated}</p></html>"
    (tmp_path / "a.txt").write_text(dated)
    (tmp_path / "b.html").write_text(markup)
    (tmp_path / "c.html").write_text(markup)
    (tmp_path / "c.html.meta.yaml").write_text("published: 2011-03-09\n")
    assert [(x.published_edtf, x.published_basis) for x in ingest.read(tmp_path)] == [
        ("2011-03-07", "dateline"), ("2011-03-08", "metadata"), ("2011-03-09", "metadata"),
    ]  # fmt: skip
    assert [x.published_edtf for x in ingest.read(tmp_path, published="2011-03-01")] == [
        "2011-03-01", "2011-03-01", "2011-03-09",
    ]  # fmt: skip


def test_the_metadata_block_of_a_markdown_text_is_no_part_of_it(tmp_path):
    block = "---\ntitle: 'Ferry town falls'\ndate: 2011-03-07 23:10:00 -0500\nauthor: [Ada Bell, Io Lu]\nlink: https://e.org/a\n---\n"
    (tmp_path / "a.md").write_text(f"{block}\n# Ferry town falls\n\n{BODY}\n")
    (tmp_path / "b.md").write_text(f"---\n\n{BODY}\n\n---\n\nThe end of it.\n")
    first, second = ingest.read(tmp_path)
    assert first.text == f"# Ferry town falls\n\n{BODY}\n"
    assert (first.title, first.byline, first.url) == ("Ferry town falls", "Ada Bell, Io Lu", "https://e.org/a")
    assert (first.published_edtf, first.published_basis) == ("2011-03-07", "metadata")
    assert second.text.startswith("---")


def test_html_under_the_name_of_a_text(tmp_path):
    (tmp_path / "a.txt").write_text(f"\n<!DOCTYPE html>\n<html><body><p>{BODY}</p></body></html>")
    (document,) = ingest.read(tmp_path)
    assert (document.text, document.media_type) == (BODY, "text/html")


def test_a_text_of_a_caller():
    document = ingest.from_text(BODY, published=date(2011, 3, 7))
    assert (document.published, document.published_basis) == (date(2011, 3, 7), "metadata")
    with pytest.raises(ingest.PublishedError, match="write it as"):
        ingest.from_text(BODY, published="soon")
    with pytest.raises(ingest.MediaTypeError, match=r"application/pdf.*text/plain"):
        ingest.from_text(BODY, media_type="application/pdf")


@pytest.mark.parametrize("limits", [{"document_bytes": 0}, {"expansion_ratio": -1}])
def test_a_limit_below_one_is_refused(limits):
    with pytest.raises(ValueError, match=next(iter(limits))):
        ingest.Limits(**limits)


def test_the_contract_knows_every_reason():
    contract = yaml.safe_load((REPOSITORY / "schemas" / "rejects.odcs.yaml").read_text(encoding="utf-8"))
    columns = contract["schema"][0]["properties"]
    reasons = {value["value"] for value in next(c for c in columns if c["name"] == "reason")["enum"]}
    assert set(ACTIONS) <= reasons


def test_the_shipped_inputs_are_all_read():
    found = list(ingest.read(REPOSITORY / "raw"))
    assert all(isinstance(x, Document) for x in found)
    assert {x.media_type for x in found} == {"text/plain", "text/markdown", "text/html"}
    founding = next(x for x in found if x.source_path.startswith("000_"))
    assert (founding.published_edtf, founding.byline, founding.language) == (None, "drbyos", "en")
    assert founding.title.startswith("Zelenski and Trump’s Heated Meeting")

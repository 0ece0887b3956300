"""Lines that several documents of a publisher share are found; those of menus and prompts are no part of articles."""

from dataclasses import replace

import pytest

from sitrep import ingest, layout
from sitrep.ingest import duplicates, repetition

MENU = [
    "Letters from the keepers of lighthouses",
    "Reefs and wrecks of the western coast",
    "Pilots who brought the convoys in",
    "Tides and moons of the month",
    "Advertisement",
]
PROMPT = "If a tale of ours moved you, tell your neighbours where you read it."
BACKGROUND = "The war on the lake began in 2009 and has driven two million people from their homes."
STORIES = [
    (
        "Rebels seize fort at Marwa",
        "Rebel fighters have taken the fort at Marwa after a siege of nine days, in a blow.",
    ),
    (
        "Frigate sunk off Port Alma",
        "A torpedo sank the frigate Tejo off Port Alma on Thursday, and 31 sailors are lost.",
    ),
    ("Truce signed in Geneva", "Both sides signed a truce of sixty days in Geneva, which begins at noon on Saturday."),
    ("Bridge falls in Orlovo", "Engineers blew up the last bridge at Orlovo, and two brigades are cut off beyond it."),
]


def page_of(title, first):
    parts = [title, first, *MENU, f"{first} So it was told.", "The losses", BACKGROUND, PROMPT, f"{first} Why?"]
    return "\n\n".join(parts)


def documents(n, **known):
    texts = [page_of(*story) for story in STORIES[:n]]
    made = [ingest.from_text(text, source_path=f"{i}.txt") for i, text in enumerate(texts)]
    return [replace(document, **known) for document in made]


def kinds(document):
    page = layout.read(document)
    return {page.quote(b.char_start, b.char_end): b.kind for b in page.blocks}


@pytest.mark.parametrize(
    "known",
    [{}, {"publisher": "Harbour Gazette"}, {"url": "https://www.gazette.example/a"}],
    ids=["folder", "name", "url"],
)
def test_repeated_menus_and_prompts_are_outside_and_repeated_prose_and_headings_are_not(known):
    found = documents(4, **known)
    repetition.mark(found, {})
    for document, (title, first) in zip(found, STORIES, strict=True):
        told = kinds(document)
        assert {told[line] for line in MENU} == {"boilerplate"}
        assert told[PROMPT] == "boilerplate"
        assert (told[title], told[first], told[BACKGROUND], told["The losses"]) == (
            "title", "paragraph", "paragraph", "heading",
        )  # fmt: skip


def test_two_documents_tell_nothing():
    found = documents(2)
    repetition.mark(found, {})
    assert [document.repeated for document in found] == [(), ()]
    told = kinds(found[0])
    assert [told[line] for line in (MENU[0], PROMPT)] == ["paragraph", "paragraph"]


def test_documents_of_different_hosts_tell_nothing():
    found = [replace(d, url=f"https://{i}.example/") for i, d in enumerate(documents(4))]
    repetition.mark(found, {})
    assert not any(document.repeated for document in found)


def test_copies_of_a_text_count_once():
    text = (
        page_of(*STORIES[0]) + "\n\nThe guns fell silent at noon, and the men came out of the fort with their hands up."
    )
    found = [replace(ingest.from_text(text), doc_id=str(i), source_path=f"{i}.txt") for i in range(4)]
    repetition.mark(found, duplicates.find(found))
    assert not any(document.repeated for document in found)


def test_spans_are_those_of_the_lines():
    found = documents(3)
    repetition.mark(found, {})
    for document in found:
        lines = [document.text[start:end] for start, end in document.repeated]
        assert lines == [*MENU, "The losses", BACKGROUND, PROMPT]

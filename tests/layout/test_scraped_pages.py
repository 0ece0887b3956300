"""Pages as scrapers leave them: nothing that stands outside the article may be read as part of it."""

from pathlib import Path

import pytest

from sitrep import ingest, layout, pipeline
from sitrep.ingest.html import render
from sitrep.model import Document

PAGES = Path(__file__).parent / "pages"
MARKED = {
    "agency.txt": "Drone strike hits fuel depot in southern port, two firefighters killed",
    "boxes_within.txt": "Jihadists kill 14 soldiers in Burkina Faso's north, security sources say",
    "broadcaster.txt": "Troops retake border town after night of fighting",
    "cable.txt": "North Korean soldiers clear mines in Kursk, spies say",
    "cards.txt": "Three soldiers killed in drone attack on Jordan outpost",
    "channel.txt": "At least 21 killed in air raid on displaced people’s camp",
    "contents.txt": "China-Taiwan Tensions 2025: What the Latest Drills Mean",
    "encyclopedia.txt": "Siege of Port Alma",
    "gulf_channel.txt": "RSF drone attack kills 11 at Sudan market, medics say",
    "letter.md": "The battle for Toretsk, week 31",
    "licensed.txt": "Pakistan says 19 soldiers, 45 militants killed in northwest clashes",
    "liveblog.txt": "Middle East crisis live: Israel strikes Beirut suburb as ceasefire talks resume in Cairo",
    "members.txt": "Ukraine strikes oil refinery in Russia's Ryazan, General Staff says",
    "navy.md": "Navy sinks three smuggling boats off Cape Verde, detains 41",
    "portal.txt": "Air force strikes nine camps across Line of Control, 26 soldiers hurt in shelling",
    "reader_funded.txt": "Two brigades trapped as river crossing falls, officials say",
    "regional.txt": "Militants ambush convoy in North Waziristan, nine soldiers martyred",
    "relief.txt": "DR Congo: Fighting displaces 34,000 people in Walikale territory",
    "scraped_markdown.md": "Border clash leaves 14 soldiers dead as ceasefire frays",
    "scraped_text.txt": "Army says it killed 60 insurgents in raids along the lake",
    "spun.txt": "Goma Airport Assault: Everything You Need to Know in 2025",
    "text_browser.txt": "Artillery duel leaves nine dead on the Tsna",
}


def document(text, **known):
    return Document("d", "page", None, "text/plain", "utf-8", text, **known)


def marked(name):
    """A page from its marked source: ``+`` lines are of the article, ``-`` lines are not; text, and what is outside."""
    lines = (PAGES / name).read_text(encoding="utf-8").splitlines()
    text, inside, at = [], [], 0
    for line in lines:
        body = line[2:]
        if body.strip():
            inside.append((at, at + len(body), line[0] == "+"))
        text.append(body)
        at += len(body) + 1
    return "\n".join(text), inside


@pytest.mark.parametrize("name", MARKED)
def test_every_line_of_a_scraped_page_is_told(name):
    text, lines = marked(name)
    page = layout.read(document(text))
    boilerplate = [b for b in page.blocks if b.kind == "boilerplate"]
    article = [b for b in page.blocks if b.kind != "boilerplate"]
    outside = [
        text[a:b] for a, b, inside in lines if not inside and any(x.char_start < b and a < x.char_end for x in article)
    ]
    lost = [
        text[a:b] for a, b, inside in lines if inside and any(x.char_start < b and a < x.char_end for x in boilerplate)
    ]
    assert outside == []
    assert lost == []


@pytest.mark.parametrize("name", MARKED)
def test_no_sentence_comes_from_outside_the_article(name):
    text, lines = marked(name)
    page = layout.read(document(text))
    for sentence in page.sentences:
        assert any(inside and a <= sentence.char_start < b for a, b, inside in lines), page.quote(
            sentence.char_start, sentence.char_end
        )


@pytest.mark.parametrize("name", MARKED)
def test_the_title_is_found_among_menus(name):
    text, _ = marked(name)
    page = layout.read(ingest.from_text(text))
    titles = [page.view[b.char_start : b.char_end].strip("# ") for b in page.blocks if b.kind == "title"]
    assert titles == [MARKED[name]]


def test_a_line_of_a_menu_is_no_title_for_want_of_another():
    text = "Skip to content\n\nThe army took the town on Friday after a long fight, and the men were sent home."
    (row,) = pipeline.read(ingest.from_text(text))["documents"]
    assert row["title"] is None


def test_most_of_each_page_is_outside():
    for name in ("scraped_text.txt", "scraped_markdown.md"):
        _, lines = marked(name)
        assert sum(not inside for _, _, inside in lines) >= 0.6 * len(lines)


def test_a_page_of_nested_divisions_without_an_article_element():
    rendered = render((PAGES / "scraped.html").read_text(encoding="utf-8"))
    page = layout.read(document(rendered.text, title=rendered.title, elements=rendered.elements))
    found = [(b.kind, page.quote(b.char_start, b.char_end)) for b in page.blocks if b.kind != "boilerplate"]
    assert found == [
        ("title", "Ferry sunk off Port Alma, 31 sailors missing"),
        ("byline", "Joana Reis 2 May 2019"),
        (
            "paragraph",
            "A torpedo sank the naval ferry Santa Rita off Port Alma on Thursday night and 31 sailors are missing, "
            "the admiralty said.",
        ),
        (
            "paragraph",
            "Two frigates and a helicopter are searching. Nine men were pulled from the water, four with burns.",
        ),
        (
            "paragraph",
            "The insurgents claimed the attack. “We will sink every ship that brings troops,” their leader said in a "
            "recording that could not be verified.",
        ),
        ("heading", "A second attack"),
        (
            "paragraph",
            "In March a mine damaged the corvette Tejo and wounded six of its crew. The navy has lost three vessels "
            "since January.",
        ),
        ("bullet", "The ferry carried 62 people"),
        ("bullet", "Its captain, 44, survived"),
        (
            "paragraph",
            "Parliament will debate the sinking on Monday. The opposition wants the minister to resign.",
        ),
    ]


def article(name):
    """What is read of an HTML page as its article: kinds and the first words of each block."""
    document = ingest.from_text((PAGES / name).read_text(encoding="utf-8"), media_type="text/html")
    blocks = [b for b in layout.read(document).blocks if b.kind != "boilerplate"]
    return [(b.kind, " ".join(document.text[b.char_start : b.char_end].split()[:3])) for b in blocks]


def test_a_page_whose_divisions_have_no_names():
    assert article("nameless_divisions.html") == [
        ("title", "Shelling kills 12"),
        ("byline", "By Eva Lund,"),
        ("byline", "4 November 2023,"),
        ("image", "Burnt stalls at"),
        ("caption", "Burnt stalls at"),
        ("paragraph", "Twelve people were"),
        ("paragraph", "Police counted eleven"),
        ("paragraph", "The separatists denied"),
        ("heading", "0:45"),
        ("paragraph", "A ceasefire agreed"),
    ]


def test_a_page_laid_out_by_tables():
    assert article("layout_tables.html") == [
        ("title", "Battle for the"),
        ("byline", "by Karim Dost"),
        ("byline", "Saturday, 14 August"),
        ("paragraph", "The battle for"),
        ("paragraph", "Some 400 men"),
        ("table", "Side Men Killed"),
        ("paragraph", "A Red Cross"),
        ("paragraph", "The United States"),
    ]


def test_a_page_of_an_encyclopedia():
    assert article("encyclopedia.html") == [
        ("title", "Siege of Marwa"),
        ("table", "Siege of Marwa"),
        ("paragraph", "The siege of"),
        ("heading", "Background[edit]"),
        ("paragraph", "In January 1944"),
        ("heading", "Siege[edit]"),
        ("paragraph", "Two divisions attacked"),
    ]


def test_sentences_glued_to_the_head_of_a_box_are_its_teasers():
    prose = "The garrison surrendered after nine days, and the town was handed over to the militia on Friday."
    text = (
        f"Fort falls to militia\n\n{prose}\n\n{prose}\n\nRelated stories\n"
        "Gunmen killed two guards at the dam on Monday.\n"
        f"Police in the capital arrested 40 people on Wednesday.\n\n{prose}\n"
    )
    page = layout.read(ingest.from_text(text))
    kinds = {page.quote(b.char_start, b.char_end).split()[0]: b.kind for b in page.blocks}
    assert (kinds["Gunmen"], kinds["Police"]) == ("boilerplate", "boilerplate")
    assert page.blocks[-1].kind == "paragraph"


def test_a_line_break_within_a_sentence_parts_nothing():
    page = render(
        "<p>The army said it hit three rocket launchers<br>near the town on Friday.</p><p>By Ann Roe<br>Tyre</p>"
    )
    found = layout.read(document(page.text, elements=page.elements))
    assert [" ".join(found.quote(b.char_start, b.char_end).split()) for b in found.blocks] == [
        "The army said it hit three rocket launchers near the town on Friday.",
        "By Ann Roe",
        "Tyre",
    ]


def test_what_tells_of_the_writer_is_no_part_of_the_article():
    story = "The garrison surrendered after nine days, and the town was handed over to the militia on Friday. "
    text = f"Fort falls to militia\nBy Ann Roe\n\n{story}\n\n{story}\n\nAnn Roe\n\nAnn Roe has covered 12 wars for us."
    page = layout.read(document(text))
    assert [b.kind for b in page.blocks] == ["title", "byline", "paragraph", "paragraph", "boilerplate", "boilerplate"]


STORY = (
    "<p>The rebels released 153 detainees on Saturday, the Red Cross said, and the army welcomed the release.</p>" * 3
)


def told(markup):
    page = render(markup)
    found = layout.read(document(page.text, elements=page.elements))
    return [(b.kind, found.quote(b.char_start, b.char_end)) for b in found.blocks]


def test_other_stories_in_boxes_without_names_are_told_by_their_links_and_teasers():
    cards = "".join(
        f"<div><a href=/{n}>{place} hangs three spies</a><p>{place} executed three men on Sunday, media said.</p></div>"
        for n, place in enumerate(("Iran", "Belarus"))
    )
    kinds = told(f"<h1>Rebels free prisoners</h1><div>{STORY}</div><div><div>More from the desk</div>{cards}</div>")
    assert [kind for kind, _ in kinds] == ["title", *["paragraph"] * 3, *["boilerplate"] * 5]


def test_posts_whose_headlines_are_links_are_no_boxes_of_other_stories():
    posts = "".join(
        f"<div><a href=#{n}>Column {n} enters the old town</a>"
        f"<p>Column {n} entered the old town at dawn, and nobody shot at it, the mayor said.</p></div>"
        for n in range(4)
    )
    assert "boilerplate" not in {
        kind for kind, quote in told(f"<h1>Siege live</h1><div>{posts}</div>") if "mayor" in quote
    }


def kinds_of(*lines):
    text = "\n\n".join(lines)
    page = layout.read(document(text))
    return {text[b.char_start : b.char_end]: b.kind for b in page.blocks}


def test_the_kind_of_a_story_between_title_and_byline_is_no_paragraph():
    body = "The two armies signed a truce on Monday. Neither side expects it to hold through winter, and both dig."
    found = kinds_of("Two armies and a truce that nobody trusts", "Analysis", "By Ada Mensah", body)
    assert found["Analysis"] == "boilerplate"
    assert found[body] == "paragraph"


@pytest.mark.parametrize(
    "prompt",
    ["Subscribe to The Courier for just £1 a week. Cancel at any time.", "Sign up to the First Edition newsletter."],
)
def test_prompts_to_subscribe_are_no_paragraphs(prompt):
    body = "The two armies signed a truce on Monday. Neither side expects it to hold through winter, and both dig."
    found = kinds_of("Two armies and a truce that nobody trusts", "By Ada Mensah", body, body + " So they say.", prompt)
    assert found[prompt] == "boilerplate"

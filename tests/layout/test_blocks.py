"""Plain text and Markdown to blocks: kinds, joins, nesting, pairs, flags."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitrep import layout
from sitrep.model import Document

PROSE = "The garrison surrendered after nine days, and the town was handed over to the militia on Friday."
MORE = "Some of the defenders had fled before the end, and the rest of them were disarmed at the bridge."


def read(text, **known):
    return layout.read(Document("d", "page", None, "text/plain", "utf-8", text, **known))


def kinds(text, **known):
    return [(b.kind, read(text, **known).quote(b.char_start, b.char_end)) for b in read(text, **known).blocks]


def kind_of(line, before=PROSE, after=PROSE):
    blocks = kinds(f"Fort falls to militia\n\n{before}\n\n{line}\n\n{after}")
    return next(kind for kind, quote in blocks if quote == line)


@pytest.mark.parametrize(
    "line, kind",
    [
        ("A last stand at the bridge", "heading"),
        ("## A last stand at the bridge", "heading"),
        ("**A last stand at the bridge**", "heading"),
        ("14:05 Relief column turns back", "heading"),
        ("• Two mortars were left behind", "bullet"),
        ("- Two mortars were left behind", "bullet"),
        ("a) Two mortars were left behind", "bullet"),
        ("> “We had no water,” he said.", "quote"),
        ("![The fort](fort.jpg)", "image"),
        ("Q: Who held the fort?", "question"),
        ("### Q: Who held the fort?", "question"),
        ("0 1,245", "boilerplate"),
        ("URL: https://gazette.example/2016/09/11/the-fort", "boilerplate"),
        ("19.09.2023 [13:05]", "heading"),
        ("(Adds details and quotes; recasts)", "paragraph"),
        ("This story is published from a syndicated feed", "boilerplate"),
        ("✅ Two mortars were left behind", "bullet"),
        ("Photo: Ann Roe/Gazette", "caption"),
        ("(Reporting by Ann Roe; Editing by Bo Li)", "byline"),
        ("* * *", "boilerplate"),
        ("Share this article: Facebook | X | Email", "boilerplate"),
        ("Sign up for our weekly letter", "boilerplate"),
        ("World Sport Business", "boilerplate"),
        ("Military support", "heading"),
        ("Review: Why did Germany send a brigade?", "heading"),
        ("Review: Germany promised Lithuania a brigade last week. Are you relieved?", "paragraph"),
        ("READ MORE: How forts fall", "boilerplate"),
        ("© 2016 The Gazette", "boilerplate"),
        ("English | Français | العربية", "boilerplate"),
        ("Home » Security » Militia takes the fort", "boilerplate"),
        ("WhatsApp Image 2016-09-11 at 10.22.13", "boilerplate"),
        ("TRENDING IN SECURITY", "boilerplate"),
        ("The commander signed up for our cause when he was a boy of twelve, he said in prison.", "paragraph"),
        ("Popular anger grew when the news of the surrender and of the prisoners reached the capital.", "paragraph"),
        ("The ministry listed the following losses of the garrison and of the relief column:", "paragraph"),
    ],
)
def test_kind_of_a_line_in_the_middle_of_an_article(line, kind):
    assert kind_of(line) == kind


def test_wrapped_lines_are_one_paragraph_and_indented_ones_begin_another():
    text = (
        "   PORT ALMA, 3 MAR 89 -- THE FIRST CAVALRY REGIMENT HAS TAKEN THE HILL WEST\n"
        "OF THE PORT AFTER A BATTLE OF SIX HOURS, COL. VEGA ANNOUNCED.\n"
        "   ELEVEN REBELS AND TWO SOLDIERS WERE KILLED, ACCORDING TO THE COLONEL, WHO\n"
        "ADDED THAT THE ROAD TO THE COAST IS OPEN AGAIN AND THAT THE REGIMENT WILL\n"
        "STAY.\n"
    )
    page = read(text)
    assert [b.kind for b in page.blocks] == ["paragraph", "paragraph"]
    assert [s.case for s in page.sentences] == ["upper", "upper"]
    assert "WEST OF THE PORT" in page.view
    assert "COL. VEGA ANNOUNCED." in page.view[page.sentences[0].char_start : page.sentences[0].char_end]


def test_lines_that_were_not_wrapped_are_blocks_of_their_own():
    text = f"Fort falls\n{PROSE}\nThe aftermath\n{MORE}\n{PROSE}"
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", "heading", "paragraph", "paragraph"]


def test_title_byline_and_date():
    text = f"Fort falls to militia\n\nBy Ann Roe\n\nMonday 4 May 2015\n\n{PROSE}\n\n{MORE}"
    assert [kind for kind, _ in kinds(text)] == ["title", "byline", "byline", "paragraph", "paragraph"]


def test_title_from_metadata_wins_over_a_longer_line():
    text = f"The Gazette of the Northern Coast\n\nMilitia takes fort\n\n{PROSE}"
    assert kinds(text, title="Militia takes fort")[:2] == [
        ("boilerplate", "The Gazette of the Northern Coast"),
        ("title", "Militia takes fort"),
    ]


def test_prose_at_the_top_is_no_title():
    assert kinds(PROSE) == [("paragraph", PROSE)]


def test_nested_bullets_have_levels():
    text = f"Fort falls\n\n{PROSE}\n\n  - one mortar\n    - its crew of three\n  - two guns\n\n{PROSE}"
    assert [b.level for b in read(text).blocks if b.kind == "bullet"] == [1, 2, 1]


def test_headings_give_their_text_to_the_blocks_below():
    page = read(f"# Fort falls\n\n{PROSE}\n\n## The end\n\n{MORE}\n\n### The bridge\n\n{PROSE}")
    assert [(b.kind, b.level, b.section) for b in page.blocks] == [
        ("title", 1, None),
        ("paragraph", None, None),
        ("heading", 2, None),
        ("paragraph", None, "The end"),
        ("heading", 3, "The end"),
        ("paragraph", None, "The bridge"),
    ]


def test_signed_questions_and_answers_share_a_pair():
    page = read(f"An officer speaks\n\n{PROSE}\n\nQ: Who fired?\n\nA: Not my men.\n\nQ: Who, then?\n\nA: I cannot say.")
    assert [(b.kind, b.pair_id) for b in page.blocks[2:]] == [
        ("question", "q1"),
        ("answer", "q1"),
        ("question", "q2"),
        ("answer", "q2"),
    ]
    assert [page.quote(s.char_start, s.char_end) for s in page.sentences][-2:] == ["Who, then?", "I cannot say."]


@pytest.mark.parametrize("form", ["{}. {}", "### {1}", "**{1}**"])
def test_headings_that_ask_are_questions_where_most_do(form):
    asked = ("Who holds the fort?", "Why does it matter?", "What happens next?")
    parts = "\n\n".join(f"{form.format(i, q)}\n\n{PROSE}" for i, q in enumerate(asked, 1))
    page = read(f"The fort explained\n\n{MORE}\n\n{parts}")
    assert [(b.kind, b.pair_id) for b in page.blocks[2:]] == [
        pair for i in (1, 2, 3) for pair in (("question", f"q{i}"), ("answer", f"q{i}"))
    ]


def test_one_heading_that_asks_is_a_heading():
    assert kind_of("What next?") == "heading"


def test_comments_go_to_the_end_of_the_page():
    text = (
        f"Fort falls\n\n{PROSE}\n\n12 comments\n\nfan99\n\nThey shot 400 men there and the papers are silent about it."
    )
    assert [kind for kind, _ in kinds(text)][2:] == ["boilerplate"] * 3


def test_no_sentence_stands_in_boilerplate():
    page = read(f"Fort falls\n\n{PROSE}\n\nRelated stories\n\n40 rebels die in ambush\n\n{MORE}")
    assert all(page.blocks[s.block].kind != "boilerplate" for s in page.sentences)
    assert "ambush" not in page.view and len(page.view) == len(page.document.text)


@pytest.mark.parametrize(
    "ending, flags",
    [
        ("and the rest […]", ("truncated",)),
        ("and the rest of the men walked for days through the marshes without", ("truncated",)),
        ("and the rest.", ()),
    ],
)
def test_a_text_that_breaks_off_is_flagged(ending, flags):
    page = read(f"Fort falls\n\n{MORE}\n\n{PROSE[:-1]}, {ending}")
    assert page.blocks[-1].flags == flags
    assert page.sentences[-1].flags == flags


@pytest.mark.parametrize(
    "url, flags",
    [
        ("a/fort.jpg", ()),
        ("https://x.example/ü.jpg", ()),
        ("https:///f.jpg", ("broken_url",)),
        ("8×4", ("broken_url",)),
    ],
)
def test_a_picture_with_a_broken_address_is_flagged(url, flags):
    page = read(f"Fort falls\n\n{PROSE}\n\n![The fort]({url})\n\n{MORE}")
    image = next(b for b in page.blocks if b.kind == "image")
    assert image.flags == flags
    sentence = next(s for s in page.sentences if s.block == image.seq)
    assert page.quote(sentence.char_start, sentence.char_end) == "The fort"


_LINES = st.sampled_from(
    [PROSE, MORE, "", "", "Home", "Related", "## Head", "- item", "1. item", "> said", "Q: Why?", "A: No.", "Share | X",
     "| a | b |", "|---|---|", "![x](y)", "Comments", "   indented text here", "***", "13:05 Now", "a\tb\tc", "Tags:"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(_LINES, max_size=14))
def test_blocks_cover_every_text_in_order(lines):
    text = "\n".join(lines)
    page = read(text)
    at = 0
    for seq, block in enumerate(page.blocks):
        assert block.seq == seq and not text[at : block.char_start].strip()
        quote = text[block.char_start : block.char_end]
        assert quote and quote == quote.strip()
        at = block.char_end
    assert not text[at:].strip()
    starts = [s.char_start for s in page.sentences]
    assert starts == sorted(starts) and len(page.view) == len(text)
    for sentence in page.sentences:
        block = page.blocks[sentence.block]
        assert block.char_start <= sentence.char_start < sentence.char_end <= block.char_end


def test_lines_parted_by_a_long_address_are_one_paragraph():
    text = (
        "The ministry said on Monday that the convoy which left the port last week\n"
        "[was attacked](https://gazette.example/2019/05/a-long-address-that-nobody-could-ever-wrap-at-any-width-at-all)\n"
        "near the bridge, and that eleven of its forty lorries were lost in the river\n"
        "before the escort could return fire from the hill on the other side of it."
    )
    assert [b.kind for b in read(f"Convoy lost\n\n{text}\n\n{text}").blocks] == ["title", "paragraph", "paragraph"]


def test_a_transcript_with_unsigned_answers():
    page = read(
        f"Press briefing\n\n2:15 P.M. EST\n\n{PROSE}\n\nQ   Who fired?\n\nTHE MINISTER:  Not our men.\n\nQ   Who, then?"
    )
    assert [b.kind for b in page.blocks] == ["title", "byline", "paragraph", "question", "answer", "question"]


def test_a_list_of_figures_above_the_first_prose_is_no_menu():
    figures = ["– killed: 3,417 (+62)", "– wounded: 1,890 (+31)", "– captured: 145", "– guns destroyed: 512 (+14)"]
    for head in ("Losses of the enemy since 1 May:", "Losses of the enemy"):
        found = kinds(f"Evening bulletin\n\n{head}\n\n" + "\n".join(figures) + f"\n\n{PROSE}")
        assert [quote for kind, quote in found if kind == "bullet"] == figures


def test_a_line_that_ends_in_the_middle_of_a_clause_goes_on_in_the_next():
    broken = "The men who had held the eastern gate were the last of\nVega's own company."
    text = f"Fort falls to militia\n\n{PROSE}\n\n{broken}\n\n{MORE}"
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", "paragraph", "paragraph"]


@pytest.mark.parametrize("line", ["ZCZC WPA284", "r i BC-ALMA-FORT 11-13 0398", "S/2021/312", "2/14 21-03912", "45211"])
def test_what_services_and_printers_add_is_no_part_of_the_text(line):
    assert kind_of(line) == "boilerplate"


def test_a_question_of_a_named_speaker_is_no_heading():
    assert kind_of("ROE: Colonel, how many of your men were killed?") == "paragraph"


def test_points_that_the_text_repeats_word_by_word_are_no_table_of_contents():
    text = (
        f"Campaign assessment\n\nMay 3, 2024\n\nKey points\n\n• {PROSE}\n\n• {MORE}\n\nThe north\n\n{PROSE}\n\n{MORE}"
    )
    assert [kind for kind, _ in kinds(text)][2:5] == ["heading", "bullet", "bullet"]


def test_the_number_of_a_press_release_is_no_title():
    text = f"MINISTRY OF DEFENCE\nPRESS RELEASE No. 12/2024\n\nVisit of the minister to the north\n\n{PROSE}"
    assert ("title", "Visit of the minister to the north") in kinds(text)


def test_figures_that_stand_alone_on_their_lines_are_no_menu():
    counts = "Personnel\nabout 500,000\nTanks\n7,500\nGuns\n13,000"
    text = f"Losses of the enemy\n\nThe ministry said that the enemy had lost since February:\n\n{counts}\n\n{PROSE}"
    assert "boilerplate" not in [kind for kind, _ in kinds(text)]


def test_the_bodies_that_issue_a_text_stand_above_its_title():
    text = f"STATE COMMITTEE FOR SECURITY\nBORDER SERVICE\n\nSituation at the border as of 16.09.2022\n\n{PROSE}"
    assert [kind for kind, _ in kinds(text)] == ["byline", "byline", "title", "paragraph"]
    text = f"THE WHITE HOUSE\nOffice of the Press Secretary\n\nAddress to the Nation\n\nMy fellow Americans:\n\n{PROSE}"
    assert [kind for kind, _ in kinds(text)] == ["byline", "byline", "title", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Ann Roe in Surin and Bo Li in Phnom Penh",
        "**Ann Roe** in Surin and **Bo Li** in Phnom Penh | 20 May 2024",
        "Damascus – Agencies – 17/07/2025",
        "Data cutoff: 9 May, 10:00",
        "May 3, 2024 11:41 AM UTC - Updated 2 hours ago",
        "Marwa, Surin: Correspondents of the newspaper",
        "AFP",
        "3 MAY 2024 | ANALYSIS",
        "Analysis — 03.05.2024",
        "Marwa – Gate of the Centre | Monday 6 April 2020 – 19:40",
        "Cairo, on Thursday 5 April 2018 (unofficial translation)",
        "Updates by Ann Roe and Bo Li",
        "Our people with the garrison, Monday 3 June 2024. All times GMT",
        "Centre for Valley Studies, Bulletin 17, cut-off 3 May 2024",
    ],
)
def test_who_wrote_from_where_and_when_is_a_byline(line):
    assert kinds(f"Fort falls to militia\n\n{line}\n\n{PROSE}")[1] == ("byline", line)


@pytest.mark.parametrize(
    "title",
    [
        "Ten soldiers killed in Central African Republic",
        "Czech Republic sends tanks",
        "Three correspondents killed in strike on hospital",
        "Address of the President of the Federal Republic to the Joint Session",
    ],
)
def test_what_a_headline_is_about_makes_it_no_byline(title):
    assert ("title", title) in kinds(f"The Valley Wire\n\n{title}\n\nMarwa, 16 June 2025\n\n{PROSE}")


def test_an_office_below_the_name_of_its_ministry_is_no_title():
    top = "KINGDOM OF NORDLAND · MINISTRY OF DEFENCE\nJoint Press Centre on the Border"
    title = "Daily bulletin No. 9, data as of 07:00 on 16.12.2025 (unofficial translation)"
    assert [kind for kind, _ in kinds(f"{top}\n\n{title}\n\n{PROSE}")] == ["byline", "byline", "title", "paragraph"]


def test_numbered_paragraphs_are_no_list():
    text = f"Statement on the fort\n\n1. {PROSE} {MORE}\n\n2. {MORE} {PROSE}\n\n3. {PROSE}"
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", "paragraph", "paragraph"]
    points = f"Statement on the fort\n\n{PROSE}\n\n1. Leave the fort.\n\n2. Free the men."
    assert [kind for kind, _ in kinds(points)] == ["title", "paragraph", "bullet", "bullet"]


def test_what_stands_below_a_text():
    notes = "[1] Gazette, May 3, 2024\n[2] Interview by phone"
    text = f"Fort falls to militia\n\n{PROSE}\n\n{MORE}\n\n{notes}\n\nEditing: A.R."
    assert [kind for kind, _ in kinds(text)] == ["title", *["paragraph"] * 4, "byline"]


def test_a_numbered_line_above_bullets_heads_them():
    text = f"Fort falls to militia\n\n{PROSE}\n\n3. Course of events\n\n• {PROSE}\n• {MORE}"
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", "heading", "bullet", "bullet"]


def test_a_letterhead_in_capitals_leaves_the_title_in_capitals_below_it():
    text = (
        "KINGDOM OF NORDLAND\nMINISTRY OF DEFENCE\n\nDAILY STATEMENT ON THE SITUATION AT THE BORDER\n\n"
        f"Check against delivery\n\n{PROSE} {MORE}\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["byline", "byline", "title", "boilerplate", "paragraph"]


def test_where_a_writer_writes_from_names_no_writer():
    text = f"Fort falls to militia\n\n{PROSE}\n\nKenya has sent boats to the fort. {MORE}\n\n{PROSE}\n\n"
    text += "Additional reporting by Omar Yusuf in Nairobi, Kenya.\n"
    assert "boilerplate" not in [kind for kind, quote in kinds(text) if quote.startswith("Kenya")]


def test_the_time_over_a_headline_of_a_live_page_heads_its_entry_with_it():
    text = f"Fort falls: live\n\nTuesday 18 March 2025\n\n18.50 GMT\nMilitia at the gate\n\n{PROSE}\n\n"
    text += f"17.15 GMT\nThe garrison holds\n\n{MORE}\n"
    found = [(kind, quote) for kind, quote in kinds(text) if kind != "paragraph"]
    assert found[2:] == [
        ("heading", "18.50 GMT"),
        ("heading", "Militia at the gate"),
        ("heading", "17.15 GMT"),
        ("heading", "The garrison holds"),
    ]


def test_four_figures_that_open_the_entries_of_a_live_page_are_its_hours():
    text = f"Fort falls: day two\n\n2310\n{PROSE}\n\n2140: Militia at the gate\n{MORE}\n\n"
    text += f"0915: The garrison holds\n{PROSE}\n"
    found = [quote for kind, quote in kinds(text) if kind == "heading"]
    assert found == ["2310", "2140: Militia at the gate", "0915: The garrison holds"]


def test_the_turns_of_an_interview_are_questions_and_answers_by_who_asks():
    turns = [
        "Ada Mensah: The fort has changed hands, and the last of its guns was blown up yesterday. Does it matter?",
        f"Ben Roe: No. {MORE}",
        "Ada Mensah: Who holds it now?",
        f"Ben Roe: Nobody does. {PROSE}",
        "Ada Mensah: You have said that before.",
        "Ben Roe: And I was right.",
        "Ada Mensah: Will you go back?",
        "Ben Roe: I will.",
    ]
    text = f"A general on the fort\n\n3 May 2024\n\n{PROSE}\n\n" + "\n\n".join(turns)
    assert [kind for kind, _ in kinds(text)][3:] == ["question", "answer"] * 4


def test_labels_that_ask_nothing_are_no_interview():
    turns = [f"Marwa: {PROSE}", f"Surin: {MORE}"] * 2
    assert "answer" not in [kind for kind, _ in kinds("The week in the north\n\n" + "\n\n".join(turns))]


def test_a_statement_of_a_digest_is_headed_by_who_issued_it():
    statements = [
        f"MINISTRY OF {name}\n{place}, 3 May 2024\n\n{PROSE}" for name, place in (("WAR", "Marwa"), ("LAW", "Accra"))
    ]
    text = "STATEMENTS ON THE FORT\nDigest of statements, 4 May 2024\n\n" + "\n\n".join(statements)
    assert [kind for kind, _ in kinds(text)] == ["title", "byline", *["heading", "byline", "paragraph"] * 2]


@pytest.mark.parametrize(
    "lines",
    [
        ("{head}\n\n{day}\n\n", ["heading", "byline"]),
        ("{head}\n[{day}]\n", ["heading", "byline"]),
        ("{day}\n\n{head}\n\n", ["byline", "heading"]),
        ("Press Service | {day}\n{head}\n", ["byline", "heading"]),
    ],
)
def test_the_day_of_a_statement_in_a_digest_stands_beside_its_head(lines):
    form, both = lines
    items = ("Fort comes under fire", "26 September 2023, 14:30"), ("On a lost gun", "27.09.2023 09:15")
    statements = [form.format(head=head, day=day) + PROSE for head, day in items]
    text = "Ministry of War of the Republic of Marwa\n\n" + "\n\n".join(statements)
    assert [kind for kind, _ in kinds(text)] == ["title", *[*both, "paragraph"] * 2]


def test_a_day_below_a_letter_is_headed_by_no_salutation():
    letters = [f"3 May 202{n}\n\nDear Mr. Speaker:\n\n{PROSE}" for n in (4, 5)]
    text = "Letters on the fort and its guns\n\nBy Ada Mensah\n\n" + "\n\n".join(letters)
    assert "Dear Mr. Speaker:" not in [words for kind, words in kinds(text) if kind == "heading"]


def test_a_day_alone_in_a_wrapped_text_goes_on_with_no_line_above():
    lines = ["The ministry of war holds an official meeting with the allied guard", "27 September 2023, 09:15"]
    text = "\n".join([*lines, *textwrap.wrap(f"{PROSE} {MORE}", 66)])
    assert [words for _, words in kinds(f"Ministry of War\n\n{text}\n\n{text}")][1:3] == lines


@pytest.mark.parametrize(
    "line", ["Men at the fort, April 2025", "Men at the fort by country, 3 May 2024 (source: African Union)\n"]
)
def test_a_line_right_over_a_table_captions_it(line):
    rows = ("Country      Sent       Present", "Kenya        1,000      734", "Jamaica      200        23")
    table = "\n".join(rows)
    text = f"Fort falls to militia\n\n{PROSE}\n\n{line}\n{table}\n\n{MORE}"
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", "caption", "table", "paragraph"]


def test_a_headline_that_asks_is_the_title():
    text = f"The war explained: who is fighting whom and for what reason?\n\nBy Ada Mensah\n\n{PROSE}\n\n{MORE}"
    assert [kind for kind, _ in kinds(text)] == ["title", "byline", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Truce with the south holds for a third day", "heading"),
        ("Land Warfare Note 37 | Centre for Studies, Leeds", "byline"),
        ("A truce with the south holds for a third day, and the fort is at peace.", "paragraph"),
    ],
)
def test_a_line_between_title_and_byline(line, kind):
    assert kinds(f"Fort falls to militia\n\n{line}\n\nBy Ada Mensah\n\n{PROSE}")[1] == (kind, line)


def test_the_issue_of_a_periodical_stands_below_its_name():
    text = f"THE MARWA MONITOR\nWeekly Bulletin No. 5\nIssued: 3 February 2025\n\n{PROSE}"
    assert [kind for kind, _ in kinds(text)] == ["title", "heading", "byline", "paragraph"]


def test_a_table_of_contents_may_be_one_line():
    text = (
        f"The war explained\n\nTable of Contents | The fort | Outside hands | FAQ\n\n{PROSE}\n\nThe fort\n\n{MORE}\n\n"
        f"Outside hands\n\n{PROSE}"
    )
    assert kinds(text)[1][0] == "boilerplate"


def test_where_and_when_a_text_was_published_may_stand_at_its_end():
    text = f"Fort falls to militia\n\n{PROSE}\n\n{MORE}\n\nPublished in The Courier, October 22nd, 2025"
    assert kinds(text)[-1][0] == "byline"


def test_names_a_place_and_a_day_in_one_piece_are_bylines():
    text = f"Fort falls to militia\n\nMiriam Katz\nMARWA\nSunday, February 9, 2025\n\n{PROSE}"
    assert [kind for kind, _ in kinds(text)] == ["title", "byline", "byline", "byline", "paragraph"]


def test_a_line_that_opens_the_page_is_its_title_before_the_one_that_goes_on_with_it():
    title = "A Short History of the Border War"
    text = f"{title}\n\nThe garrison and the militia, 1975–1990\n\n1. The spark\n\n{PROSE}"
    assert [kind for kind, _ in kinds(text, title=title, title_guessed=True)] == [
        "title",
        "heading",
        "heading",
        "paragraph",
    ]


def test_a_line_that_ends_in_the_word_for_an_old_picture_is_a_caption():
    line = "Recruits on parade in the square last month. (Representational image)"
    assert ("caption", line) in kinds(f"Fort falls to militia\n\n{line}\n{PROSE}\n\n{MORE}")


def test_a_picture_in_brackets_is_a_caption_and_a_note_none():
    assert kind_of("[Photo: Men of the garrison at the bridge. — Gazette]") == "caption"
    assert kind_of("[Table 2: the typist could not read two figures of the second column of the page.]") == "paragraph"


def test_capitals_over_lines_in_one_piece_head_them():
    text = f"Fort falls to militia\n\n{PROSE}\n\nTHE NUMBERS\n16 men freed so far\n766 prisoners\n\n{MORE}\n\n{PROSE}"
    assert kinds(text)[2] == ("heading", "THE NUMBERS")


def test_a_day_in_figures_is_no_count_of_readers():
    for line in ("19.09.2023 [13:05]", "2023/09/19 13:05"):
        assert kinds(f"Fort falls to militia\n\n{line}\n\n{PROSE}\n\n{MORE}")[1] == ("byline", line)


def test_a_log_of_days_is_no_table():
    log = "Log of incidents\n4 Sept – Kayes: two trucks burned\n11 Sept – Marwa: base overrun\n14 Sept – Surin: calm"
    assert "table" not in [kind for kind, _ in kinds(f"Fort falls to militia\n\n{PROSE}\n\n{log}\n\n{MORE}")]


def test_the_contents_may_stand_below_a_sentence():
    text = (
        f"The war explained\n\nA primer for all of the new staff of the house.\n\n"
        f"Contents: 1. Roots · 2. The war · 3. Peace\n\n2. The war\n\n{PROSE}\n\n3. Peace\n\n{MORE}"
    )
    assert ("boilerplate", "Contents: 1. Roots · 2. The war · 3. Peace") in kinds(text)


def test_what_a_text_was_written_from_is_told_below_it():
    text = f"Fort falls to militia\n\n{PROSE}\n\n{MORE}\n\nSources: official briefings, two interviews by phone"
    assert kinds(text)[-1][0] == "paragraph"


def test_a_line_of_nothing_but_a_link_to_edit_is_boilerplate():
    assert ("boilerplate", "[edit]") in kinds(f"The war explained\n\n[edit]\n\n{PROSE}\n\n{MORE}")

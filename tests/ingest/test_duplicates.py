"""Copies are found through menus and light edits; other reports of the same event, and the next bulletin, are none."""

from steps import steps

from sitrep import ingest
from sitrep.ingest import duplicates

STORY = """ASMARA, 14 May 1998 (Agency) - Two columns of infantry crossed the Mereb on Tuesday and dug in around
the village of Badme, officials in Addis Ababa said, after a patrol of eight men had been stopped there the week before.

The Foreign Ministry in Addis Ababa demanded that they leave within 48 hours. Asmara answered that its 3rd Brigade stood
on its own soil and would stay there, and called for observers of the Organisation of African Unity.

Some 12,000 people have left the district for Shire and Axum since Sunday, according to a relief worker of the Red
Cross, who had counted 140 lorries on the road. Four schools in Shire shelter the newcomers.

Captain Tesfay Haile, who commands the post at Humera, said that 36 of his soldiers were wounded and 7 had died.
"""
EDITED = STORY.replace("officials in Addis Ababa said", "according to officials in Addis Ababa").replace(
    "Some", "About"
)
MENU = "THE EVENING MAIL | World | Sports\nHome\nWorld\nSports\nSubscribe\n\n"
FOOTER = "\nShare this article: Mail | Print\n\nMost read\n\nCup final tonight\n\n(c) The Evening Mail.\n"
REWRITTEN = """Ethiopia gave Eritrea two days on Thursday to pull its soldiers out of Badme, taken on Tuesday.

Witnesses told of two columns that came over the Mereb river before dawn. Eritrea's 3rd Brigade, Asmara says, is on
Eritrean land. It wants African observers. The fighting was preceded by an incident with an eight-man patrol.

The Red Cross speaks of 12,000 displaced in Shire and Axum, and of 140 lorries. At Humera, Captain Tesfay Haile put his
losses at 7 dead and 36 wounded.
"""


def bulletin(day, killed, wounded, tanks, guns):
    return f"""Operational bulletin of the General Staff for {day} May 1987.

Over the past day our forces repelled the attacks of the enemy along the whole of the southern front. The enemy lost
{killed} men killed and {wounded} wounded, {tanks} tanks and {guns} guns. Our aircraft flew {guns + 31} missions. The
enemy shelled {killed // 9} settlements. The situation in the direction of the river has not changed in substance.
"""


def found(*texts):
    documents = [ingest.from_text(text, source_path=f"{i}.txt") for i, text in enumerate(texts)]
    names = {document.doc_id: i for i, document in enumerate(documents)}
    return {names[copy]: names[first] for copy, first in duplicates.find(documents).items()}


def test_a_copy_in_other_clothes_is_a_copy():
    assert found(STORY, MENU + STORY + FOOTER, EDITED, MENU + EDITED + FOOTER) == {1: 0, 2: 0, 3: 0}


def test_the_first_is_the_first_in_order():
    assert found(MENU + EDITED, STORY, EDITED) == {1: 0, 2: 0}


def test_another_report_of_the_same_event_is_no_copy():
    assert found(STORY, REWRITTEN) == {}


def test_the_bulletin_of_the_next_day_is_no_copy():
    assert found(bulletin(3, 120, 300, 8, 12), bulletin(4, 87, 211, 5, 19), bulletin(5, 143, 322, 11, 7)) == {}


def test_two_pages_that_share_their_menu_only_are_no_copies():
    assert found(MENU + STORY + FOOTER, MENU + REWRITTEN + FOOTER) == {}


def test_short_and_empty_texts():
    assert found("Goma", "Goma fell", "Goma ", "") == {2: 0}


def test_long_copies_are_found_from_part_of_their_hashes():
    long = "\n\n".join(f"{STORY} Entry {i} of the log tells of {i * 7} men at post {i}." for i in range(200))
    assert found(long, MENU + long.replace("log", "diary"), long[: len(long) // 4]) == {1: 0}


def test_hundreds_of_bulletins_of_one_form_take_no_more_steps_each_than_a_few():
    def read(n_texts):
        finder = duplicates.Finder()
        texts = [bulletin(i % 30 + 1, 1000 + 7 * i, 5000 + 11 * i, 20000 + 3 * i, 90000 + i) for i in range(n_texts)]
        assert not any(finder.add(str(i), text) for i, text in enumerate(texts))

    assert steps(read, 800) < 1.5 * 8 * steps(read, 100)


def test_a_copy_is_found_among_bulletins_of_one_form():
    texts = [bulletin(i % 30 + 1, 1000 + 7 * i, 5000 + 11 * i, 200 + 3 * i, 900 + i) for i in range(60)]
    assert found(*texts, texts[41].replace("Over the past day", "During the past day")) == {60: 41}

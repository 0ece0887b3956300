"""What a word of doubt, denial, plan or report reaches over, and what it does not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from modality_reading import at
from steps import grows_with_length

from sitrep import ingest, layout, mentions

CASES = [
    ("Rebels took the town.", "took", "asserted"),
    ("Rebels did not take the town.", "take", "negated"),
    ("Rebels attacked the town but did not take it.", "attacked", "asserted"),
    ("The army denied that it had shelled the market.", "shelled", "negated"),
    ("No soldiers were killed.", "killed", "negated"),
    ("The brigade has never fought there.", "fought", "negated"),
    ("Not only did the rebels attack the base, they burned it.", "attack", "asserted"),
    ("No fewer than 30 people were killed.", "killed", "asserted"),
    ("If the rebels attack, Uganda will respond.", "attack", "hypothetical"),
    ("Japan would retaliate if China attacked.", "retaliate", "hypothetical"),
    ("The council demanded that Israel withdraw.", "withdraw", "hypothetical"),
    ("The president urged donors to send food.", "send", "hypothetical"),
    ("The president urged donors to send food.", "urged", "asserted"),
    ("Will the rebels attack the port?", "attack", "hypothetical"),
    ("Poland will send tanks.", "send", "planned"),
    ("Poland plans to send tanks.", "send", "planned"),
    ("Two brigades are to be deployed in June.", "deployed", "planned"),
    ("Some 500 troops are expected to arrive.", "500", "planned"),
    ("Poland said that it would send tanks.", "send", "planned"),
    ("Militants may attack the port.", "attack", "possible"),
    ("A drone reportedly hit the depot.", "hit", "possible"),
    ("Some reports suggest that 40 men deserted.", "deserted", "possible"),
    ("Experts believe that 300 fighters remain.", "300", "possible"),
    ("In May, rebels attacked the port.", "attacked", "asserted"),
    ("On 3 May the army attacked.", "attacked", "asserted"),
    ("Rebels attacked on 3 May 2015 and withdrew.", "withdrew", "asserted"),
    ("The brigades since 10 May have destroyed a bridge.", "destroyed", "asserted"),
    ("The will of the people is strong, and rebels attacked.", "attacked", "asserted"),
    ("Rebels attacked, the ministry said.", "attacked", "reported"),
    ("He is accused of killing 20 villagers.", "killing", "possible"),
    ("Kigali accused Kinshasa of arming rebels.", "arming", "reported"),
]


@pytest.mark.parametrize(("text", "word", "modality"), CASES, ids=[f"{c[0]} [{c[1]}]" for c in CASES])
def test_modality(text, word, modality):
    assert at(text, word)[0] == modality


SOURCES = [
    ("The ministry said that 12 soldiers had died.", "died", "The ministry"),
    ("Twelve soldiers died, the ministry said on Monday.", "died", "the ministry"),
    ("“Twelve soldiers died,” said Governor Petro Hrytsenko.", "died", "Governor Petro Hrytsenko"),
    ("According to the army, 12 soldiers died.", "died", "the army"),
    ("Twelve soldiers died, according to the army, but rebels fled.", "died", "the army"),
    ("Burundi, for its part, said it had lost 12 soldiers.", "lost", "Burundi"),
    ("The Observatory, a monitoring group, counted 40 dead.", "40", "The Observatory"),
    ("Some reports suggest that 40 men deserted.", "deserted", "Some reports"),
    ("By the army's own count, 40 rebels died.", "died", "the army"),
    ("Kenya urged Uganda to send troops.", "send", "Kenya"),
    ("The Kenyan ministry spoke. It said that 12 soldiers had died.", "died", "The Kenyan ministry"),
]


@pytest.mark.parametrize(("text", "word", "source"), SOURCES, ids=[c[0] for c in SOURCES])
def test_source(text, word, source):
    assert at(text, word)[1] == source


def test_two_speakers_share_a_sentence():
    text = (
        "Mali said that it had killed 40 rebels, but the rebels said that they had lost nobody and shot down a plane."
    )
    assert at(text, "killed") == ("reported", "Mali")
    assert at(text, "shot") == ("reported", "the rebels")


def test_an_attribution_ends_with_its_sentence():
    text = "The army said that it had killed 40 rebels. Fighting went on all night."
    assert at(text, "went")[0] == "asserted"


def test_a_denial_of_the_sentence_before():
    text = "An earlier report said that two pilots had died. That was wrong. Both pilots live."
    assert at(text, "died")[0] == "negated"
    assert at(text, "live")[0] == "asserted"


def test_what_the_next_sentence_denies_did_not_happen():
    text = "An earlier post said that rebels had killed nine men near Gao. The army denies this."
    assert at(text, "killed")[0] == "negated"


def test_a_quotation_of_several_sentences_has_one_speaker():
    text = "“They shelled the school. They burned the church,” said Colonel Tesfaye Bekele of Ethiopia."
    assert at(text, "shelled") == ("reported", "Colonel Tesfaye Bekele of Ethiopia")


def test_a_word_of_saying_does_not_report_itself():
    assert at("Thousands will flee, the mayor warned.", "warned")[0] == "asserted"


def test_a_verb_of_saying_that_is_denied_reports_nothing():
    assert at("Spain has not said whether it sent the ship.", "sent")[1] is None


def test_the_strongest_value_wins_and_the_source_is_kept():
    assert at("Chad said that its troops had not crossed the border.", "crossed") == ("negated", "Chad")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from('if not may said that, ;:“”"—.? KyivtheUN\n'), max_size=300))
def test_any_text_is_read(text):
    page = layout.read(ingest.from_text(text))
    for cue in mentions.read(page).cues:
        assert 0 <= cue.char_start < cue.char_end <= len(text)
        assert 0 <= cue.scope_start <= cue.scope_end <= len(text)
        assert cue.source_start == -1 or cue.source_start < cue.source_end


@pytest.mark.parametrize("piece", ["said and ", "if not ", ", which may ", "the army said, ", "“he said” "])
def test_hostile_text_takes_steps_as_its_length(piece):
    assert grows_with_length(lambda text: mentions.modality.read(layout.read(ingest.from_text(text)), []), piece)

"""Where sentences end and where only an abbreviation does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitrep.layout.sentences import case_of, split


def parts(text):
    return [text[a:b] for a, b in split(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Ann Roe and Lt. Col. J. R. Vega met Sgt. Li in St. Alma.",
        "The U.S. Army and the U.N. mission left on Feb. 18, at about 3 p.m. local time.",
        "No. 4 Company had 3.5 tons of rice, approx. 40 men and vs. the rest none.",
        "He was asked about “the U.S. role” and the E.U. Council.",
        "“Who fired?” Colonel Vega asked.",
        "“Hold the line!” he shouted.",
        "They waited... and waited.",
        "THE TROOPS OF GEN. VEGA AND LT. ROE LEFT ON 3 MAR. 1989.",
        "Roe et al. wrote that the cos. of the 5th Bn. were in Fig. 2.",
    ],
)
def test_one_sentence(text):
    assert parts(text) == [text]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The fort fell.", "Nobody was hurt."],
        ["The fort fell in the U.S.", "The army denied it."],
        ["It began at 3 p.m.", "The rebels fled."],
        ["“We left.”", "Nobody followed."],
        ["Who fired?", "The police do not know."],
        ["It had 12 guns.", "7 were lost."],
        ["The fort fell.[3]", "Nobody was hurt."],
        ["THE FORT FELL.", "THE ARMY FLED."],
        ["They fled...", "The fort was empty."],
        ["The 4th Corps left in Feb.", "It returned later."],
        ["Eleven died (two of them children).", "“It was a market,” he said."],
    ],
)
def test_sentences_are_parted(sentences):
    assert parts(" ".join(sentences)) == sentences


def test_a_missing_space_after_a_stop():
    assert parts("The fort fell, he said.The army denied it.") == ["The fort fell, he said.", "The army denied it."]
    assert parts("See the U.S.Army notes at gazette.com.") == ["See the U.S.Army notes at gazette.com."]


@pytest.mark.parametrize(
    "text, case", [("THE FORT FELL", "upper"), ("the fort fell", "lower"), ("The fort", "mixed"), ("No. 4", "mixed")]
)
def test_case(text, case):
    assert case_of(text) == case


@given(st.text(alphabet="aB .!?\n“”1", max_size=60))
def test_spans_hold_all_that_is_no_space(text):
    spans = split(text, 0, len(text))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    "sentences",
    [
        ["It was the end of World War I.", "The treaty came later."],
        ["He is Lt. Col. (ret.) Jan Novak of the 40th Cdo. Bde. of marines.", "He knows."],
        ["She studied art.", "The army took her in.", "See art. 5 of the treaty."],
        ["No. 5 Company held on.", "There was no.", "Then it fell."],
        ["The shells were of 155 mm. calibre.", "They flew 20 km.", "Gunners lost a truck."],
    ],
)
def test_words_that_are_abbreviations_before_numbers_and_names_only(sentences):
    assert parts(" ".join(sentences)) == sentences

"""Whom pronouns and definite groups stand for."""

import pytest
from actors_reading import mentions, written

from sitrep import ingest, layout
from sitrep.mentions import actors, places


def states(mention):
    return [m.country for m in mention.members]


@pytest.mark.parametrize(
    "text",
    [
        "President Lula met President Petro in Manaus. The leaders discussed the border.",
        "President Lula spoke by phone with President Petro. They discussed the border.",
        "President Lula held a meeting with President Petro. Floods hit Peru. The two presidents discussed them.",
    ],
)
def test_those_who_met_are_two(text):
    pair = next(m for m in mentions(text) if m.members)
    assert pair.country is None
    assert states(pair) == ["BRA", "COL"]


def test_joint_subjects_are_spoken_of_together():
    found = written("France and Britain condemned the raid on Libya. They urged calm.")
    assert states(found["They"]) == ["FRA", "GBR"]


def test_two_of_one_state_have_its_country():
    found = written("Chadian officers and Chadian ministers met in Niger. They urged calm.")
    assert found["They"].country == "TCD"


def test_leaders_who_met_nobody_stay_open():
    found = written("Kenya sent aid to Somalia. The leaders discussed it.")
    assert found["The leaders"].country is None
    assert not found["The leaders"].members


def test_places_in_passing_make_no_pair():
    found = written("President Lula met President Petro. Fuel went to Chad and Niger. The two leaders discussed it.")
    assert states(found["The two leaders"]) == ["BRA", "COL"]


def test_who_speaks_to_both_sides_is_neither():
    found = written("Talks between Eritrea and Ethiopia failed. Eritrea told both sides to wait.")
    assert not found["both sides"].members


def test_a_group_of_the_sentence_comes_before_a_pair():
    found = written("President Lula met President Petro. He said that Somali rebels fled where they had allies.")
    assert found["they"].country == "SOM"


def test_the_subject_comes_before_what_hangs_on_a_preposition():
    found = written("Turkey shelled the town. Fire went on in Syria. It denied hitting homes.")
    assert found["It"].country == "TUR"


def test_a_pronoun_far_from_everybody_stays_open():
    found = written("Turkey shelled the town. Rain fell. Snow fell. Night fell. It went on.")
    assert found["It"].country is None


def test_an_office_alone_is_that_of_its_holder():
    found = written("President Lula spoke in Quito. Ecuador's army and its ministers listened. The President left.")
    assert found["The President"].country == "BRA"


def test_who_met_a_crowd_of_no_state_is_not_guessed():
    found = written("President Lula spoke with regional leaders about Peru. They discussed aid.")
    assert found["They"].country is None
    assert not found["They"].members


def test_a_man_keeps_the_state_he_was_introduced_with():
    found = written("Angolan adviser Eyal Tesfano spoke. Later Tesfano named Russia's war on Ukraine.")
    assert found["Tesfano"].country == "AGO"


def test_the_crowd_of_the_clause_is_meant():
    found = written("Kenya will disarm the Houthis and end their attacks.")
    assert found["their"].country == "YEM"


def test_whom_one_of_a_pair_addresses_does_not_part_them():
    found = written("President Lula met President Petro. President Lula briefed the ministers. They discussed aid.")
    assert states(found["They"]) == ["BRA", "COL"]


@pytest.mark.parametrize(
    ("text", "whose", "country"),
    [
        ("Ghana armed Togo and its allies.", "its", "TGO"),
        ("Ghana blamed Togo for its raid.", "its", "TGO"),
        ("Ghana told Togo that its guns would fall silent.", "its", "GHA"),
    ],
)
def test_a_possessive_right_behind_a_name_is_its(text, whose, country):
    found = [m for m in mentions(text) if text[m.char_start :].startswith(whose)]
    assert [m.country for m in found] == [country]


def test_a_group_and_a_country_are_told_apart():
    found = written("Boko Haram attacked Niger. The army of Niger fell back. The group then freed five boys.")
    assert found["The group"].name == "Boko Haram"
    found = written("Boko Haram attacked Niger. The country closed its border.")
    assert found["The country"].country == "NER"


def test_invaders_are_spoken_of_again():
    text = "Russian guns fired at Sumy and Izium. The Ukrainian army called on the enemy to give up: 10 of them did."
    assert written(text)["them"].country == "RUS"


def test_who_spoke_last_speaks_on():
    text = "President Lula met ministers, an Ecuadorean general said. Peru will send troops by May, he said."
    assert written(text)["he"].country == "ECU"


def test_who_claims_speaks_of_itself():
    found = written("Uganda buried ten; Al-Shabaab guarantees that it killed forty.")
    assert found["it"].name == "Al-Shabaab"


def test_him_is_not_the_one_who_does_it():
    met = "Defense Secretary Robert Gates called Georgian President Mikheil Saakashvili. He urged him to wait."
    found = written(met)
    assert (found["He"].country, found["him"].country) == ("USA", "GEO")


def test_a_bloc_is_a_body_and_no_state():
    found = written("The African Union met over Gabon. The bloc suspended it.")
    assert (found["The bloc"].name, found["The bloc"].country) == ("African Union", None)
    assert written("Gabon left. The bloc urged calm.")["The bloc"].role == "IGO"


def test_three_are_spoken_of_together():
    found = written("Egypt, Sudan and Ethiopia met in Addis Ababa. The three countries agreed to meet again.")
    assert states(found["The three countries"]) == ["EGY", "SDN", "ETH"]
    assert not written("Egypt and Sudan met. The three countries agreed.")["The three countries"].members


def test_an_office_is_of_the_land_told_about_and_not_of_whom_it_addresses():
    found = written("Protesters filled Harare and Bulawayo. The speaker threatened the United Kingdom.")
    assert found["The speaker"].country == "ZWE"


def test_who_meets_his_counterpart_is_one_of_two():
    found = written("President Lula held talks with his Colombian counterpart Gustavo Petro. The two sides agreed.")
    assert states(found["The two sides"]) == ["BRA", "COL"]


def test_him_after_a_second_name_is_the_first():
    found = written("Donald Trump confirmed that he had sent ships, and Nicolas Maduro accused him of piracy.")
    assert found["him"].country == "USA"


def test_a_man_whom_only_the_page_gives_a_state_keeps_it():
    told = "Police in Harare and Mutare met General Peter Moyo. Zambia sent aid to Lusaka. Moyo refused it."
    found = written(told)
    assert found["Moyo"].country == found["General Peter Moyo"].country == "ZWE"


def test_a_titled_surname_is_whom_the_page_names_in_full():
    found = written("Minister Ojukwe's visit to Lima was put off. Kenyan Minister Alice Ojukwe fell ill.")
    assert (found["Minister Ojukwe"].name, found["Minister Ojukwe"].country) == ("Alice Ojukwe", "KEN")


def test_of_two_leaders_of_one_name_the_one_in_office_is_meant():
    text = "Dublin and Washington waited for Minister Harris."
    page = layout.read(ingest.from_text(text, published="2022-05-01"))
    named = [m for m in actors.read(page, places.read(page, []), []) if m.kind == "person"]
    assert [(m.name, m.country) for m in named] == [("Kamala Harris", "USA")]


def test_it_behind_whom_one_stands_with_is_he():
    assert written("Ghana will stand with Kenya as it rebuilds.")["it"].country == "KEN"
    assert written("Ghana warned Kenya as it sent troops.")["it"].country == "GHA"


def test_an_office_alone_is_that_of_its_holder_in_the_page():
    text = (
        "Readout of Vice President Kindiki of Kenya's Meeting with Ghana\n\nOur aim is peace. The Vice President spoke."
    )
    assert written(text)["The Vice President"].country == "KEN"


def test_them_is_not_who_acts_on_them():
    told = "Kenyan villagers fled. Ethiopian soldiers came from the hills, and the soldiers robbed them."
    assert written(told)["them"].country == "KEN"


def test_the_president_alone_is_the_leader_who_spoke_last():
    told = "Shells fell on Gaza City and Rafah. Barack Obama spoke by phone. The president voiced concern."
    assert written(told)["The president"].country == "USA"


@pytest.mark.parametrize(
    "text",
    [
        "Thailand shelled the town, while Cambodia's defence ministry said its forces had shot down a jet.",
        "Thailand shelled the town. Thailand, the army of Cambodia has claimed that its forces had shot down a jet.",
        "Thailand shelled the town, but Cambodia's navy has also admitted its forces lost a jet.",
    ],
)
def test_forces_that_a_speaker_calls_its_own_are_its(text):
    assert written(text)["its forces"].country == "KHM"


def test_a_place_in_a_name_is_not_where_people_are():
    text = "Ecuador sent troops to Quito and Loja. Police freed the hostages, Commander César Zapata said."
    assert written(text)["Police"].country == "ECU"
    text = "Syria sent troops to Homs and Aleppo. Three civilians died, the news agency SANA said."
    assert written(text)["Three civilians"].country == "SYR"


def test_a_state_that_acts_is_not_where_others_are():
    text = "Burmese troops hold Mandalay and Bago. Malaysia has urged the generals to stop."
    assert written(text)["the generals"].country == "MMR"


def test_who_is_near_a_border_is_on_this_side_of_it():
    text = "The army holds Maradi and Zinder in Niger. Rebels attacked a base near the border with Mali."
    assert written(text)["Rebels"].country == "NER"


def test_it_is_no_man_or_woman():
    text = "Indonesia's army met the rebels. They hold a New Zealand pilot. It has warned them."
    assert written(text)["It"].country == "IDN"
    text = "Kenya's delegate spoke to the council. It has lost three officers."
    assert written(text)["It"].country == "KEN"


def test_police_of_a_mission_are_of_no_state():
    found = written("Police in Ivory Coast left Abidjan and Daloa. UNOCI police are holding Laurent Gbagbo.")
    assert next(m.country for text, m in found.items() if text.startswith("UNOCI")) is None


@pytest.mark.parametrize(
    ("told", "force", "state"),
    [
        ("Nigeria plans to send two battalions.", "two battalions", "NGA"),
        ("President Idriss Déby on Friday ordered three brigades to leave.", "three brigades", "TCD"),
    ],
)
def test_forces_are_those_of_who_sends_them(told, force, state):
    found = written(f"The Liberian army fought Liberian rebels in Monrovia and Buchanan. {told}")
    assert found[force].country == state


def test_a_mission_does_not_rescue_itself():
    text = "Chadian fighters encircled 600 Chadian farmers in Abéché; peacekeepers of the mission rescued them."
    assert written(text)["them"].country == "TCD"


@pytest.mark.parametrize(
    ("text", "word", "members"),
    [
        ("Chad and Niger signed a pact in May. In July the two swapped prisoners.", "the two", ["TCD", "NER"]),
        ("President Putin spoke to Erdogan on Monday. The pair met again in Sochi.", "The pair", ["RUS", "TUR"]),
        ("Ghana and Togo traded blame. The UN urged both to stop.", "both", ["GHA", "TGO"]),
        ("Peru and Chile held talks. The duo then signed a deal.", "The duo", ["PER", "CHL"]),
        ("Their ministers, Sergei Lavrov and Hakan Fidan, met.", "Their ministers", ["RUS", "TUR"]),
    ],
)
def test_words_for_two(text: str, word: str, members: list[str]) -> None:
    assert states(written(text)[word]) == members


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Niger signed a pact. The two soldiers swapped caps.",
        "Chad and Niger signed a pact. He sent guns both to Mali and to Togo.",
    ],
)
def test_words_that_count_a_noun_are_no_two(text: str) -> None:
    assert not any(word.lower() in ("the two", "both") for word in written(text))


def test_who_spoke_yields_to_who_acted_since():
    found = written(
        "Kenya wants arms, a U.S. official said. President William Ruto gave Togo a week. He warned of a raid."
    )
    assert found["He"].country == "KEN"


def test_leaders_of_a_body_are_its_own_and_not_those_who_met():
    found = written("Prime Minister Modi met President Macron. The G7 leaders welcomed the talks.")
    leaders = found["The G7 leaders"]
    assert (leaders.role, leaders.country, states(leaders)) == ("IGO", None, [])


@pytest.mark.parametrize(
    ("text", "noun", "state"),
    [
        ("Russia watched. The Malian army and government agreed.", "government", "MLI"),
        ("Russia watched. Turkish troops and officials left.", "officials", "TUR"),
        ("Russia watched. Chad's parliament and army met.", "army", "TCD"),
    ],
)
def test_what_is_joined_to_a_body_of_a_state_is_of_it(text, noun, state):
    assert written(text)[noun].country == state


@pytest.mark.parametrize("text", ["Israeli officials and mediators met.", "Syrian rebels and soldiers fought."])
def test_those_between_states_and_against_them_are_not_joined(text):
    last = mentions(text)[-1]
    assert (last.country, last.via) != (mentions(text)[0].country, "composed")

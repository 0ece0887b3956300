"""Who can act: noun groups built from parts, the state and role of each, and what refers back."""

import pytest
from actors_reading import mentions, written
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import grows_with_length

from sitrep.mentions.actors.lexicon import parts, surnames

GROUPS = [
    (
        "Russian Security Council Secretary Sergei Shoigu left.",
        "Russian Security Council Secretary Sergei Shoigu",
        "RUS",
        "GOV",
    ),
    ("At least 40 Malian soldiers died.", "At least 40 Malian soldiers", "MLI", "MIL"),
    ("The Ethiopian Air Force bombed it.", "The Ethiopian Air Force", "ETH", "MIL"),
    ("The Houthis fired again.", "The Houthis", "YEM", "REB"),
    ("Taliban fighters entered.", "Taliban fighters", "AFG", "REB"),
    ("The commander of a Serbian brigade resigned.", "The commander of a Serbian brigade", "SRB", "MIL"),
    ("Iran's Revolutionary Guards drilled.", "Iran's Revolutionary Guards", "IRN", "MIL"),
    ("Kenyan police fired tear gas.", "Kenyan police", "KEN", "COP"),
    ("Colombian President Gustavo Petro spoke.", "Colombian President Gustavo Petro", "COL", "GOV"),
    ("UN officials protested.", "UN officials", None, "IGO"),
    ("Some 300 Riffians stormed it.", "Some 300 Riffians", "MAR", "CVL"),
    ("Tamil rebels struck.", "Tamil rebels", "LKA", "REB"),
    ("The Iraqi Kurds agreed.", "The Iraqi Kurds", "IRQ", "CVL"),
    ("Doctors Without Borders withdrew.", "Doctors Without Borders", None, "NGO"),
    (
        "Rwanda's foreign minister, Olivier Nduhungirehe, replied.",
        "Rwanda's foreign minister, Olivier Nduhungirehe",
        "RWA",
        "GOV",
    ),
    ("Philippine fishermen were rammed.", "Philippine fishermen", "PHL", "CVL"),
    ("The Israeli Supreme Court ruled.", "The Israeli Supreme Court", "ISR", "JUD"),
    ("Three North Vietnamese divisions attacked.", "Three North Vietnamese divisions", "VNM", "MIL"),
    ("Soviet troops crossed the river.", "Soviet troops", "RUS", "MIL"),
    ("The Lukashenko regime jailed him.", "The Lukashenko regime", "BLR", "GOV"),
    ("Haftar's troops took Derna.", "Haftar's troops", "LBY", "REB"),
    ("The Serbian side spoke.", "The Serbian side", "SRB", "GOV"),
    ("Two companies of a Malian regiment fled.", "Two companies of a Malian regiment", "MLI", "MIL"),
    ("THE ARMY OF NICARAGUA FIRED.", "THE ARMY OF NICARAGUA", "NIC", "MIL"),
    ("US TROOPS LANDED.", "US TROOPS", "USA", "MIL"),
    ("The West protested.", "The West", None, "IGO"),
]


@pytest.mark.parametrize(("text", "group", "country", "role"), GROUPS, ids=[g[1] for g in GROUPS])
def test_a_group_is_built_from_its_parts(text, group, country, role):
    found = written(text)
    assert group in found, list(found)
    assert (found[group].country, found[group].role) == (country, role)


def test_spellings_of_one_man_are_one_actor():
    names = {m.name for m in mentions("Zelensky left. Zelenskyy came. Volodymyr Zelenskiy spoke. Zelenski slept.")}
    assert names == {"Volodymyr Zelenskyy"}


def test_a_seat_stands_for_its_state():
    assert written("Kyiv said that Moscow had lied.")["Moscow"].country == "RUS"


@pytest.mark.parametrize(
    "text",
    ["They told us to wait.", "She may turkey-trot.", "The polish on the table shone.", "A march of time."],
)
def test_words_in_lower_case_are_no_states(text):
    assert not [m for m in mentions(text) if m.kind in ("state", "demonym", "group", "body")]


def test_compounds_speak_of_somebody_else():
    found = mentions("US-backed rebels and anti-Syrian activists marched.")
    assert not {m.country for m in found} & {"USA", "SYR"}


def test_an_adjective_is_no_actor():
    assert not written("Major cities lost civilian infrastructure.")


def test_a_part_of_a_place_is_no_state():
    assert "NER" not in {m.country for m in mentions("Militants in the Niger Delta, Nigeria, blew up a pipeline.")}


def test_a_surname_refers_back():
    found = written("General Amadou Diallo-Traoro of Guinea resigned. Later Diallo-Traoro fled.")
    assert found["Diallo-Traoro"].via == "coreference"
    assert found["Diallo-Traoro"].country == "GIN"


def test_a_short_form_in_brackets_refers_back():
    found = written("The Chadian Border Protection Force (CBPF) advanced. CBPF units stopped.")
    assert any(m.country == "TCD" for text, m in found.items() if text.startswith("CBPF"))


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Turkey shelled the town. It denied hitting homes.", "It", "TUR"),
        ("Uganda sent its troops home.", "its troops", "UGA"),
        ("President Ruto of Kenya flew home. He met ministers.", "He", "KEN"),
        ("Ethiopian soldiers withdrew. They left tanks behind.", "They", "ETH"),
    ],
)
def test_pronouns_take_the_state_of_their_antecedent(text, word, country):
    assert written(text)[word].country == country


def test_a_pronoun_points_at_its_antecedent():
    text = "The Sudanese army retreated. It blew up a bridge."
    pronoun = written(text)["It"]
    assert text[pronoun.antecedent_start : pronoun.antecedent_end] == "The Sudanese army"


def test_a_pronoun_with_nobody_before_it_stays_open():
    assert written("It rained all day.")["It"].country is None


def test_unknown_gunmen_get_no_state():
    assert written("Gunmen attacked a bus in Kabul, Afghanistan.")["Gunmen"].country is None


def test_a_body_of_several_states_gets_none():
    text = "In Beirut, Lebanon, NATO officials and al-Qaeda leaders were named."
    assert all(m.country is None for t, m in written(text).items() if "NATO" in t or "Qaeda" in t)


def test_upper_case_text_is_read():
    found = written("SALVADORAN TROOPS ATTACKED FMLN REBELS NEAR SAN MIGUEL.")
    assert {m.country for m in found.values()} == {"SLV"}


def test_lexicons_hold_the_field():
    assert parts() is parts()
    assert len(surnames()) > 900


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text):
    for actor in mentions(text):
        assert 0 <= actor.char_start < actor.char_end <= len(text)
        assert actor.char_start <= actor.head_start < actor.char_end


@pytest.mark.parametrize("piece", ["Russian ", "the army of ", "President Xi ", "it and they and ", "senior "])
def test_hostile_text_takes_steps_as_its_length(piece):
    assert grows_with_length(mentions, piece)


@pytest.mark.parametrize(
    "text", ["They took it by force.", "There was opposition to it.", "He came in person.", "The Bismarck sank."]
)
def test_phrases_that_name_nobody(text):
    assert [m for m in mentions(text) if m.kind not in ("pronoun", "state")] == []


def test_a_singular_noun_before_a_verb_acts():
    assert written("In Chad the military maintains that it won.")["the military"].role == "MIL"


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("The Interahamwe killed Tutsis.", "Tutsis"),
        ("Belarus jailed protesters.", "protesters"),
        ("Captured soldiers wept in Chad.", "Captured soldiers"),
    ],
)
def test_a_verb_is_no_part_of_a_group_behind_it(text, group):
    assert group in written(text)


@pytest.mark.parametrize("chief", ["The UN aid chief", "The EU foreign policy chief"])
def test_offices_of_bodies_are_named_with_what_they_do(chief):
    found = written(f"{chief} calls on Israel to lift the blockade.")[chief]
    assert (found.country, found.role) == (None, "IGO")


@pytest.mark.parametrize(
    ("text", "name", "country", "role"),
    [
        ("Putin allies condemned the vote.", "Putin allies", "RUS", "GOV"),
        ("A Netanyahu adviser visited Doha.", "A Netanyahu adviser", "ISR", "GOV"),
        ("Haftar loyalists left Sirte.", "Haftar loyalists", "LBY", "REB"),
        ("Vice President Josephine Lagu of South Sudan left. Lagu aides fled.", "Lagu aides", "SSD", "GOV"),
    ],
)
def test_those_called_after_a_person_are_of_his_state(text, name, country, role):
    found = written(text)[name]
    assert (found.country, found.role) == (country, role)


def test_a_short_form_is_of_whom_the_page_introduces_with_it():
    found = written("The Somali National Army (SNA) left. The SNA lost a base. SNA troops fled.")
    assert [found[name].country for name in ("The SNA", "SNA troops")] == ["SOM", "SOM"]
    assert written("The SNA shelled Afrin.")["The SNA"].country == "SYR"


def test_whose_convoy_it_is_may_be_named_again():
    found = written("Rebels shot at the convoy of Togolese President Kofi Mensah in Lome. Mensah flew to Accra.")
    assert (found["Mensah"].country, found["Mensah"].kind) == ("TGO", "person")


def test_capitals_behind_a_role_are_a_group_and_no_person():
    found = written("Juba let the paramilitary RSF leave.")["the paramilitary RSF"]
    assert (found.country, found.role, found.kind) == ("SDN", "REB", "group")


@pytest.mark.parametrize(
    "name",
    ["UN mission chief Ada Mensah", "UN rights chief Ada Mensah", "The UN humanitarian coordinator"],
)
def test_heads_of_missions_act_for_no_state(name):
    found = written(f"{name} left South Sudan.")[name]
    assert (found.country, found.role) == (None, "IGO")


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("The rebel Lord's Resistance Army", "UGA"),
        ("The militant Palestinian Islamic Jihad", "PSE"),
        ("The fundamentalist Karama (Dignity) party", "TUN"),
        ("The separatist Cabra movement", "TUN"),
    ],
)
def test_groups_are_named_behind_what_they_are(name, country):
    found = written(f"{name} said in Tunis that Tunisia would vote.")[name]
    assert (found.country, found.kind) == (country, "group")


def test_over_behind_a_verb_opens_no_group():
    assert "two men" in written("Laos handed over two men.")
    assert "over two men" in written("Laos lost over two men.")


def test_the_islamic_state_in_two_letters_is_a_group_and_no_verb():
    assert [(a.kind, a.role) for a in mentions("The raid killed 12 IS fighters.")][-1] == ("people", "REB")
    for text in ("The museum has IS-2 tanks.", "It is over.", "THE WAR IS OVER, SAYS THE MAYOR OF THE TOWN"):
        assert not any(a.kind == "group" for a in mentions(text))

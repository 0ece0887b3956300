"""Which stretches of a text name a place, and which place they mean."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from places_reading import mentions, named
from steps import grows_with_length

from sitrep.mentions.places import gazetteer
from sitrep.mentions.places.sorted_lines import SortedLines

SPELLINGS = {
    "Kyiv": "UKR",
    "Kiev": "UKR",
    "Kyyiv": "UKR",
    "Bakhmut": "UKR",
    "Artemivsk": "UKR",
    "Khan Younis": "PSE",
    "Khan Yunis": "PSE",
    "Deir Ezzor": "SYR",
    "Deir ez-Zor": "SYR",
    "El Fasher": "SDN",
    "al-Fashir": "SDN",
    "Dien Bien Phu": "VNM",
    "Nagorny Karabakh": "AZE",
    "Stalingrad": "RUS",
    "Mosul": "IRQ",
    "Srebrenica": "BIH",
    "Hodeidah": "YEM",
    "Lashkar Gah": "AFG",
    "Panmunjom": "KOR",
    "Laukkai": "MMR",
    "Mocimboa da Praia": "MOZ",
}


@pytest.mark.parametrize("name", SPELLINGS)
def test_a_spelling_finds_its_state(name):
    text = f"Heavy fighting broke out near {name} at dawn."
    assert named(text)[name][0] == SPELLINGS[name]


@pytest.mark.parametrize(
    ("text", "written", "country", "precision"),
    [
        ("Tanks moved through the Kursk region at night.", "the Kursk region", "RUS", "region"),
        ("Villages in Helmand province were shelled.", "Helmand province", "AFG", "region"),
        ("Patrols crossed into southern Lebanon.", "southern Lebanon", "LBN", "region"),
        ("The frigate sailed into the Red Sea.", "the Red Sea", None, "region"),
        ("Talks at the White House failed.", "the White House", "USA", "point"),
        ("The Soviet Union massed its armies.", "The Soviet Union", "RUS", "country"),
        ("The aid reached South Vietnam by sea.", "South Vietnam", "VNM", "country"),
        ("Rebels shelled Benghazi airport in Libya.", "Benghazi airport", "LBY", "point"),
        ("The U.S. and Iran met in Muscat.", "U.S.", "USA", "country"),
    ],
)
def test_span_state_and_precision(text, written, country, precision):
    found = named(text)
    assert written in found or written.removeprefix("The ").removeprefix("the ") in found, found
    assert (found.get(written) or found[written[4:]]) == (country, precision)


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton wore a pink dress.",
        "Jordan Henderson scored twice.",
        "Chad Smith drummed all night.",
        "The Washington Post reported a rise in prices.",
        "The Bank of Japan raised rates.",
        "The Moscow Times closed its office.",
        "Reading is fun, and the weather was nice.",
        "The striker opened fire early in the match.",
        "Some of the men had mobile phones.",
        "They told us that it was over.",
        "Ukrainian and Russian officers argued.",
        "Hamas and the Taliban issued statements.",
    ],
)
def test_no_place(text):
    assert named(text) == {}


def test_a_namesake_is_chosen_by_the_states_of_the_page():
    assert named("Syrian officers met in Tripoli, a Libyan port. Libya shut it.")["Tripoli"][0] == "LBY"
    assert named("Georgian troops left Tbilisi. Georgia asked for help.")["Georgia"][0] == "GEO"
    assert named("The American senator flew from Texas to Georgia. America voted.")["Georgia"][0] == "USA"


def test_of_towns_of_one_name_the_largest_is_meant_unless_the_page_speaks_of_another_state_alone():
    assert named("The envoys met in New York on Monday.")["New York"][0] == "USA"
    assert named("Ukrainian envoys, a US diplomat and Ukrainian lawyers met in New York.")["New York"][0] == "USA"
    assert named("Ukraine lost New York, and Ukrainian guns shelled it.")["New York"][0] == "UKR"
    assert named("The delegates flew to Tripoli.")["Tripoli"][0] == "LBY"


def test_a_small_town_of_a_state_that_is_not_named_is_no_guess():
    assert "Demydivka" not in named("The quarterly report mentions Demydivka once.")
    assert named("Ukrainian guns fired near Demydivka.")["Demydivka"] == ("UKR", "point")


def test_an_unlisted_village_takes_the_state_named_behind_it():
    found = named("Soldiers burned the village of Qarandesh in Afghanistan.")
    assert found["Qarandesh"] == ("AFG", "point")


def test_cities_carry_their_geonames_number():
    place = next(m for m in mentions("Shells hit Kharkiv on Sunday.") if m.name == "Kharkiv")
    assert place.geonames_id == 706483
    assert round(place.lat) == 50 and round(place.lon) == 36


def test_mentions_are_sorted_and_apart():
    text = "From Kabul to Kandahar, and from Herat to Mazar-i-Sharif in northern Afghanistan, roads are cut."
    found = mentions(text)
    assert all(a.char_end <= b.char_start for a, b in pairwise(found))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text):
    for place in mentions(text):
        assert 0 <= place.char_start < place.char_end <= len(text)
        assert place.precision in ("point", "region", "country")


def test_cities_are_sorted_as_they_are_searched():
    lines = list(gazetteer._cities())
    assert lines == sorted(lines)


def test_a_sorted_list_is_entered_anywhere():
    lines = SortedLines("# head\nname\na b,1\na,2\nlviv,3\nşile,4\n".encode())
    assert list(lines) == list(lines.since("")) == ["a b,1", "a,2", "lviv,3", "şile,4"]
    assert list(lines.since("a,")) == ["a,2", "lviv,3", "şile,4"]
    assert list(lines.since("m")) == ["şile,4"]
    assert list(lines.since("ş,")) == ["şile,4"]
    assert not list(lines.since("şz"))


@pytest.mark.parametrize("piece", ["San ", "Al-", "of the City of ", "Kyiv", "New York City of God and "])
def test_hostile_text_takes_steps_as_its_length(piece):
    assert grows_with_length(mentions, piece)


def test_order_of_documents_does_not_matter():
    texts = ["Fighting near Goma in Congo.", "Shells fell on Tyre in Lebanon.", "A fire in Hyderabad, Pakistan."]
    first = [named(text) for text in texts]
    order = random.Random(1).sample(range(3), 3)
    again = {i: named(texts[i]) for i in order}
    assert first == [again[i] for i in range(3)]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Shells fell on Togoga, Tigray.", "Togoga", "ETH"),
        ("Rebels in North Kivu held Nyanzale.", "Nyanzale", "COD"),
        ("British guns fired at Wireless Ridge on the Falklands.", "Wireless Ridge", "FLK"),
        ("Sudanese drones flew to Um Rimta.", "Um Rimta", "SDN"),
        ("Ukrainian guns fired at Kuzmino.", "Kuzmino", "UKR"),
    ],
)
def test_a_little_known_place_is_believed_where_the_page_speaks_of_its_country(text, name, country):
    assert named(text)[name][0] == country
    assert name not in named(f"The report spoke of {name} once.")


def test_a_capital_is_known_however_small():
    assert named("Tanks rolled into Kuwait City.")["Kuwait City"][0] == "KWT"


@pytest.mark.parametrize("name", ["Second Thomas Shoal", "the Gulf of Sidra", "Mischief Reef", "Korea"])
def test_what_lies_in_no_one_state_has_no_country(name):
    assert named(f"Chinese and Philippine ships met off {name}.")[name][0] is None


def test_a_ship_is_no_place():
    assert named("Iran sent the frigate Isfahan and the tanker Chabahar.").keys() == {"Iran"}


@pytest.mark.parametrize(
    ("text", "written", "country"),
    [
        ("Near Zarvikhova, Ukrainian guns opened fire.", "Zarvikhova", "UKR"),
        ("They crossed the Lombola River in Angola.", "the Lombola River", "AGO"),
        ("Chadian soldiers hid in the Zafari mountains.", "the Zafari mountains", "TCD"),
        ("ANGOLA: TROOPS FOUGHT NEAR THE LOMBOLA RIVER.", "THE LOMBOLA RIVER", "AGO"),
        ("A blast hit the Tolbari refugee camp near Goma.", "the Tolbari refugee camp", "COD"),
        ("Chadian rebels ambushed a convoy at Gozmar-Kutha and fled.", "Gozmar-Kutha", "TCD"),
        ("Chadian shells killed two residents of Barkadiz.", "Barkadiz", "TCD"),
        ("Two soldiers died in Warzanabad, Afghanistan.", "Warzanabad", "AFG"),
    ],
)
def test_a_text_may_itself_say_that_a_name_is_a_place(text, written, country):
    assert named(text)[written][0] == country


@pytest.mark.parametrize(
    "text",
    [
        "Ukrainians fired near Russian lines.",
        "Chadians slept near UN posts.",
        "The dam in Chad broke at noon.",
        "Chad killed two men in Operation Zarbat.",
        "The rebels attacked in Houthi-held areas of Chad.",
        "Chad keeps a museum in Barkadiz.",
    ],
)
def test_what_is_near_may_be_no_place(text):
    assert set(named(text)) <= {"Chad"}


def test_a_seat_of_government_goes_before_a_region_of_its_name():
    assert named("Miners marched on La Paz.")["La Paz"] == ("BOL", "point")
    assert named("Police in La Paz clashed with Bolivian miners.")["La Paz"] == ("BOL", "point")
    assert named("El Salvador's army left La Paz. Salvadoran rebels fled.")["La Paz"][0] == "SLV"


def test_an_unlisted_place_is_of_the_adjective_before_it() -> None:
    assert named("Rockets from Cambodia fell on the Thai province of Sisaket.")["Sisaket"] == ("THA", "point")


def test_a_building_far_from_its_namesake_is_no_place_of_that() -> None:
    found = named("Israel bombed Gaza. Three people died at Nasser hospital.")
    assert "SSD" not in {country for country, _ in found.values()}

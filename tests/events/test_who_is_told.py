"""Who does what: past asides, fronted phrases, disguises, halves of names, and whom others stand for."""

import pytest
from event_texts import acts, rows


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Hezbollah, a group that Iran arms, has killed 38 people in Haifa.", ("ASSAULT", "LBN", "ISR")),
        ("Israeli agents dressed as Palestinian doctors killed three fighters in Jenin.", ("ASSAULT", "ISR", "PSE")),
        ("Rhodesian scouts, disguised as Mozambican soldiers, attacked a camp in Zambia.", ("ASSAULT", "ZWE", "ZMB")),
        ("Without giving details, Turkey and Iraq signed an accord.", ("AGREE", "TUR", "IRQ")),
        ("In what many called a turning point, Turkey and Iraq signed an accord.", ("AGREE", "TUR", "IRQ")),
        ("Hours before a deadline, Turkey and Iraq signed an accord.", ("AGREE", "TUR", "IRQ")),
        ("Having patched up a quarrel, Mauritania and Senegal concluded an agreement.", ("AGREE", "MRT", "SEN")),
        ("Earlier in the day, Turkey and Iraq signed an accord.", ("AGREE", "TUR", "IRQ")),
        ("Mali had 200 observers left in Chad, and has expelled a Chadian envoy.", ("SANCTION", "MLI", "TCD")),
        ("India and Pakistan said they would hold talks with Nepal.", ("CONSULT", "PAK", "NPL")),
        ("The leaders of India and Pakistan said they would hold talks.", ("CONSULT", "IND", "PAK")),
        ("North and South Korea reconnected a railway.", ("COOPERATE", "PRK", "KOR")),
        ("Pyongyang warned the South against drills.", ("THREATEN", "PRK", "KOR")),
        ("Turkish forces not only hit Syria but also closed the border.", ("ASSAULT", "TUR", "SYR")),
        ("Poland reportedly armed Ukraine.", ("AID", "POL", "UKR")),
        ("Turkish forces kept striking a village in Syria.", ("ASSAULT", "TUR", "SYR")),
        ("Kenya's army chief met his counterpart in Kampala.", ("CONSULT", "KEN", "UGA")),
        ("The party collected signatures against the Lithuanian government.", ("PROTEST", "LTU", "LTU")),
        ("Five people were killed when a Russian guided bomb hit a shop in Kharkiv.", ("ASSAULT", "RUS", "UKR")),
        ("Rockets fired from Cambodia hit a shop in the Thai province of Sisaket.", ("ASSAULT", "KHM", "THA")),
        ("Thailand and Cambodia observed a ceasefire.", ("CONCEDE", "THA", "KHM")),
        ("The US called off talks with Chad and cut aid.", ("SANCTION", "USA", "TCD")),
        ("Sweden ended Swedish development programmes in Mali.", ("SANCTION", "SWE", "MLI")),
        ("Honduras declared martial law in its two biggest cities.", ("COERCE", "HND", "HND")),
        ("Turkey poured aid into Somalia.", ("AID", "TUR", "SOM")),
        ("Following Egypt's blockade of Gaza, schools closed.", ("COERCE", "EGY", "PSE")),
        ("Since the Russian attack on Kharkiv on 3 May, the government has banned exports.", ("ASSAULT", "RUS", "UKR")),
    ],
)
def test_who_does_it_and_to_whom(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The North Sea fleet sailed past South Korea.",
        "South Korea is in the North-East of Asia.",
        "North Korea attacked the south of the country.",
    ],
)
def test_half_of_a_name_is_no_state_in_the_name_of_a_place(text: str) -> None:
    assert not any(row["actor1_text"] in ("The North", "North", "the North") for row in rows(text))


def test_the_north_is_no_state_where_no_korea_is_told() -> None:
    assert "PRK" not in {row["actor2_country"] for row in rows("Mali attacked the North.")}


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Militants armed with Iranian rifles attacked Israel.", "AID"),
        ("A human rights group based in Syria condemned Russia.", "MOBILIZE"),
        ("Israeli warplanes struck five bridges over the Litani.", "PROTEST"),
        ("More than 21,000 people are still behind bars in Myanmar, the UN said.", "SUPPORT"),
        ("The head of the Ukrainian armed powers said Russia attacked Kyiv.", "AID"),
        ("An Indian official asked not to be named.", "REQUEST"),
        ("Russian troops moved on Avdiivka, Ukrainian officers conceded.", "CONCEDE"),
        ("In striking contrast to last year, Russia helped Ukraine.", "ASSAULT"),
        ("Ukrainian forces attacked Belgorod for the first time in years.", "ACCUSE"),
    ],
)
def test_what_is_no_such_act(text: str, event_type: str) -> None:
    assert event_type not in {row["event_type"] for row in rows(text)}


def test_both_do_nothing_to_themselves() -> None:
    found = acts("Abiy and Isaias turned the page on two decades of enmity between Ethiopia and Eritrea.")
    assert all(doer != patient for _, doer, patient in found)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Iran claims to be holding three Iraqi soldiers.", "holding"),
        ("Iran admitted to killing three Iraqi soldiers.", "killing"),
        ("The militia of Iran boasted of killing three Iraqi soldiers.", "killing"),
    ],
)
def test_what_somebody_claims_or_owns_up_to_is_reported(text: str, trigger: str) -> None:
    assert [row["modality"] for row in rows(text) if row["trigger"] == trigger] == ["reported"]


@pytest.mark.parametrize("phrase", ["Ahead of talks in Doha, ", "Days after a summit in Paris, "])
def test_where_others_meet_says_nothing_of_who_acts(phrase: str) -> None:
    text = "ebels in Nepal freed six policemen."
    assert acts(f"{phrase}r{text}") == acts(f"R{text}") == [("CONCEDE", "NPL", "NPL")]


def test_captions_of_counts_and_column_heads_tell_nothing() -> None:
    page = (
        "Chad and Mali fought a war in May.\n\nSoldiers killed and wounded, 5-9 May\n\n"
        "| Place | Soldiers killed | Soldiers wounded |\n|:--|--:|--:|\n| Bongor | 12 | 30 |\n| Fada | 4 | 9 |\n"
    )
    assert "killed" not in {row["trigger"] for row in rows(page)}


def test_those_who_urge_both_sides_are_none_of_them() -> None:
    found = acts("Pakistan and Afghanistan traded fire. Iran and China urged both sides to hold their fire.")
    assert ("REQUEST", "IRN", "PAK") in found
    assert ("CONCEDE", "IRN", "CHN") not in found

"""Whose the counted are where two sides fight: by the owner of the losses, the attack, the side, who tells of it."""

import pytest
from figures_reading import figures

SIDES = (
    "Ethiopia and Eritrea have been at war since May 1998. Eritrean troops hold Badme, and Ethiopian forces attacked "
    "them on Monday. Addis Ababa says that Asmara began the war; Asmara denies it. Eritrean and Ethiopian gunners "
    "traded fire for a week.\n\n"
)


def forces(text: str) -> list[str | None]:
    return [r["force_country"] for r in figures(SIDES + text) if r["char_start"] >= len(SIDES)]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("The Ethiopian minister put Eritrean losses at 309 men, five helicopters and 23 tanks.", ["ERI"] * 3),
        ("The Ethiopian defence ministry estimated Eritrean casualties at 4,000.", ["ERI"]),
        ("Ethiopian officers put the number of Eritrean dead at 1,200.", ["ERI"]),
        ("Ethiopia put its own losses at 300 dead and Eritrea's at 2,000.", ["ETH", "ERI"]),
        ("Eritrea's losses were put by Addis Ababa at 2,100 killed and 3,000 wounded.", ["ERI", "ERI"]),
        ("Asmara claims Ethiopia's toll has reached 5,000 dead.", ["ETH"]),
        ("Ethiopia mourned 28 soldiers on Friday.", ["ETH"]),
        ("Asmara returned the bodies of 19 soldiers.", ["ETH"]),
        ("About 800 soldiers deserted from the Eritrean army.", ["ERI"]),
        ("Ukraine approved the sale to Ethiopia of 50 tanks.", ["UKR"]),
        ("France agreed to sell Ethiopia 12 helicopters.", ["FRA"]),
        ("Washington pulled out a unit of around 700 soldiers from Eritrea.", ["USA"]),
        ("Ethiopia received eight Su-27s, and Russia promised six more.", [None, "RUS"]),
    ],
)
def test_whose_losses_or_arms_a_noun_names(text, countries):
    assert forces(text) == countries


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("On the Eritrean side, 45 soldiers were killed and 80 wounded.", ["ERI", "ERI"]),
        ("The UN mission said 37 civilians had perished on the Ethiopian side.", ["ETH"]),
    ],
)
def test_a_side_that_they_fell_on(text, countries):
    assert forces(text) == countries


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Two MiG-23s were shot down by the Eritreans.", ["ETH"]),
        ("Twelve soldiers died in an Eritrean air strike.", ["ETH"]),
        ("Twelve soldiers were killed by Eritrean shelling.", ["ETH"]),
        ("Eritrean shelling left 12 soldiers dead and 30 hurt.", ["ETH", "ETH"]),
        ("Forty soldiers surrendered to Eritrean forces.", ["ETH"]),
    ],
)
def test_who_attacked_is_not_who_fell(text, countries):
    assert forces(text) == countries


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Nine tanks were destroyed, the Ethiopian army said.", ["ERI"]),
        ("Asmara says that 46 soldiers were taken prisoner.", ["ETH"]),
        ("The Ethiopian army says that no aircraft was damaged.", ["ETH"]),
        ("Twelve rockets were fired at Adigrat, the Ethiopian army said.", ["ERI"]),
        ("Asmara says that six missiles were fired and that five were shot down.", ["ETH", "ETH"]),
        ("Ethiopia tracked nine warships off Assab.", ["ERI"]),
        ("President Isaias Afwerki said that 3,000 more soldiers would be sent to the front.", ["ERI"]),
        ("The Ethiopian defence ministry said that 20,000 reservists had been called up.", ["ETH"]),
        ("The Ethiopian air force said that 40 jets had bombed Massawa.", ["ETH"]),
        ("Two hundred warplanes took part, the Ethiopian air force said.", ["ETH"]),
        ("The Eritrean defence ministry said that 17 soldiers had been killed.", ["ERI"]),
    ],
)
def test_what_a_side_tells_of_is_its_own_or_its_foes(text, countries):
    assert forces(text) == countries


def test_a_part_of_others_that_is_named():
    text = "Some 20 fighters of the Syrian army were killed, nine of them Hezbollah members."
    assert [r["force_country"] for r in figures(text)] == ["SYR", "LBN"]


def test_a_question_over_a_section_names_a_side():
    text = (
        "# The war\n\nSoldiers of Ethiopia and Eritrea fight at Badme.\n\n## What has America done?\n\n"
        "- Two aircraft carriers were sent to the Red Sea\n"
    )
    assert [r["force_country"] for r in figures(text, media_type="text/markdown")] == ["USA"]


def test_a_subject_before_an_aside():
    assert forces("Eritrea, whose jets have raided the town since May, also sent two frigates to Assab.") == ["ERI"]


def test_those_whose_noun_is_left_out_are_of_the_side_before_them():
    text = "Ukraine's army struck at Russian posts. Own losses: killed 12 Ukrainian soldiers; wounded 30."
    assert forces(text) == ["UKR", "UKR"]


def test_a_heading_that_names_another_state_ends_what_was_told_of_one():
    text = "# Balance\n\n## Armenian forces\n\nArmenia's army has 40,000 men.\n\n## Baku's plans\n\n"
    first, *_, last = figures(f"{text}Three brigades stand there.\n", media_type="text/markdown")
    assert first["force_country"] == "ARM"
    assert last["force_country"] != "ARM"


def test_what_a_craft_was_built_for_is_not_whose_it_is():
    text = "The air force of Angola flies a dozen Soviet-era fighters."
    assert forces(f"{text} Its army fought the rebels.") == ["AGO"]

"""What a clause of any wording says of a count: what became of them, how large a force is, what is no count at all."""

import pytest
from figures_reading import counted

WAR = (
    "Sudan has been at war since April 2023. The Sudanese army fights the Rapid Support Forces (RSF) for Omdurman. "
    "Troops of the army shelled the paramilitaries on Monday, and soldiers died. Drones and missiles hit the city.\n\n"
)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Two missiles came down within 50 metres of the embassy.", ["2 equipment deployed"]),
        ("At least five soldiers reported killed in an ambush.", ["5+ personnel killed"]),
        ("Nine people, four of them children, were brought in dead.", ["4 civilian killed", "9 civilian killed"]),
        ("Two RSF men lost their lives.", ["2 personnel killed"]),
        ("Militiamen dragged 200 people from the hospital and shot them.", ["200 civilian killed"]),
        ("The rebels captured 14 soldiers before executing them.", ["14 personnel killed"]),
        ("Gunmen shot 26 hostages.", ["26 civilian killed"]),
        ("Thirteen people were shelled to death in the camp.", ["13 civilian killed"]),
        ("The number of the killed reached 12.", ["12 civilian killed"]),
        ("The martyrdom of 12 soldiers was announced.", ["12 personnel killed"]),
        ("Five tanks were put out of order.", ["5 equipment destroyed"]),
        ("Police took away 18.", ["18 civilian captured"]),
        ("The soldiers took 14 villagers along as human shields.", ["14 civilian captured"]),
        ("The army displayed 12 captured tanks.", ["12 equipment captured"]),
        ("Officials rounded up 40 men for the army.", ["40 personnel recruited"]),
        ("Around 260,000 people were caught in the city.", ["260000 civilian other"]),
        ("More than 100 troops torched at least 80 houses.", ["100+ personnel deployed"]),
        ("It counts 815 prisoners, among them 80 soldiers.", ["80 personnel captured", "815 personnel captured"]),
        ("They traded captives on Friday, when 185 servicemen came home.", ["185 personnel released"]),
        ("Thousands deserted the army; 270 of them fled.", ["2000+ personnel deserted", "270 personnel deserted"]),
        ("Some 19 drones flew in; jets killed four of them.", ["19 equipment deployed", "4 equipment destroyed"]),
    ],
)  # fmt: skip
def test_what_became_of_them(text, rows):
    assert counted(WAR + text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("The regular armed forces are put at about 123,000.", ["123000 personnel strength"]),
        ("Finland can assemble 280,000 soldiers in wartime.", ["280000 personnel strength"]),
        ("Taiwan could allegedly call up 1.66 million reservists.", ["1660000 personnel strength"]),
        ("Russia moved an army corps to Karelia.", ["1 formation deployed"]),
        ("Germany sent a detachment of 200 soldiers to Lithuania.", ["200 personnel deployed"]),
        ("Around 500 US trainers were on the island.", ["500 personnel deployed"]),
    ],
)
def test_the_size_of_a_force(text, rows):
    assert counted(WAR + text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "In July the two swapped prisoners.",
        "The two governments exchanged prisoners in December.",
        "Mediators handed both sides the draft of a three-month humanitarian truce.",
        "An air strike hit a drone workshop south of the city.",
        "State TV spoke of a technical fault.",
        "Some 160,000 Filipinos work on the island.",
    ],
)
def test_no_counts_of_forces_or_victims(text):
    assert counted(WAR + text) == []


def test_what_a_strike_was_on_did_nothing():
    assert counted(WAR + "A strike on a speedboat killed 11 people.") == ["11 civilian killed"]

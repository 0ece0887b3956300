"""Whose the counted are, and where, when several states are told of: by the land, the clause and who acts in it."""

import pytest
from figures_reading import figures

ABROAD = (
    "Russia and Mali signed a pact. Russian officers train the Malian army, and Russian jets bombed rebels in Mali; "
    "Malian and Russian troops hold Kidal, which Russian drones watch.\n\n"
)


def forces(text: str, before: str = ABROAD) -> list[str | None]:
    return [r["force_country"] for r in figures(before + text) if r["char_start"] >= len(before)]


def places(text: str) -> list[str | None]:
    return [r["place_country"] for r in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Burkina Faso, JNIM fighters stormed a camp in Djibo, killing at least 60 soldiers.", ["BFA"]),
        ("In Burundi, RED-Tabara rebels attacked a post near Gatumba and wounded nine soldiers.", ["BDI"]),
        ("Cameroonian rebels ambushed a patrol near Bamenda, killing 12 soldiers.", ["CMR"]),
        ("JNIM killed 17 Malian soldiers and three members of Russia's Africa Corps who led them.", ["MLI", "RUS"]),
        ("The Malian army, urged on by its Russian advisers, sent four battalions.", ["MLI"]),
        ("Chad deployed 90 men; Niger answered by flying in a battalion.", ["TCD", "NER"]),
        ("Chad, which had stationed a garrison of 900 there, left.", ["TCD"]),
        ("On Monday, after five soldiers were hurt by a landmine, Niger recalled its ambassador.", ["NER"]),
        ("Mali has asked for 40 tanks from Algeria.", ["MLI"]),
        ("Niger's general stated on 6 November that Chad recruits roughly 900 fighters a month.", ["TCD"]),
        ("Niger's general said that Chad sent 900 soldiers home.", ["TCD"]),
        ("Rebels of Niger stormed Tera in western Niger and freed more than 500 inmates.", ["NER"]),
        ("Chad invaded Niger on Monday. About 600 commandos came ashore near Bosso.", ["TCD"]),
        ("About 40 Chadian soldiers, supported by three tanks, crossed the border.", ["TCD", "TCD"]),
        ("The mission has 13,998 troops in the north.", [None]),
    ],
)  # fmt: skip
def test_whose(text, expected):
    assert forces(text) == expected


def test_forces_on_the_land_of_a_territory_are_of_the_state_that_acts_for_it():
    text = "Argentina attacked again. An Argentine jet hit a ship off the Falkland Islands and killed 20 sailors."
    assert forces(text, "") == ["GBR", "GBR"]


def test_a_state_torn_by_rebels_fights_them():
    before = (
        "Rebels hold the north of Mali. Malian rebels and JNIM fighters told Russia to leave. JNIM burned lorries.\n\n"
    )
    assert forces("Near Kayes the Malian army destroyed 40 motorcycles.", before) == ["MLI"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two signed an accord under which Turkey will deliver 30 armoured vehicles.", None),
        ("In a raid on the Bekaa valley on Nov 6, Israeli jets hit a shop, and five people were killed.", "LBN"),
        ("Around them China keeps some 20 warships.", None),
        ("The Pentagon has delivered 44 armoured vehicles, but in February Washington froze the aid.", None),
        ("Norway sent 70 soldiers in February and Guatemala 150 military policemen in January.", None),
        ("Five days of fighting left 48 soldiers dead before the sides agreed to a ceasefire in Malaysia.", None),
        ("A bomb wounded nine soldiers before dawn in Kano.", "NGA"),
        ("A mine killed nine soldiers when it went off in Kano.", "NGA"),
        ("Tehran has requested 24 warplanes from Moscow.", None),
        ("Germany flew 40 diplomats to Doha and plans to send 300 paratroopers.", None),
        ("The truce was brokered by Qatar and Egypt. Twelve soldiers were killed.", None),
        ("M23 took Goma in January and Bukavu in February. Some 900 soldiers died.", "COD"),
        ("A raid killed nine soldiers in Tyre. Turkey arrested seven suspected spies.", None),
        ("A raid killed nine soldiers in Tyre. Troops arrested seven suspected spies.", "LBN"),
    ],
)
def test_where(text, expected):
    assert places(text)[-1] == expected

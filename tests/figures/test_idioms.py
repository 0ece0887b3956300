"""What idioms of the press say of those counted: verbs of several words, denials, wounds and second participles."""

import pytest
from figures_reading import counted, figures

_WAR = " The war went on."


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Some 9,000 reservists were summoned to the colours.", "9000 personnel recruited"),
        ("The junta press-ganged 300 youths into its militia.", "300 personnel recruited"),
        ("Sixty soldiers received their call-up papers.", "60 personnel recruited"),
        ("Two hundred guards rotated out in May.", "200 personnel withdrawn"),
        ("The last 60 legionnaires rolled out of the base.", "60 personnel withdrawn"),
        ("Ninety soldiers threw up their hands.", "90 personnel surrendered"),
        ("Thirty conscripts shed their uniforms.", "30 personnel deserted"),
        ("Thirty conscripts threw in their lot with the rebels.", "30 personnel deserted"),
        ("Forty pilots earned their wings in March.", "40 personnel trained"),
        ("Norway put 80 recruits through basic training.", "80 personnel trained"),
        ("Six hundred marines embarked for the gulf.", "600 personnel reinforcing"),
        ("Seven sappers were mown down by machine guns.", "7 personnel killed"),
        ("Seven sappers paid the supreme price.", "7 personnel killed"),
        ("Thirteen insurgents were sent to their graves.", "13 personnel killed"),
        ("The raid led to the neutralisation of 40 terrorists.", "40 personnel killed"),
        ("Seven sappers needed stitches.", "7 personnel wounded"),
        ("Seven sappers were airlifted to a hospital.", "7 personnel wounded"),
        ("Seven sappers were hauled off to jail.", "7 personnel captured"),
        ("Seven sappers regained their freedom.", "7 personnel released"),
        ("The gunners brewed up five tanks.", "5 equipment destroyed"),
        ("The gunners swatted nine drones out of the sky.", "9 equipment destroyed"),
        ("The rebels drove off with three lorries.", "3 equipment captured"),
        ("Five tanks were reduced to scrap.", "5 equipment destroyed"),
    ],
)
def test_idioms_tell_the_role(text: str, row: str) -> None:
    assert counted(text + _WAR) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Eleven soldiers did not survive.", "11 personnel killed"),
        ("Eleven soldiers have not been found.", "11 personnel missing"),
        ("Eleven soldiers were never seen again.", "11 personnel missing"),
        ("Eleven jets never came back.", "11 equipment destroyed"),
        ("Eleven jets failed to return.", "11 equipment destroyed"),
        ("Eleven soldiers came back.", "11 personnel withdrawn"),
    ],
)
def test_what_is_denied_of_them_tells_their_fate(text: str, row: str) -> None:
    assert counted(text + _WAR) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Four guards escaped with light injuries.", "4 personnel wounded"),
        ("Four guards were evacuated with shrapnel wounds.", "4 personnel wounded"),
        ("Four guards escaped with their rifles.", "4 personnel withdrawn"),
        ("Four guards died with wounds to the head.", "4 personnel killed"),
    ],
)
def test_wounds_that_they_came_away_with(text: str, row: str) -> None:
    assert counted(text + _WAR) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Nine scouts were ambushed and captured.", "9 personnel captured"),
        ("Nine scouts were relieved and sent home.", "9 personnel withdrawn"),
        ("Nine scouts were captured and executed.", "9 personnel killed"),
        ("Nine scouts were killed and buried.", "9 personnel killed"),
    ],
)
def test_the_second_participle_tells_the_end(text: str, row: str) -> None:
    assert counted(text + _WAR) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Nine scouts were badly burned.", "9 personnel wounded"),
        ("Nine scouts were burned alive.", "9 personnel killed"),
        ("Nine tanks were burned.", "9 equipment destroyed"),
        ("Frostbite disabled 700 soldiers.", "700 personnel wounded"),
        ("The gunners bagged two bombers.", "2 equipment destroyed"),
        ("The rebels bagged two soldiers.", "2 personnel captured"),
    ],
)
def test_people_and_arms_fare_differently(text: str, row: str) -> None:
    assert counted(text + _WAR) == [row]


def test_a_new_subject_behind_a_comma_opens_another_clause() -> None:
    text = "Machar fled the city with 300 fighters, and Kiir sacked him as deputy in July."
    assert counted(text + _WAR) == ["300 personnel withdrawn"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Oman has sent 400 men, and another 600 are to follow by May.",
            ["400 personnel deployed", "600 personnel reinforcing"],
        ),
        (
            "Ninety guards landed, bringing to 360 the number of guards sent there.",
            ["360 personnel deployed", "90 personnel deployed"],
        ),
        ("Casualties, the army admitted, came to 3,400.", ["3400 personnel casualties"]),
        (
            "Russian losses over the past day: tanks - 8; howitzers - 31.",
            ["31 equipment destroyed", "8 equipment destroyed"],
        ),
        ("Three Chinese engineers were among those seized by the rebels.", ["3 civilian captured"]),
        ("Two teachers held in Sirte since May walked free.", ["2 civilian released"]),
        ("That is much for an army of 12,000.", ["12000 personnel strength"]),
        ("They wiped out a garrison of 300.", ["300 personnel killed"]),
        ("Fewer than 900 soldiers remain.", ["<900 personnel strength"]),
        ("Fewer than 900 soldiers remain in Sirte.", ["<900 personnel deployed"]),
        ("Up to 60 rockets stay in its storehouses.", ["<60 equipment strength"]),
        ("Some 40 Viet Minh were killed.", ["40 personnel killed"]),
        ("Some 40 Viet Minh positions were bombed.", []),
        ("Air defence crews brought down at least 50 of them.", ["50+ equipment destroyed"]),
        ("The fort fell at a cost of 70 soldiers killed.", ["70 personnel killed"]),
        (
            "The admiral ordered two warships with 300 marines on board to the coast.",
            ["2 equipment reinforcing", "300 personnel reinforcing"],
        ),
    ],
)
def test_what_other_clauses_tell(text: str, rows: list[str]) -> None:
    war = " The war goes on. The artillery shelled trenches and barracks on the front line, and a ceasefire is far off."
    assert counted(text + war) == rows


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Gunmen killed four Pakistani constables and hurt nine.", "PAK"),
        ("Clashes in Karabakh cost Armenia 105 servicemen.", "ARM"),
        ("Russia fired 40 drones and 17 missiles at Ukraine; 29 of the drones were downed.", "RUS"),
        ("A consignment of 5,000 rifles from Bulgaria reached the port.", "BGR"),
    ],
)
def test_whose_the_last_counted_are(text: str, country: str) -> None:
    assert figures(text + _WAR)[-1]["force_country"] == country


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Thirty of the 52 Belgian jets are to go to Ukraine.", ["30 equipment supplied", "52 equipment supplied"]),
        ("Forty tanks arrived from Poland.", ["40 equipment supplied"]),
        ("Forty tanks were transferred to Chad.", ["40 equipment supplied"]),
        ("Forty tanks were moved to the river.", ["40 equipment deployed"]),
        ("Twelve hostages will go free in return for 90 prisoners.", ["12 civilian released", "90 civilian released"]),
        ("In a week the number of deserters trebled to 3,600.", ["3600 personnel deserted"]),
        (
            "The Senegalese lost three men in the firefight and the rebels nine.",
            ["3 personnel killed", "9 personnel killed"],
        ),
        (
            "Vietnam's losses have been put at 30,000 killed, China's at 26,000.",
            ["26000 personnel killed", "30000 personnel killed"],
        ),
        (
            "Poland, which has 10,000 soldiers on the border, will add 5,000.",
            ["10000 personnel deployed", "5000 personnel reinforcing"],
        ),
        ("The council has 15 members.", []),
        ("The guard has 6,000 members.", ["6000 personnel strength"]),
    ],
)
def test_what_is_given_compared_and_added(text: str, rows: list[str]) -> None:
    war = " The war goes on. The artillery shelled trenches and barracks on the front line, and a ceasefire is far off."
    assert counted(text + war) == rows


def test_whose_they_are_with_whom_a_sentence_opens_and_from_whom_arms_are_taken() -> None:
    assert figures("With 900 soldiers the Chadians attacked at dawn." + _WAR)[0]["force_country"] == "TCD"
    assert figures("Twelve howitzers were captured from the Iraqis." + _WAR)[0]["force_country"] == "IRQ"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The mission has 9,000 troops, its largest contingents being those of Ghana (2,600) and Nepal (1,400).",
            ["1400 personnel deployed", "2600 personnel deployed", "9000 personnel strength"],
        ),
        (
            "Of the 5,900 who served in the brigades 990 died.",
            ["5900 personnel deployed", "990 personnel killed"],
        ),
        ("Residents said that soldiers shot 27 men in the village.", ["27 civilian killed"]),
        ("The general said that soldiers had shot 27 rebels.", ["27 personnel killed"]),
        ("On the friendly side we deplore 3 dead and 8 wounded.", ["3 personnel killed", "8 personnel wounded"]),
        ("Denmark will train 120 more Chadian mechanics.", ["120 personnel trained"]),
        ("They put hand on nine motorcycles of the terrorists.", ["9 equipment captured"]),
        ("The battle began with 900 Italians strung out over ten posts.", ["900 personnel deployed"]),
        (
            "The council cut the force to 7,000 soldiers; the general had asked for 9,000.",
            ["7000 personnel strength", "9000 personnel requested"],
        ),
    ],
)
def test_contributors_neighbours_and_own_sides(text: str, rows: list[str]) -> None:
    war = " The war goes on. The artillery shelled trenches and barracks on the front line, and a ceasefire is far off."
    assert counted(text + war) == rows


def test_a_history_of_trenches_and_regiments_tells_of_war() -> None:
    text = "The regiments left their trenches. In July the fort had 34,000 men, and the besiegers 400 howitzers."
    assert "34000 personnel strength" in counted(text)
    assert "34000 personnel strength" not in counted("In July the club had 34,000 men on its books.")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The siege cost Japan 7,700 casualties and Russia some 3,100.",
            ["3100 personnel casualties", "7700 personnel casualties"],
        ),
        ("Four battleships lay on the bottom of the harbour.", ["4 equipment destroyed"]),
        ("The rebels turned in 900 rifles and 14 mortars.", ["14 equipment surrendered", "900 equipment surrendered"]),
        (
            "It said that 54 soldiers had died and that it had freed three who had been held.",
            ["3 personnel released", "54 personnel killed"],
        ),
        ("Colombo has 12,000 soldiers in the peninsula.", ["12000 personnel deployed"]),
        ("Still needed, by Kyiv's count: 10 howitzers.", ["10 equipment requested"]),
    ],
)
def test_what_is_lost_yielded_and_lacked(text: str, rows: list[str]) -> None:
    war = "The war goes on. The artillery shelled trenches and barracks on the front line, and a ceasefire is far off. "
    assert counted(war + text) == rows


def test_a_title_over_a_list_tells_what_is_given() -> None:
    text = "Military aid to Chad since January\n\n- Oman: 14 howitzers and 60 drones\n- Kenya: 96 tanks\n"
    assert counted(text) == ["14 equipment supplied", "60 equipment supplied", "96 equipment supplied"]

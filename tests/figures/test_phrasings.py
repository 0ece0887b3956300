"""What newsrooms, ministries and historians say of a count in other words than a verb with its object."""

import pytest
from figures_reading import figures

_WAR = (
    "\n\nThe war goes on. Soldiers, rebels, artillery and drones are named by the defence ministry; no ceasefire holds."
)


def _told(text: str) -> list[tuple]:
    return [(r["quote"], r["unit_kind"], r["role"]) for r in figures(text + _WAR) if r["char_start"] < len(text)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # The whole and its part.
        ("Of 57 drones, 41 were brought down.", [("57", "equipment", "deployed"), ("41", "equipment", "destroyed")]),
        (
            "Kenya will withdraw 230 of its roughly 700 police officers.",
            [("230", "personnel", "withdrawn"), ("roughly 700", "personnel", "strength")],
        ),
        (
            "The army got the first six of 40 tanks.",
            [("six", "equipment", "supplied"), ("40", "equipment", "supplied")],
        ),
        ("They handed over not a single one of the 90 jihadists who shelter there.", [("90", "personnel", "deployed")]),
        ("All but two of the missiles were shot down.", []),
        (
            "Nine of the ten hostages came home.",
            [("Nine", "civilian", "released"), ("ten", "civilian", "captured")],
        ),
        # What is told at the end of a list, or once for two nations.
        (
            "Clashes left six rebels and two soldiers dead.",
            [("six", "personnel", "killed"), ("two", "personnel", "killed")],
        ),
        (
            "They agreed on the release of 700 Bolivian and 250 Paraguayan prisoners.",
            [("700", "personnel", "released"), ("250", "personnel", "released")],
        ),
        # Where the count stands behind its verb or its label.
        ("Among the fallen were three captains.", [("three", "personnel", "killed")]),
        ("Inside the fort were only 619 Bolivians.", [("619", "personnel", "deployed")]),
        (
            "Personnel: 165 killed; wounded, more than 280.",
            [("165", "personnel", "killed"), ("more than 280", "personnel", "wounded")],
        ),
        # The size of a force.
        ("The group numbers some 800 fighters.", [("some 800", "personnel", "strength")]),
        ("Chad can muster 42,000 soldiers.", [("42,000", "personnel", "strength")]),
        ("The treaty capped the army at 60,000 men.", [("60,000", "personnel", "strength")]),
        (
            "The rebels have grown from a few hundred men to 5,000.",
            [("a few hundred", "personnel", "strength"), ("5,000", "personnel", "strength")],
        ),
        ("The coast guard, whose 350 men patrol the shore, was praised.", [("350", "personnel", "strength")]),
        # Arms given, and men on their way.
        ("Oslo has approved 66 fighter jets for Chad.", [("66", "equipment", "supplied")]),
        ("A letter of intent was signed for up to 15 howitzers.", [("up to 15", "equipment", "supplied")]),
        ("So far six of the promised tanks have arrived.", [("six", "equipment", "supplied")]),
        ("Reinforcements of 400 men arrived on Tuesday.", [("400", "personnel", "deployed")]),
        (
            "The corps has been ordered to send one battalion and six armoured vehicles to Surin.",
            [("one", "formation", "reinforcing"), ("six", "equipment", "reinforcing")],
        ),
        (
            "About 800 soldiers crossed into Burundi, where they were disarmed.",
            [("About 800", "personnel", "withdrawn")],
        ),
        ("All 150 instructors will be gone by May.", [("150", "personnel", "withdrawn")]),
        ("The autumn draft brought in 135,000 men.", [("135,000", "personnel", "recruited")]),
        ("No Thai soldier is in Cambodian hands.", [("No", "personnel", "captured")]),
        # A line that opens with its number, a label, and what was ordered for a date.
        ("6: the soldiers whom Nigeria lost in an ambush.", [("6", "personnel", "killed")]),
        ("1,300: the drones that Ukraine says it intercepted.", [("1,300", "equipment", "destroyed")]),
        (
            "They signed a letter of intent on 17 May for eight SAMP/T systems and 40 guns, none of which will come.",
            [("eight", "equipment", "supplied"), ("40", "equipment", "supplied")],
        ),
        (
            "Ukraine needs 128 F-16s; it has been promised 85.",
            [("128", "equipment", "requested"), ("85", "equipment", "supplied")],
        ),
        (
            "The mission has 1,000 officers, well short of the 2,500 that had been promised.",
            [("1,000", "personnel", "strength"), ("short of the 2,500", "personnel", "reinforcing")],
        ),
        # Names and compounds are no verbs.
        (
            "Kyiv committed the 225th Assault Regiment and a tank battalion.",
            [("a tank battalion", "formation", "deployed")],
        ),
        ("Hundreds of people rallied in the Kurdish-held city.", []),
        ("Two Su-25 attack jets collided.", [("Two", "equipment", "destroyed")]),
        ("His men, never more than 2,000, harried the convoys.", [("never more than 2,000", "personnel", "strength")]),
        ("Mutineers shot their colonel and 14 other officers.", [("14", "personnel", "killed")]),
        ("Two of the kidnapped priests were released.", [("Two", "civilian", "released")]),
        ("A French frigate rescued 18 sailors.", []),
        ("It was said that militiamen shot at least 82 villagers.", [("at least 82", "civilian", "killed")]),
        ("Four youths in a pickup shot at the policemen.", []),
        # What sums up, what is to be, what they are whom one did something for.
        (
            "Chad will send two police units, 320 officers in all.",
            [("two", "formation", "reinforcing"), ("320", "personnel", "reinforcing")],
        ),
        ("The Council authorised a force of up to 5,550 soldiers.", [("up to 5,550", "personnel", "strength")]),
        ("They sheltered 1,200 soldiers who had laid down their arms.", [("1,200", "personnel", "surrendered")]),
        ("Oslo will replace the two Patriots that it handed over.", [("two", "equipment", "supplied")]),
        ("Taipei is waiting for 66 F-16s.", [("66", "equipment", "supplied")]),
        ("Soldiers rounded up some 300 men and boys.", [("some 300", "civilian", "captured")]),
        ("The dead rose to 52 and the wounded to 119.", [("52", "civilian", "killed"), ("119", "civilian", "wounded")]),
        ("We have lost 1,904 of our finest sons.", [("1,904", "personnel", "killed")]),
        (
            "Turkey will pull 1,000 of its 2,500 soldiers out of Iraq.",
            [("1,000", "personnel", "withdrawn"), ("2,500", "personnel", "strength")],
        ),
        (
            "Some 2,000 soldiers withdrew from the pass with 150 vehicles.",
            [("Some 2,000", "personnel", "withdrawn"), ("150", "equipment", "withdrawn")],
        ),
        ("By August the last 2,500 soldiers had gone.", [("2,500", "personnel", "withdrawn")]),
        ("Troops freed 18 hostages held by dissidents.", [("18", "civilian", "released")]),
        (
            "Washington has eight warships, a submarine and ten F-35s in the Gulf.",
            [
                ("eight", "equipment", "deployed"),
                ("a submarine", "equipment", "deployed"),
                ("ten", "equipment", "deployed"),
            ],
        ),
        # How many they are whom an army lost.
        ("The group said it lost 62 fighters.", [("62", "personnel", "killed")]),
        (
            "Overnight the enemy lost 62 fighters, four mortars and a tank.",
            [
                ("62", "personnel", "casualties"),
                ("four", "equipment", "destroyed"),
                ("a tank", "equipment", "destroyed"),
            ],
        ),
    ],
)
def test_what_is_told_of_a_count(text: str, rows: list[tuple]) -> None:
    assert _told(text) == rows


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The defence ministry admitted 29 dead.", ["personnel"]),
        ("A hospital counted 27 wounded.", ["civilian"]),
        ("A hospital reported two more dead.", ["civilian"]),
        ("A colonel put the Cambodian dead at a hundred.", ["personnel"]),
        ("The strike on the barracks killed 22.", ["personnel"]),
        ("The strike on the market killed 22.", ["civilian"]),
        ("Casualties: 4 KIA, 11 WIA.", ["personnel", "personnel"]),
        ("We mourn 23 of our sons.", ["personnel"]),
        ("The town cost the invaders 20,000 dead.", ["personnel"]),
        ("The 600 who held the pass were cut down.", ["personnel"]),
        ("Gunmen mortared the base. Nine Ethiopians died.", ["personnel"]),
        ("The enemy left 57 dead on the field.", ["personnel"]),
        ("The price was 420,000 British and 200,000 French casualties.", ["personnel", "personnel"]),
        ("They destroyed manpower of the enemy, up to 60 people.", ["personnel"]),
        ("Twenty Indian soldiers and four Chinese died in the brawl.", ["personnel", "personnel"]),
        ("Officials said that 300 Taliban men had been killed.", ["personnel"]),
        ("The army killed 19 in an air raid on a jihadist base.", ["personnel"]),
        ("A convoy of the army drove into an ambush. Seventeen died.", ["personnel"]),
        ("The rebels ambushed a patrol near Goma. They killed seven.", ["personnel"]),
        ("They stormed the town at dawn, and some 20 of them died.", ["personnel"]),
        ("Some 570 Bolivians and 360 Paraguayans had died.", ["personnel", "personnel"]),
        ("By nightfall 300 Frenchmen lay dead before the redoubt.", ["personnel"]),
        ("Israeli fire killed 35 Palestinians, medics said.", ["civilian"]),
        ("Talks on the exchange of 1,200 detainees go on.", ["personnel"]),
    ],
)
def test_who_the_harmed_are(text: str, kinds: list[str]) -> None:
    assert [kind for _, kind, _ in _told(text)] == kinds


def test_a_table_of_deaths_tells_of_those_its_columns_name() -> None:
    table = "<tr><th>Place</th><th>Civilians</th><th>Soldiers</th></tr><tr><td>Maqsoud</td><td>4</td><td>1</td></tr>"
    text = f"<p>The army fought.</p><table><caption>Deaths in Aleppo, 1-7 October</caption>{table}</table><p>{_WAR}</p>"
    rows = figures(text, media_type="text/html")
    assert [(r["quote"], r["unit_kind"], r["role"]) for r in rows] == [
        ("4", "civilian", "killed"),
        ("1", "personnel", "killed"),
    ]


def test_a_number_that_opens_inside_the_last_word_of_its_sentence_is_none() -> None:
    assert figures("The island maintains [[150,000 to 170,000]] personnel." + _WAR) is not None


def test_what_an_army_lost_heads_a_list_more_than_what_it_is_called() -> None:
    text = f"Equipment lost by the Armed Forces:\n\n- tanks: 4\n- artillery pieces: 9\n\n{_WAR}"
    assert [(r["best"], r["role"]) for r in figures(text)][:2] == [(4, "destroyed"), (9, "destroyed")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Nine soldiers were in critical condition.", "wounded"),
        ("The army lost contact with a patrol of 12 soldiers.", "missing"),
    ],
)
def test_whose_state_is_told_by_a_phrase(text: str, role: str) -> None:
    assert [r["role"] for r in figures(text)] == [role]

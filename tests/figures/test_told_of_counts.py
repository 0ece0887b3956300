"""What sentences of wires, bulletins and histories say of those they count: each was once read wrongly."""

import pytest
from figures_reading import counted

_WAR = (
    "The war goes on. The army, the rebels and the troops of both sides fight with artillery, tanks and missiles.\n\n"
)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Killed in the clash: 7 fighters.", ["7 personnel killed"]),
        ("The guerrillas acknowledged five deaths.", ["5 personnel killed"]),
        ("Twelve soldiers were killed, as were 30 rebels.", ["12 personnel killed", "30 personnel killed"]),
        ("Twelve soldiers died and so did 30 rebels.", ["12 personnel killed", "30 personnel killed"]),
        ("Two soldiers were shot in the leg.", ["2 personnel wounded"]),
        ("Three soldiers received minor injuries.", ["3 personnel wounded"]),
        ("A boy was hit in the arm by shrapnel.", ["1 civilian wounded"]),
        ("A teacher was shot in the stomach and survived.", ["1 civilian wounded"]),
        ("A reporter suffered a head wound.", ["1 civilian wounded"]),
        ("The air force wrote off nine fighters.", ["9 equipment destroyed"]),
        ("Two divisions were wiped out at the river.", ["2 formation destroyed"]),
        ("The enemy lost three brigades.", ["3 formation destroyed"]),
        ("A whole regiment was annihilated.", ["1 formation destroyed"]),
        ("He was seized with five of his men.", ["5 personnel captured"]),
        ("150 prisoners made, of whom three commanders.", ["150 personnel captured", "3 personnel captured"]),
        ("They captured a general and his staff of nine.", ["1 personnel captured", "9 personnel captured"]),
        ("Two heavy mortars and a machine gun seized.", ["1 equipment captured", "2 equipment captured"]),
        ("Two pickups and a bulldozer were taken from the enemy.", ["1 equipment captured", "2 equipment captured"]),
        ("A cache of 120 rockets was found.", ["120 equipment captured"]),
        ("Among the spoils were nine howitzers.", ["9 equipment captured"]),
        (
            "Weapons seized: 14 assault rifles, 3 grenade launchers, 1 pickup.",
            ["1 equipment captured", "14 equipment captured", "3 equipment captured"],
        ),
        ("Soldiers unearthed a stash of 60 grenades.", ["60 equipment captured"]),
        ("Contact has been lost with 17 servicemen.", ["17 personnel missing"]),
        ("Contact was lost with two platoons.", ["2 formation missing"]),
        ("1,100 soldiers are listed as missing in action.", ["1100 personnel missing"]),
        ("A company of border guards capitulated.", ["1 formation surrendered"]),
        ("The last 40 holdouts came out with their hands up.", ["40 personnel surrendered"]),
        ("Some 1,700 men of the 155th Brigade went absent without leave.", ["1700 personnel deserted"]),
        ("Ninety-five soldiers came home in the swap.", ["95 personnel released"]),
        ("Two captive engineers were handed to the Red Cross.", ["2 civilian released"]),
        ("The valley is held by 600 militiamen.", ["600 personnel deployed"]),
        ("Two Antonovs bombed the village.", ["2 equipment deployed"]),
        ("Rebels advanced in 30 pickups.", ["30 equipment deployed"]),
        ("Another 600 Kenyans are due to arrive on Saturday.", ["600 personnel reinforcing"]),
        ("The deployment of 2,500 police is expected in January.", ["2500 personnel reinforcing"]),
        ("Kenya suspended the deployment of 1,000 officers.", ["1000 personnel reinforcing"]),
        ("Some 3,000 Rwandan soldiers are expected next week.", ["3000 personnel reinforcing"]),
        ("Two hundred marines are headed for the embassy.", ["200 personnel reinforcing"]),
        ("A vanguard of 100 gendarmes has yet to arrive.", ["100 personnel reinforcing"]),
        ("India will reinforce the mission with a battalion.", ["1 formation reinforcing"]),
        ("The arrival of two more brigades is expected.", ["2 formation reinforcing"]),
        ("The army will be strengthened by three brigades.", ["3 formation reinforcing"]),
        ("A thousand volunteers joined the brigade.", ["1000 personnel recruited"]),
        ("The autumn draft covers 135,000 men.", ["135000 personnel recruited"]),
        ("Kyiv is forming 10 new brigades.", ["10 formation recruited"]),
        ("Ten pilots are learning to fly the F-16 in Denmark.", ["10 personnel trained"]),
        ("Forty howitzers were handed over.", ["40 equipment supplied"]),
        ("Egypt ordered 30 Rafale fighters.", ["30 equipment supplied"]),
        ("Diplomats put the Janjaweed at up to 20,000.", ["<20000 personnel strength"]),
        ("The rebels took up arms with 3,000 to 4,000 men.", ["3000-4000 personnel strength"]),
        ("Two former officers were sentenced to death.", ["2 personnel other"]),
        ("The king decorated nine pilots.", ["9 personnel other"]),
        ("Some 200 men rallied outside the ministry to demand arms.", ["200 civilian other"]),
        ("Two sabotage groups were eliminated near the canal.", ["2 formation destroyed"]),
        ("We deplore the death of three of our heroes.", ["3 personnel killed"]),
        (
            "The representative of Pakistan said that 158 of its peacekeepers had made the supreme sacrifice.",
            ["158 personnel killed"],
        ),
        (
            "The Council extended the mandate of the Mission and its ceiling of 11,500 military personnel.",
            ["11500 personnel strength"],
        ),
        (
            "The military plans to raise the number of brigades from 12 to 17.",
            ["12 formation strength", "17 formation strength"],
        ),
        (
            "Of the 40,000 men who crossed the Niemen, fewer than 5,000 returned.",
            ["40000 personnel deployed", "<5000 personnel withdrawn"],
        ),
        ("The Austrians left 12,000 dead on the field.", ["12000 personnel killed"]),
        ("A relief column of 3,000 men was cut to pieces.", ["3000 personnel killed"]),
        ("The siege cost the Japanese 57,000 men.", ["57000 personnel killed"]),
        ("An assault wounded 8 cops.", ["8 personnel wounded"]),
        ("The French camp has turned out 3,000 soldiers since 2019.", ["3000 personnel trained"]),
        ("More than 10,000 soldiers have passed through the school.", ["10000+ personnel trained"]),
        ("Hundreds of Syrians signed on as mercenaries.", ["200+ personnel recruited"]),
        ("Six officers have been charged with treason.", ["6 personnel other"]),
        ("A colonel and two majors were promoted.", ["2 personnel other"]),
        ("The peacekeepers number 1,250 and patrol the valley.", ["1250 personnel strength"]),
        ("The army's 12,000 men are badly paid.", ["12000 personnel strength"]),
        ("The second half of the contingent, some 400 soldiers, is due in May.", ["400 personnel reinforcing"]),
        ("Reinforcements of up to 3,000 men are being assembled at Kosti.", ["<3000 personnel reinforcing"]),
        ("Some 500 El Salvadoran troops have yet to be flown in.", ["500 personnel reinforcing"]),
        ("Drones, at least 20 of them, hit the refinery.", ["20+ equipment deployed"]),
        ("The Argentines lost 35 aircraft, the British 10.", ["10 equipment destroyed", "35 equipment destroyed"]),
        ("Of the dead, 11 were soldiers and 30 civilians.", ["11 personnel killed", "30 civilian killed"]),
        ("More than half of the 2,000 dead were children.", ["2000 civilian killed"]),
        ("Israel is holding 9,000 Palestinians.", ["9000 civilian captured"]),
        ("Two Frenchmen are still held in Iran.", ["2 civilian captured"]),
        (
            "A haul of 300 rifles and 20,000 rounds was put on show.",
            ["20000 equipment captured", "300 equipment captured"],
        ),
        ("Gunmen grabbed four oil workers from a boat.", ["4 civilian captured"]),
        ("The rebels' 4,000 irregulars were no match for the army.", ["4000 personnel strength"]),
        ("The sale covers 35 Apache helicopters worth $3bn.", ["35 equipment supplied"]),
        ("The pirates hold 11 ships and 200 sailors.", ["11 equipment captured", "200 civilian captured"]),
        ("Sixty soldiers died, 20 more than in May.", ["60 personnel killed"]),
        ("Up to half of its 3,000 fighters are minors.", ["3000 personnel strength"]),
        (
            "Burundi, which has 5,400 soldiers in the mission, threatened to pull all of them out.",
            ["5400 personnel deployed"],
        ),
        (
            "Kenya put its own dead at nine and said it had killed 52 militants.",
            ["52 personnel killed", "9 personnel killed"],
        ),
        (
            "About 1,400 soldiers had held out in the base; some 700 are thought to have escaped.",
            ["1400 personnel deployed", "700 personnel withdrawn"],
        ),
        ("The ICRC flew 108 former prisoners home on Friday.", ["108 personnel released"]),
        (
            "Fifteen Saudis and three Sudanese are among those to be freed.",
            ["15 personnel released", "3 personnel released"],
        ),
        ("No fewer than 14 individuals died and 30 got injured.", ["14+ civilian killed", "30 civilian wounded"]),
        (
            "Kenya sent 1,000 officers. Another 1,500 are due by March.",
            ["1000 personnel deployed", "1500 personnel reinforcing"],
        ),
        ("The town is held by 800 fighters, half of them foreigners.", ["800 personnel deployed"]),
        ("Seven of the wounded later died.", ["7 civilian killed"]),
        ("09:12 Sirens in Kyiv: air force reports 12 Kinzhal missiles inbound.", ["12 equipment deployed"]),
        ("We have 40 men here and one machine gun.", ["40 personnel deployed"]),
        ("The army can sustain a force of 25,000 at the front.", ["25000 personnel strength"]),
        ("The Italians left 7,000 dead and 3,000 prisoners.", ["3000 personnel captured", "7000 personnel killed"]),
        ("The Boers besieged Ladysmith, where 13,500 British soldiers were shut up.", ["13500 personnel deployed"]),
        ("Only eleven of the squadron's ships got home.", ["11 equipment withdrawn"]),
        ("Luanda's troops killed 72 guerrillas and took 26.", ["26 personnel captured", "72 personnel killed"]),
        ("Security forces gunned down three ultras.", ["3 personnel killed"]),
        (
            "The AU appealed for 20 carriers for the force, whose authorised strength is 10,000.",
            ["10000 personnel strength", "20 equipment requested"],
        ),
        ("We counted 90 bodies in front of one trench.", ["90 personnel killed"]),
        ("A reinforcement of 300 men left Kaya in the night.", ["300 personnel reinforcing"]),
        ("The rebels claim to have killed 70 soldiers and taken 11.", ["11 personnel captured", "70 personnel killed"]),
        ("Marines found six mortars and 20 machine guns.", ["20 equipment captured", "6 equipment captured"]),
        (
            "She said the mission had 14,140 troops and 1,468 police on the ground.",
            ["14140 personnel deployed", "1468 personnel deployed"],
        ),
        ("On the friendly side: 14 fallen, 31 wounded.", ["14 personnel killed", "31 personnel wounded"]),
        ("The president swore in three new commanders.", []),
        (
            "The insurgents burned a patrol boat and made prisoners of its crew of nine.",
            ["1 equipment destroyed", "9 personnel captured"],
        ),
        ("Three boys playing near the river were torn apart by a shell.", ["3 civilian killed"]),
        ("Five more Bushmasters arrived in the country as a gift.", ["5 equipment supplied"]),
        ("Two-thirds of its 90 tanks do not run.", ["90 equipment strength"]),
        ("About 7,000 soldiers refused to return to their units.", ["7000 personnel deserted"]),
        ("Rebels hold the town hall with some 60 men.", ["60 personnel deployed"]),
        ("A court martial sentenced 54 soldiers to death.", ["54 personnel other"]),
        ("The last of the 5,000 Cubans sailed home in May.", ["5000 personnel withdrawn"]),
        ("The patrol ran into a minefield and lost two Land Rovers.", ["2 equipment destroyed"]),
    ],
)
def test_what_a_sentence_says_of_those_it_counts(text, rows):
    assert counted(_WAR + text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "On our side:\n\n- 3 killed\n- 11 wounded\n\nThe operation goes on.",
            ["11 personnel wounded", "3 personnel killed"],
        ),
        (
            "Losses of the enemy:\n\n- 25 dead\n- 3 tanks\n\nThe operation goes on.",
            ["25 personnel killed", "3 equipment destroyed"],
        ),
        (
            "Province | Soldiers killed | Rebels captured\n--- | --- | ---\nNorth | 12 | 3\nSouth | Nine | 4",
            ["12 personnel killed", "3 personnel captured", "4 personnel captured", "9 personnel killed"],
        ),
        (
            "Country | Troops pledged | Jets promised\n--- | --- | ---\nPoland | 900 | 14",
            ["14 equipment supplied", "900 personnel reinforcing"],
        ),
        ("The toll of the attack:\n\n- 9 gendarmes\n- 4 civilians", ["4 civilian killed", "9 personnel killed"]),
        (
            "The army lost 12 men. Sixty soldiers died in all, 20 more than in May.",
            ["12 personnel killed", "60 personnel killed"],
        ),
    ],
)
def test_what_lists_and_tables_say_of_those_they_count(text, rows):
    assert counted(_WAR + text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "Rebels struck at 70 French targets.",
        "A storage tank caught fire.",
        "One gang leader has threatened a civil war.",
        "The president denies that he has supplied a single gun.",
        "A convoy of 11 trucks with medicines turned back.",
        "The president swore in three new commanders.",
        "The army will form a brigade next year.",
    ],
)
def test_what_counts_no_forces(text):
    assert counted(_WAR + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Parliament lowered the age of the draft from 27 to 25 in April.",
        "The army raised its age limit to 60.",
        "The army drafts men between the ages of 18 and 60.",
    ],
)
def test_ages_are_no_counts(text):
    assert counted(text) == []


def test_behind_an_age_people_are_counted():
    assert counted("The army lowered the age of recruits to 18 and drafted 900 men.") == ["900 personnel recruited"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chad sent Mali 4,000 shells and, since May, 900 soldiers; six of them died.",
            ["4000 equipment supplied", "6 personnel killed", "900 personnel deployed"],
        ),
        (
            "Iran freed two Germans in exchange for three Iranians convicted in Berlin.",
            ["2 civilian released", "3 civilian released"],
        ),
        ("Kenya repatriated its last 300 soldiers.", ["300 personnel withdrawn"]),
        ("Kenya repatriated 30 captured Ugandan soldiers.", ["30 personnel released"]),
        ("Militants detonated two car bombs at the gate of the base.", ["2 equipment deployed"]),
        ("Sappers detonated 40 mines near the base.", ["40 equipment destroyed"]),
        ("The Chadian army conceded the loss of ten men.", ["10 personnel killed"]),
        ("More than 150 Chinese nationals fight for Russia.", ["150+ personnel deployed"]),
        ("A tank battalion was trucked to Mandera by the Kenyans.", ["1 formation deployed"]),
        ("Five Chadian troopers kissed goodbye to their lives.", ["5 personnel killed"]),
    ],
)
def test_who_is_given_lost_or_brought_home(text, expected):
    assert counted(text) == expected

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
        ("Kyiv is forming 10 new brigades.", ["10 formation recruited"]),
        ("Ten pilots are learning to fly the F-16 in Denmark.", ["10 personnel trained"]),
        ("Forty howitzers were handed over.", ["40 equipment supplied"]),
        ("Egypt ordered 30 Rafale fighters.", ["30 equipment supplied"]),
        ("Diplomats put the Janjaweed at up to 20,000.", ["<20000 personnel strength"]),
        ("The rebels took up arms with 3,000 to 4,000 men.", ["3000-4000 personnel strength"]),
        ("Some 200 men rallied outside the ministry to demand arms.", ["200 civilian other"]),
    ],
)
def test_what_a_sentence_says_of_those_it_counts(text, rows):
    assert counted(_WAR + text) == rows

"""What the families of verbs, nouns and adjectives of each role say of a count."""

import pytest
from figures_reading import told

_WAR = " The war goes on and the army shelled the rebels."


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Two Chadian helicopters came down in the desert.", ("Two", "equipment", "helicopter", "destroyed")),
        ("The garrison fled, leaving behind 40 howitzers.", ("40", "equipment", "howitzer", "destroyed")),
        ("The debris of three drones was found near the river.", ("three", "equipment", "drone", "destroyed")),
        ("The jail was stormed and some 300 inmates were let out.", ("some 300", "civilian", "inmate", "released")),
        ("Soldiers of the battalion insured nine machine guns.", ("nine", "equipment", "machine gun", "captured")),
        ("In the clash 14 rebels resulted dead.", ("14", "personnel", "rebel", "killed")),
        ("Some 80 fighters overran the post at dawn.", ("Some 80", "personnel", "fighter", "deployed")),
        ("Four brigades broke through the line.", ("Four", "formation", "brigade", "deployed")),
        ("The rebels accuse Chad of directing six drones at the camp.", ("six", "equipment", "drone", "deployed")),
        ("The hill was retaken by a parachute company.", ("a parachute company", "formation", "company", "deployed")),
        ("Italy agreed to hand five helicopters to Niger.", ("five", "equipment", "helicopter", "supplied")),
        ("Norway threatened to pull its 90 soldiers out of Mali.", ("90", "personnel", "soldier", "deployed")),
        ("The rebels lost 30 cadres in the pass.", ("30", "personnel", "cadre", "killed")),
        ("The navy sank two attack craft off the cape.", ("two", "equipment", "attack craft", "destroyed")),
        (
            "A light aircraft of the rebels was shot down.",
            ("A light aircraft", "equipment", "light aircraft", "destroyed"),
        ),
        ("A shell killed four linemen.", ("four", "civilian", "lineman", "killed")),
        ("The torpedo killed nine mariners of the corvette.", ("nine", "personnel", "mariner", "killed")),
        (
            "Gunmen took 40 pupils and two guards into the bush at dawn.",
            ("40", "civilian", "pupil", "captured"),
        ),
        ("More than 90 villagers are still in its hands.", ("More than 90", "civilian", "villager", "captured")),
        ("Up to 300 soldiers abandoned the camp.", ("Up to 300", "personnel", "soldier", "withdrawn")),
        ("Two brigades were rushed to Goma last week.", ("Two", "formation", "brigade", "deployed")),
        ("Two brigades are being rushed to Goma.", ("Two", "formation", "brigade", "reinforcing")),
        ("Chad has 700 troops on the islands of the lake.", ("700", "personnel", "troop", "deployed")),
        (
            "A panel has put the strength of the group at 4,000 to 5,000 fighters.",
            ("4,000 to 5,000", "personnel", "fighter", "strength"),
        ),
        ("They killed 40 soldiers and lost nine of their own.", ("nine", "personnel", None, "killed")),
        (
            "Twelve soldiers died, four of them from the 3rd Brigade and eight with the police.",
            ("eight", "personnel", None, "killed"),
        ),
        ("Moscow sent 40 tanks into the city.", ("40", "equipment", "tank", "deployed")),
        ("Moscow sent 40 tanks to Hanoi.", ("40", "equipment", "tank", "supplied")),
        (
            "Losses of the rebels:\n\n▪ patrol boats of the Sea Wolves – 63\n\n",
            ("63", "equipment", "patrol boat", "destroyed"),
        ),
        (
            "Twelve soldiers — four of them from the 3rd Brigade and eight with the police — were killed.",
            ("eight", "personnel", None, "killed"),
        ),
        ("Oman plans a mission of 1,200 men.", ("1,200", "personnel", "man", "strength")),
        (
            "The jets destroyed four trucks and a fuel bowser.",
            ("a fuel bowser", "equipment", "fuel bowser", "destroyed"),
        ),
        ("The town was held against three battalions.", ("three", "formation", "battalion", "deployed")),
    ],
)
def test_each_family_gives_its_role(text, row):
    assert row in told(text + _WAR)


@pytest.mark.parametrize(
    "text",
    [
        "The White Lions, a youth militia, overran the base.",
        "The army captured one prisoner, a corporal of the guards, in the raid.",
    ],
)
def test_an_apposition_counts_nothing_anew(text):
    assert all(not r[0].startswith("a ") for r in told(text + _WAR))


def test_an_article_in_a_list_counts():
    rows = told("The navy sent a frigate, a destroyer and two minesweepers to the gulf." + _WAR)
    assert [r[0] for r in rows] == ["a frigate", "a destroyer", "two"]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        # measure
        ("In the clash 90 rebels were killed, against 14 soldiers.", ("14", "personnel", "soldier", "killed")),
        # share
        ("Spain sent 400 marines, the first of 2,000 troops.", ("2,000", "personnel", "troop", "deployed")),
        # holder
        ("A column of 70 soldiers that was on patrol was attacked.", ("70", "personnel", "soldier", "deployed")),
        # beside
        ("Troops freed the governor together with 50 policemen.", ("50", "personnel", "policeman", "released")),
        # agent
        ("The general fled from the town with 600 men.", ("600", "personnel", "man", "withdrawn")),
        ("Chad reinforced its side of the lake with 80 marines.", ("80", "personnel", "marine", "deployed")),
        # inverted
        ("In support arrived at the town 300 paratroopers.", ("300", "personnel", "paratrooper", "deployed")),
        # doer
        ("Three brigades jolted into the town.", ("Three", "formation", "brigade", "deployed")),
        # there
        ("Photographs show 60 tanks at the border.", ("60", "equipment", "tank", "deployed")),
    ],
)
def test_the_clause_tells_of_what_nothing_governs(text, row):
    assert row in told(text + _WAR)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The troops destroyed or captured 30 howitzers.", ("30", "equipment", "howitzer", "destroyed")),
        ("The troops killed or captured 30 rebels.", ("30", "personnel", "rebel", "casualties")),
        ("Not one soldier was killed in the raid.", ("Not one", "personnel", "soldier", "killed")),
        ("There were no casualties among the soldiers.", ("no", "personnel", "casualty", "casualties")),
        ("Japan will give Manila six patrol boats.", ("six", "equipment", "patrol boat", "supplied")),
        ("Two divisions are moving up from the south.", ("Two", "formation", "division", "reinforcing")),
        ("Spain is sending 500 soldiers to the valley.", ("500", "personnel", "soldier", "reinforcing")),
        ("Peru fields some 90,000 soldiers.", ("some 90,000", "personnel", "soldier", "strength")),
        ("Peru fields some 900 soldiers in Arica.", ("some 900", "personnel", "soldier", "deployed")),
        (
            "France is flying in a battalion of 500 legionnaires.",
            ("a battalion", "formation", "battalion", "reinforcing"),
        ),
    ],
)
def test_what_is_counted_and_how_it_is_told_settle_the_role(text, row):
    assert row in told(text + _WAR)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        # a line that opens with what befell those listed
        ("killed: 40 regulars and 12 irregulars.", ("12", "personnel", "irregular", "killed")),
        # a body of men and its size
        ("Chad deployed a force of 900 in the north.", ("900", "personnel", None, "deployed")),
        ("Chad sent 200 more soldiers, bringing its presence to 1,100.", ("1,100", "personnel", None, "strength")),
        ("Kenya's contingent, numbering 640, left in May.", ("640", "personnel", None, "withdrawn")),
        ("A UN mission of 60 observers verified the truce.", ("60", "personnel", "observer", "deployed")),
        # what was counted before
        ("The rebels downed five jets. The army admitted the loss of two.", ("two", "equipment", None, "destroyed")),
        ("The rebels claim to have shot down six.", ("six", "equipment", None, "destroyed")),
        ("No more Dutch troops are sent; 2,000 are in the country.", ("2,000", "personnel", None, "deployed")),
        # what the first of two predicates leaves open
        ("The two airmen ejected and were captured.", ("two", "personnel", "airman", "captured")),
        # people and arms
        ("Some 90 bodies of soldiers were counted.", ("Some 90", "personnel", "body", "killed")),
        ("About 300 Hamas prisoners remain in the camp.", ("About 300", "personnel", "prisoner", "captured")),
        ("The army killed 14 criminals.", ("14", "personnel", "criminal", "killed")),
        ("The police killed 14 criminals.", ("14", "civilian", "criminal", "killed")),
        ("The militia conscripted 200 teenagers.", ("200", "personnel", "teenager", "recruited")),
        ("Peru pledged 800 bulletproof vests.", ("800", "equipment", "bulletproof vest", "supplied")),
        ("Troops killed “scores” of rebels.", ("scores", "personnel", "rebel", "killed")),
        ("Other four military resulted wounded.", ("four", "personnel", "military", "wounded")),
        (
            "The number of soldiers killed ranges from 700 to 900.",
            ("from 700 to 900", "personnel", "soldier", "killed"),
        ),
        ("Chad committed 300 men and a battery of howitzers.", ("a battery", "formation", "battery", "deployed")),
        ("Troops seized 12 guns, 37 rifles and a mortar.", ("a mortar", "equipment", "mortar", "captured")),
        ("The army has 9,000 soldiers, and the police 4,000.", ("4,000", "personnel", None, "strength")),
    ],
)
def test_those_left_out_and_those_of_forces_are_told(text, row):
    assert row in told(text + _WAR)


@pytest.mark.parametrize("text", ["No military base was hit.", "Three military hospitals were hit."])
def test_an_adjective_counts_no_forces(text):
    assert all(r[2] != "military" for r in told(text + _WAR))


def test_people_of_a_nation_whose_forces_fight_abroad_are_its_soldiers():
    text = "Cuba sent 900 soldiers to Angola. In the battle 40 Cubans died."
    assert ("40", "personnel", "cuban", "killed") in told(text + _WAR)
    assert ("40", "civilian", "cuban", "killed") in told(text.replace("battle", "riot in Havana") + _WAR)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The army put 12,000 reservists on alert.", ("12,000", "personnel", "reservist", "reinforcing")),
        (
            "Some 1,200 mercenaries are on their way to the port.",
            ("Some 1,200", "personnel", "mercenary", "reinforcing"),
        ),
        ("With 90,000 men, the army is the largest of all.", ("90,000", "personnel", "man", "strength")),
        ("With 900 men, the rebels attacked the port.", ("900", "personnel", "man", "deployed")),
        ("The armed forces number 45,000.", ("45,000", "personnel", "forces", "strength")),
        ("A convoy of 45 trucks carrying shells crossed.", ("45", "equipment", "truck", "deployed")),
        ("Two of the dead were officers.", ("Two", "personnel", "officer", "killed")),
        ("Only 600 of the promised 4,000 peacekeepers have arrived.", ("600", "personnel", "peacekeeper", "deployed")),
        ("We destroyed a depot, two guns and killed 30 invaders.", ("two", "equipment", "gun", "destroyed")),
        ("There were no military casualties.", ("no", "personnel", "casualty", "casualties")),
        ("The two tanks were set on fire.", ("two", "equipment", "tank", "destroyed")),
        ("Gunmen stole six rifles.", ("six", "equipment", "rifle", "captured")),
        ("Government losses were put at 90 dead.", ("90", "personnel", None, "killed")),
    ],
)
def test_phrases_that_hold_or_follow_a_count_tell_of_it(text, row):
    assert row in told(text + _WAR)


def test_no_one_is_none():
    assert told("No one was killed in the strike." + _WAR) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("In the combat died eight soldiers and were injured other 12.", ("eight", "personnel", "soldier", "killed")),
        ("In the combat died eight soldiers and were injured other 12.", ("12", "personnel", None, "wounded")),
        ("It were destroyed 12 tanks of the enemy.", ("12", "equipment", "tank", "destroyed")),
        ("Were captured six members of the band.", ("six", "personnel", "member", "captured")),
    ],
)
def test_subjects_behind_their_verbs_are_told_of(text, row):
    assert row in told(text + _WAR)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "More than 400 fighters were bused out of the valley.",
            ("More than 400", "personnel", "fighter", "withdrawn"),
        ),
        ("Pirates hijacked a ship with 17 sailors on board.", ("17", "civilian", "sailor", "captured")),
        ("The alliance will put 9,000 troops on high readiness.", ("9,000", "personnel", "troop", "reinforcing")),
        ("The volunteers, about 80 in number, are trained there.", ("about 80", "personnel", "volunteer", "trained")),
        ("A group of 30 deserters reached the border.", ("30", "personnel", "deserter", "deserted")),
    ],
)
def test_ways_out_and_states_of_readiness_are_told(text, row):
    assert row in told(text + _WAR)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("By nightfall 700 lay dead on the field.", ("700", "civilian", None, "killed")),
        ("The council approved the deployment of 900 policemen.", ("900", "personnel", "policeman", "reinforcing")),
        ("Enemy casualties exceeded 200 men.", ("exceeded 200", "personnel", "man", "casualties")),
        ("Bonn promised them 300 soldiers.", ("300", "personnel", "soldier", "reinforcing")),
        ("The rebels surrendered 300 rifles.", ("300", "equipment", "rifle", "surrendered")),
    ],
)
def test_verbs_of_becoming_exceeding_and_giving_reach_their_counts(text, row):
    assert row in told(text + _WAR)


def test_the_two_armies_are_the_sides_and_no_count():
    assert told("The two armies clashed again." + _WAR) == []


def test_those_told_with_a_verb_unknown_take_no_role_from_another():
    text = "The driver, who escaped unhurt, said that the judge was travelling with two bodyguards."
    assert all(r[3] != "withdrawn" for r in told(text + _WAR))


def test_ships_ordered_to_sail_are_not_bought():
    rows = told("Rome ordered four warships to sail to the gulf." + _WAR)
    assert [r[3] for r in rows] == ["reinforcing"]

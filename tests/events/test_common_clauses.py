"""Plain clauses of the news: who is asked, charged, called and sent, where pronouns and common nouns stand between."""

from __future__ import annotations

import pytest
from event_texts import acts, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ukraine's foreign minister demanded their immediate release.", ("REQUEST", "UKR", None)),
        ("Tajikistan accused its neighbour of firing on an outpost.", ("ACCUSE", "TJK", None)),
        ("Putin telephoned both men and urged them to prevent any escalation.", ("REQUEST", "RUS", None)),
        ("The Serbian general excluded all negotiation.", ("REJECT", "SRB", None)),
        ("The Serbian general will not open the border.", ("REJECT", "SRB", None)),
        ("Serbia swore never to withdraw its troops.", ("REJECT", "SRB", None)),
        ("Merkel called the Turkish president.", ("CONSULT", "DEU", "TUR")),
        ("Two battalions of the Kyrgyz National Guard were on their way to Osh.", ("MOBILIZE", "KGZ", None)),
        ("150 tanks crossed from Russia.", ("MOBILIZE", "RUS", None)),
        ("Russian troops made the mistake of attacking Kharkiv.", ("ASSAULT", "RUS", "UKR")),
        ("India took the unusual step of recalling its ambassador from Canada.", ("SANCTION", "IND", "CAN")),
        ("Pakistan sent 300 drones against an Indian airfield.", ("ASSAULT", "PAK", "IND")),
        ("India is building submarines with France.", ("COOPERATE", "IND", "FRA")),
        ("Egyptian police searched the camp.", ("COERCE", "EGY", None)),
        ("Egypt will call Libya in the event of a future Sudanese armed attack on Chad.", ("ASSAULT", "SDN", "TCD")),
        ("They fled towns shelled by Egyptian troops.", ("ASSAULT", "EGY", None)),
        ("Ghana's president spoke of further Houthi attacks on Egypt.", ("ASSAULT", "YEM", "EGY")),
        ("Aid ran out amid Egypt's stepped-up naval raids on Libya.", ("ASSAULT", "EGY", "LBY")),
        ("Aid ran out amid Egypt's intensified naval raids on Libya.", ("ASSAULT", "EGY", "LBY")),
        ("A plan by Chad and Mali to send 400 troops alarmed Niger.", ("MOBILIZE", "MLI", None)),
        ("A Ukrainian convoy will be attacked by Russian forces.", ("ASSAULT", "RUS", "UKR")),
        ("Two Iranian banks will be sanctioned by Canada.", ("SANCTION", "CAN", "IRN")),
        ("Poland on Tuesday put its army on alert.", ("MOBILIZE", "POL", None)),
        ("Canada also cut ties with Iran.", ("SANCTION", "CAN", "IRN")),
        ("Sudan, which had kept quiet for weeks, agreed on a truce with Egypt.", ("AGREE", "SDN", "EGY")),
        ("After having urged Russia to withdraw, Ukraine went silent.", ("REQUEST", "UKR", "RUS")),
        ("Israel's army is on the verge of storming Rafah.", ("ASSAULT", "ISR", "PSE")),
        ("Al-Shabaab claimed responsibility for a raid on a Kenyan base.", ("ASSAULT", "SOM", "KEN")),
        ("Niger gave French troops a month to leave.", ("THREATEN", "NER", "FRA")),
        ("A strike by Nigerian dockers shut the port of Lagos.", ("PROTEST", "NGA", "NGA")),
        ("Turkey is in the process of withdrawing its troops from Syria.", ("RETREAT", "TUR", None)),
        ('Chad must "immediately leave Libya".', ("RETREAT", "TCD", None)),
        ("Mali said Niger would “attack any intruder from Chad”.", ("ASSAULT", "NER", "TCD")),
        ("Kenya would respond should Somalia further invade Ethiopia.", ("ASSAULT", "SOM", "ETH")),
        ("Kenya remains committed to supporting Somalia.", ("SUPPORT", "KEN", "SOM")),
        ("In a statement Niger condemned the raid by Chad.", ("ACCUSE", "NER", "TCD")),
        ("In the meantime the Kenyan army attacked Somalia.", ("ASSAULT", "KEN", "SOM")),
        ("Under a deal Oman and Qatar will send Yemen fuel.", ("AID", "OMN", "YEM")),
        ("Chad on Monday slams Niger.", ("ACCUSE", "TCD", "NER")),
        ("Chad, which votes soon, put Niger on notice that its patience was running out.", ("THREATEN", "TCD", "NER")),
        ("Chad — once a close partner — halts oil exports to Niger.", ("SANCTION", "TCD", "NER")),
        ("Chad (pictured) demands an apology from Niger.", ("REQUEST", "TCD", "NER")),
        (
            "Officials said that Chad's army, having crossed the river, moved into Niger on Monday.",
            ("ASSAULT", "TCD", "NER"),
        ),
        ("Rain fell, and Chad's president, Mahamat Deby, is due to visit Niger.", ("CONSULT", "TCD", "NER")),
        ("As rain fell, Kenyan riot police, using tear gas, dispersed Somali youths.", ("COERCE", "KEN", "SOM")),
        ("KEY POINT — Chad and Niger signed an accord.", ("AGREE", "TCD", "NER")),
        ("Chad has asked for the extradition of two Libyan officers (see map).", ("REQUEST", "TCD", "LBY")),
        ("CHAD RECEIVES ARMS FROM FRANCE", ("AID", "FRA", "TCD")),
        ("In Oslo Chad and Niger signed an accord.", ("AGREE", "TCD", "NER")),
        ("Speaking to reporters in Oslo, Chad and Niger signed an accord.", ("AGREE", "TCD", "NER")),
        ("After weeks of talks, Chad's president, Mahamat Deby, attacked Niger.", ("ASSAULT", "TCD", "NER")),
        ("Malian soldiers who flocked in to guard the mine attacked Chad.", ("ASSAULT", "MLI", "TCD")),
    ],
)
def test_acts_told_plainly(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert expected in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        'Trump called Kim "rocket man".',
        "Obama called Assad a killer.",
        'Trump called the Colombian president, Gustavo Petro, a "drug leader".',
        "Sudan called its ambassador home.",
        "Speaking to reporters in Oslo, Chad's president praised Niger.",
        "President Ruto talked to the press.",
        "At a news conference in Oslo, Chad and Niger condemned Mali.",
        "Chad's president held a press conference in Oslo.",
        "The crossing into Chad remains closed.",
    ],
)
def test_to_call_somebody_something_or_to_tell_the_press_is_no_talk(text: str) -> None:
    assert "CONSULT" not in {kind for kind, *_ in acts(text)}


def test_the_neighbour_that_is_accused_is_not_the_accuser() -> None:
    assert ("ASSAULT", "TJK", None) not in acts("Tajikistan accused its neighbour of attacking a village.")


def test_an_attack_that_nobody_claims_is_not_denied() -> None:
    assert acts("Nobody has claimed the attack on the Russian consulate.") == []


def test_what_somebody_is_called_is_nobody_else() -> None:
    assert acts('Trump called the Colombian president, Gustavo Petro, a "drug leader".') == [("ACCUSE", "USA", "COL")]


def test_what_is_fired_is_not_hit() -> None:
    found = acts("The USS Indianapolis was targeted by a barrage of missiles launched by Houthi forces.")
    assert ("ASSAULT", "YEM", "USA") in found
    assert ("ASSAULT", "YEM", "YEM") not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana aims to recruit 900 sailors.", ("MOBILIZE", "GHA", None)),
        ("Ghana's envoy will press Togo to leave the zone.", ("REQUEST", "GHA", "TGO")),
        ("Peru insisted on Friday that the Chilean minister resign.", ("RETREAT", "CHL", None)),
        ("Peru repeated its demand yesterday that Chile free the crew.", ("REQUEST", "PER", "CHL")),
        ("Malian envoys flew in on Monday to meet the Senegalese president.", ("CONSULT", "MLI", "SEN")),
        ("Envoys of Chad and of Libya will meet in Cairo.", ("CONSULT", "TCD", "LBY")),
        ("Niger and Chad, both of which have armed Mali, praised Togo.", ("AID", "NER", "MLI")),
        ("Niger and Chad, both of which have armed Mali, praised Togo.", ("SUPPORT", "NER", "TGO")),
        ("Ugandan troops fired back and claim to have killed 12 Rwandan soldiers.", ("ASSAULT", "UGA", "RWA")),
        ('"I urge the Ghanaian army to stand down," the UN envoy said.', ("REQUEST", None, "GHA")),
        ("Lima expelled nearly 400 Chileans in May.", ("COERCE", "PER", "CHL")),
        ("Malian soldiers dragged 30 villagers from a mosque.", ("COERCE", "MLI", "MLI")),
        ("Oman has brought a missile battery to Basra.", ("MOBILIZE", "OMN", None)),
        ("The African Union suspended Niger's membership.", ("SANCTION", None, "NER")),
        ("Canada froze $9 million for the UN mission.", ("SANCTION", "CAN", None)),
        ("India obstructed a Pakistani bid to join the group.", ("REJECT", "IND", "PAK")),
        ("A Peruvian corvette slammed into a Chilean tug.", ("ASSAULT", "PER", "CHL")),
        ("Libya claims hits on two Egyptian depots.", ("ASSAULT", "LBY", "EGY")),
        ("Young Malians blocked roads leading to the port to demand jobs.", ("PROTEST", "MLI", "MLI")),
        ("It was Libya, the minister said, that had moved guns to the border.", ("MOBILIZE", "LBY", None)),
        ("Ghana and Togo, whose presidents met in Accra, signed a pact.", ("CONSULT", "GHA", "TGO")),
        ("Togo is under pressure from Ghana to free the crew.", ("REQUEST", "GHA", "TGO")),
        ("Chadian troops crossed the river, overrunning two Libyan posts.", ("ASSAULT", "TCD", "LBY")),
        ("The Togolese junta may throw hastily recruited men into the battle.", ("MOBILIZE", "TGO", None)),
        ("Egyptian tanks roll into eastern Libya as talks fail", ("ASSAULT", "EGY", "LBY")),
        ("The armies of Chad and Libya stepped back in June.", ("RETREAT", "TCD", None)),
        ("In 1987 Libyan aircraft gassed Abeche.", ("ASSAULT", "LBY", "TCD")),
        ("In 1650 Sweden sent 900 musketeers to Riga.", ("MOBILIZE", "SWE", None)),
        ("Macron spoke with Ruto on Monday and praised his efforts.", ("SUPPORT", "FRA", "KEN")),
        ("Malian rebels marched off 12 nurses.", ("COERCE", "MLI", "MLI")),
        ("Peru insisted that Chilean troops immediately withdraw.", ("RETREAT", "CHL", None)),
        ("The Malian army is to hand back Kidal by June.", ("CONCEDE", "MLI", None)),
        ("Ghana called upon Togo and Benin to withdraw their envoys.", ("REQUEST", "GHA", "TGO")),
        ("Peru complained after Chilean jets crossed into its airspace.", ("ACCUSE", "PER", "CHL")),
    ],
)
def test_acts_behind_what_stands_between(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert expected in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "President Ruto flew on to Garissa.",
        "Zambia's cabinet met on Sunday.",
        "Norway shared evidence about contacts between Chad and Libya.",
    ],
)
def test_what_nobody_meets_for(text: str) -> None:
    assert "CONSULT" not in {event_type for event_type, _, _ in acts(text)}


def test_a_strike_of_those_told_before_is_a_protest() -> None:
    found = acts("Chilean teachers were pressed to call off the strike they had planned.")
    assert "ASSAULT" not in {event_type for event_type, _, _ in found}


def test_the_rest_is_delivered_by_who_gave_the_first() -> None:
    found = acts("Norway gave Togo six boats; three more are to be delivered in May.")
    assert found.count(("AID", "NOR", "TGO")) == 2


def test_what_is_claimed_is_reported() -> None:
    assert {row["modality"] for row in rows("Libya claims strikes on two Egyptian depots.")} == {"reported"}


@pytest.mark.parametrize(
    ("text", "event_type", "modality"),
    [
        ("Chad claims to have wounded 200 Libyans and taken 900 prisoners.", "COERCE", "reported"),
        ("Peru refused to sign the pact and has killed six Chileans.", "ASSAULT", "asserted"),
        ("Peru will not free the Chilean prisoners it holds.", "COERCE", "asserted"),
    ],
)
def test_what_another_act_makes_of_one_joined_to_it(text: str, event_type: str, modality: str) -> None:
    assert {row["modality"] for row in rows(text) if row["event_type"] == event_type} == {modality}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Canada helped defend Poland.", ("SUPPORT", "CAN", "POL")),
        ("Egypt is helping shell Benghazi.", ("ASSAULT", "EGY", "LBY")),
        ("Norway will help rebuild Ukraine.", ("AID", "NOR", "UKR")),
    ],
)
def test_what_somebody_helps_do_he_does(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert expected in acts(text)


def test_over_behind_a_verb_that_it_belongs_to_is_of_no_count() -> None:
    found = rows("Laos turned over two men to Thailand.")
    assert [(r["event_type"], r["actor2_country"]) for r in found] == [("CONCEDE", "THA")]


@pytest.mark.parametrize("who", ["Poland", "The Polish foreign minister", "Warsaw on Monday"])
def test_who_warns_of_what_another_one_may_do_threatens_nobody(who):
    assert [kind for kind, *_ in acts(f"{who} warned of Russian attacks on Estonia.")] == ["ASSAULT"]
    assert "THREATEN" in [kind for kind, *_ in acts(f"{who} warned Russia of a boycott.")]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Budanov stated that Russia recruits roughly 35,000 people per month.", ("MOBILIZE", "RUS", None)),
        ("In a letter dated 2 October, Chad's foreign minister, A. Sabre, accused Sudan.", ("ACCUSE", "TCD", "SDN")),
        ("In a statement issued on Monday, Kenya's president, W. Ruto, condemned Sudan.", ("ACCUSE", "KEN", "SDN")),
        ("Lebanon asked Washington, which chairs the committee, to rein in Israel.", ("REQUEST", "LBN", "USA")),
        ("Kenya told Sudan, a neighbour, to free two men.", ("REQUEST", "KEN", "SDN")),
        ("Kenyan troops took a camp and for three weeks shelled Kismayo.", ("ASSAULT", "KEN", "SOM")),
        ('"We will strike Haifa," threatened Hezbollah chief Naim Qassem.', ("THREATEN", "LBN", None)),
        ("Thailand rules out talks; Trump warned Cambodia.", ("REJECT", "THA", None)),
        ("Russia blamed the disaster in Libya on NATO.", ("ACCUSE", "RUS", None)),
        ("Greece criticised the memorandum that Tripoli and Ankara signed in 2019.", ("AGREE", "LBY", "TUR")),
        ("France praised the deal that Kenya and Somalia reached in May.", ("AGREE", "KEN", "SOM")),
        ("France praised the deal that Kenya and Somalia reached in May.", ("SUPPORT", "FRA", "SOM")),
        ("Pakistan liberated 153 Indian prisoners.", ("CONCEDE", "PAK", "IND")),
        ("Kenya condemned the raid carried out on Monday by Somali rebels.", ("ACCUSE", "KEN", "SOM")),
        (
            "Special Assistant to the President Jake Sullivan hosted Israel's foreign minister.",
            ("CONSULT", "USA", "ISR"),
        ),
        ("China gives support to Russia as it attacks Ukrainian cities.", ("ASSAULT", "RUS", "UKR")),
        ("Jake Sullivan discussed our concern with Russia's ties to Iran.", ("CONSULT", "USA", None)),
    ],
)
def test_who_does_it_past_asides_and_relatives(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "France promised to train an anti-gang unit, and Mexico will send 20 tanks to Chad.",
        "Libya's truce is hanging by a thread.",
        "Ukraine denied claims that its troops had fled.",
        "Lebanese residents returned home.",
        "Libya's president delivered an inspiring message of service.",
        "Israel may defend itself following the Hamas attack on October 7.",
    ],
)
def test_what_only_sounds_like_an_act(text: str) -> None:
    wrong = {("AID", "FRA", "MEX"), ("ASSAULT", "LBY", "LBY"), ("REJECT", "UKR", None), ("RETREAT", "LBN", None)}
    wrong |= {("CONCEDE", "LBN", None), ("ASSAULT", "ISR", "PSE"), ("AID", "LBY", None)}
    assert not wrong & set(acts(text))


def test_a_threat_in_quotation_marks_is_made() -> None:
    found = rows('"Any attack will be answered," warned Iranian general Hossein Salami.')
    assert [(row["event_type"], row["modality"]) for row in found] == [("THREATEN", "asserted")]

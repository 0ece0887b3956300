"""Who the other side is where the act's own words do not say: at home, behind a thing, in the clause before."""

from __future__ import annotations

import pytest
from event_texts import acts, rows


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Students rioted in Lilongwe after Malawian police shot a pupil.", ("PROTEST", "MWI", "MWI")),
        ("Thousands of Chileans took to the streets over pensions.", ("PROTEST", "CHL", "CHL")),
        ("Tens of thousands of people marched through Lusaka.", ("PROTEST", "ZMB", None)),
        ("Jordan clamped a curfew on Maan.", ("COERCE", "JOR", "JOR")),
        ("The government of Zambia imposed a curfew in Lusaka.", ("COERCE", "ZMB", "ZMB")),
        ("Malawi's government backed down on a fuel tax.", ("CONCEDE", "MWI", "MWI")),
        ("A Peruvian court opened an inquiry into the killings.", ("ACCUSE", "PER", "PER")),
        ("Chilean miners threatened to shut the highways.", ("THREATEN", "CHL", "CHL")),
        ("Oman closed its borders.", ("COERCE", "OMN", None)),
        ("Chad bombed Niger in May. It shelled its own town by mistake.", ("ASSAULT", "TCD", "TCD")),
    ],
)
def test_acts_at_home(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway froze accounts belonging to the Malawian president.", ("SANCTION", "NOR", "MWI")),
        ("Chad's army hit Niger's depots and wrecked its missile factories.", ("ASSAULT", "TCD", "NER")),
        ("Oman sanctioned three banks with ties to Chad.", ("SANCTION", "OMN", "TCD")),
        ("Japan wrote off debts owed by Ghana.", ("AID", "JPN", "GHA")),
        ("Police in Oman broke up a march by Yemeni workers.", ("COERCE", "OMN", "YEM")),
        ("Chad let Libyan lorries into the oasis.", ("CONCEDE", "TCD", "LBY")),
        ("Peru denied Chile access to the port.", ("REJECT", "PER", "CHL")),
        ("Peru refused to hand over the general to Chile.", ("REJECT", "PER", "CHL")),
        ("Malian lawmakers shot down a plan for a Chadian base.", ("REJECT", "MLI", "TCD")),
        ("Togo would not stand idly by if Benin attacked, its president said.", ("THREATEN", "TGO", "BEN")),
        ("Peru told Chile it would bomb the dam.", ("THREATEN", "PER", "CHL")),
        ("Oman will make Yemen pay for the raid, its minister said.", ("THREATEN", "OMN", "YEM")),
        ("Togo has been handed ten armoured cars by Ghana.", ("AID", "GHA", "TGO")),
        ("Benin's flood victims were given tents and blankets by Ghana.", ("AID", "GHA", "BEN")),
        ("Sudanese soldiers ousted the Chadian president.", ("COERCE", "SDN", "TCD")),
        ("Two Malians were detained in Senegal on suspicion of spying.", ("COERCE", "SEN", "MLI")),
        ("Togo's ban on Ghanaian maize was lifted on Monday.", ("CONCEDE", "TGO", "GHA")),
        ("Chad's bombing of the village was condemned in Khartoum.", ("ACCUSE", "SDN", "TCD")),
        ("Fighting between Chadian troops and Libyan rebels killed 30 people.", ("ASSAULT", "TCD", "LBY")),
        ("Two French nurses were freed by rebels.", ("CONCEDE", None, "FRA")),
        ("Rebels seized two French nurses.", ("COERCE", None, "FRA")),
    ],
)
def test_the_other_side_in_the_words_around(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chad accused Libya of arming rebels and recalled its ambassador.", ("SANCTION", "TCD", "LBY")),
        ("Accused by Chad of arming rebels, Libya recalled its envoy.", ("SANCTION", "LBY", "TCD")),
        ("Peru demanded that Chile free the men and threatened to close the border.", ("THREATEN", "PER", "CHL")),
        ("Ghana insisted that Togo withdraw and appealed to the African Union for help.", ("REQUEST", "GHA", None)),
        ("Shelled by Libyan gunboats, the Chadian garrison fled.", ("ASSAULT", "LBY", "TCD")),
        ("An offer by Ghana to mediate was rejected by Togo.", ("REJECT", "TGO", "GHA")),
        ("Two Malians held in Senegal for spying were set free on Monday.", ("CONCEDE", None, "MLI")),
    ],
)
def test_the_other_side_in_another_clause(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Laos and Nepal put their names to a treaty.", ("AGREE", "LAO", "NPL")),
        ("Laos and Nepal ironed out their differences.", ("AGREE", "LAO", "NPL")),
        ("Malian and Chadian officials wrangled over the islands in Dakar.", ("CONSULT", "MLI", "TCD")),
        ("Mali's president called on his Chadian counterpart.", ("CONSULT", "MLI", "TCD")),
        ("Peru took Chile's side in the dispute.", ("SUPPORT", "PER", "CHL")),
        ("Ghana and Togo opened a joint border post.", ("COOPERATE", "GHA", "TGO")),
        ("Peru supplied Chile with maps of the border.", ("COOPERATE", "PER", "CHL")),
        ("Two planeloads of Omani medicine touched down in Khartoum.", ("AID", "OMN", "SDN")),
        ("Italian firefighters fought forest fires in Albania.", ("AID", "ITA", "ALB")),
        ("Oman waived visas for Indians.", ("CONCEDE", "OMN", "IND")),
        ("Peru counselled Chile against a war.", ("REQUEST", "PER", "CHL")),
        ("Peru saw the hand of Chile behind the raid.", ("ACCUSE", "PER", "CHL")),
        ("Peru came under fire from Chile over the raid.", ("ACCUSE", "CHL", "PER")),
        ("A Togolese appeal fell on deaf ears in Ghana.", ("REJECT", "GHA", "TGO")),
        ("Iranians pelted the Danish embassy with eggs.", ("PROTEST", "IRN", "DNK")),
        ("Norway halved its aid to Malawi.", ("SANCTION", "NOR", "MWI")),
        ("Sudanese soldiers ringed the Chadian embassy.", ("COERCE", "SDN", "TCD")),
        ("Pirates seized a South Korean supertanker.", ("COERCE", None, "KOR")),
    ],
)
def test_more_wordings(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rice from Ghana arrived in Togolese shops at a lower price.",
        "The shop in Accra cancelled an order for Togolese flowers.",
        "Ghana's airline halved its fares to Togo.",
        "The bus picked up 20 Ghanaians at the hotel in Lome.",
        "The church bells rang out across Accra on Sunday.",
        "Ghanaian voters will pay more for bread next year.",
        "The company invested in a new logo for its Ghanaian stores.",
    ],
)
def test_the_words_of_other_things(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chad's minister, on a visit to Lome, praised the army.", ("CONSULT", "TCD", "TGO")),
        ("Oman said it would sink any Yemeni ship that came near.", ("THREATEN", "OMN", "YEM")),
        ("Libyan rebels were driven out of Sebha by Chadian troops.", ("ASSAULT", "TCD", "LBY")),
        ("A Vietnamese blogger was jailed for nine years.", ("COERCE", "VNM", "VNM")),
        ("Gambia's ruler outlawed two parties.", ("COERCE", "GMB", "GMB")),
        ("The army in Guinea seized power.", ("COERCE", "GIN", "GIN")),
        ("Spain let a Moroccan ferry dock.", ("CONCEDE", "ESP", "MAR")),
        ("Malaysian prosecutors charged four Indonesian fishermen with piracy.", ("ACCUSE", "MYS", "IDN")),
        ("Qatar stepped in to mediate between Somalia and Ethiopia.", ("CONSULT", "QAT", "ETH")),
    ],
)
def test_more_sides(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Nine Ugandan soldiers surrendered to Rwandan troops near the lake.", ("RETREAT", "UGA", "RWA")),
        ("The Gambian colonel gave himself up to the Senegalese.", ("RETREAT", "GMB", "SEN")),
        ("Ten Omani officers defected to Yemen.", ("RETREAT", "OMN", "YEM")),
        ("The Ugandan garrison laid down its arms on Monday.", ("RETREAT", "UGA", None)),
    ],
)
def test_to_whom_somebody_surrenders(text: str, event: tuple[str, str, str | None]) -> None:
    assert event in acts(text)


def test_police_and_courts_hold_people_at_home() -> None:
    war = "Oman shelled Yemen. Yemeni guns shelled Oman. Omani jets bombed Yemen again. "
    assert ("COERCE", "OMN", "OMN") in acts(war + "Police in Muscat arrested two others on Sunday.")
    assert ("ASSAULT", "OMN", "OMN") in acts(war + "Oman executed a man for murder.")


def test_who_is_told_of_behind_a_contact_clause_is_no_second_object() -> None:
    assert ("ASSAULT", "OMN", "YEM") not in acts("Oman hanged a man it accused of spying for Yemen.")


def test_two_who_open_the_next_clause_are_no_objects_of_the_one_before() -> None:
    found = acts("Ghana attacked the town, and Togo and Benin condemned it.")
    assert ("ACCUSE", "TGO", "GHA") in found
    assert ("ACCUSE", "BEN", "GHA") in found
    assert all(doer != "GHA" or other not in ("TGO", "BEN") for _, doer, other in found)


def test_a_land_at_war_with_its_rebels_is_not_bombed_by_who_fired_at_it_once() -> None:
    text = (
        "The Nigerian army fought rebels in Maiduguri. Nigerian rebels killed six soldiers of the Nigerian army near "
        "Bama. Nigerian troops drove the Nigerian rebels out of Gwoza. Chadian guards fired on a Nigerian patrol. "
        "A bomb killed nine people in Yola."
    )
    assert ("ASSAULT", "TCD", "NGA") in acts(text)
    assert [(doer, other) for _, doer, other in acts(text)[-1:]] != [("TCD", "NGA")]


def test_an_unnamed_merchant_vessel_is_of_no_state_told_before() -> None:
    text = "Yemeni rebels fired rockets at Eilat in Israel. They sank two vessels."
    assert ("ASSAULT", "YEM", None) in acts(text)


_BORDER_WAR = "Togolese jets bombed Ghana. Ghanaian guns shelled Togo. Togolese troops attacked Ghana again. "


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (_BORDER_WAR + "Ghanaian troops seized nine rifles and two tanks.", ("COERCE", "GHA", "TGO")),
        (_BORDER_WAR + "Togo said it had seized six rifles.", ("COERCE", "TGO", "GHA")),
        ("Ghanaian rebels seized nine rifles in Kumasi.", ("COERCE", "GHA", "GHA")),
        (_BORDER_WAR + "Ghana seized two tonnes of cocaine.", ("COERCE", "GHA", None)),
    ],
)
def test_from_whom_arms_are_taken(text: str, event: tuple[str, str, str | None]) -> None:
    assert event in acts(text)


def test_a_second_blow_falls_on_who_took_the_first() -> None:
    found = acts("Rwandan fighters killed 58 Ugandan soldiers and overran 25 posts.")
    assert found.count(("ASSAULT", "RWA", "UGA")) == 2


def test_a_town_of_ones_own_is_taken_from_the_foe() -> None:
    assert ("ASSAULT", "GHA", "TGO") in acts(_BORDER_WAR + "Ghanaian troops retook Kumasi.")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chad sent 60 Chadian officers to Niger, one of whom was wounded near Zinder.", ("ASSAULT", None, "TCD")),
        ("Three Tajik tanks crossed the border near Ak-Sai, two of which were knocked out.", ("ASSAULT", None, "TJK")),
        ("Ghana held nine Togolese pilots, three of whom were released on Friday.", ("CONCEDE", "GHA", "TGO")),
    ],
)
def test_some_of_those_told_of_before(text: str, event: tuple[str, str | None, str]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chad warned Niger's allies.", ("THREATEN", "TCD", None)),
        ("Niger's Western partners pledged tents to Mali.", ("AID", None, "MLI")),
        ("Chad threatened Niger's northern neighbours.", ("THREATEN", "TCD", None)),
    ],
)
def test_allies_and_neighbours_of_a_state_are_others(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


def test_a_name_goes_on_past_its_suffix() -> None:
    [met] = rows("President Ferdinand Marcos, Jr. of the Philippines met Japan's premier, officials said.")
    assert (met["actor1_text"], met["actor1_country"], met["actor2_country"]) == (
        "President Ferdinand Marcos, Jr. of the Philippines",
        "PHL",
        "JPN",
    )
    [blamed] = [r for r in rows("Ferdinand Marcos, Jr. said China had rammed a boat.") if r["event_type"] == "ASSAULT"]
    assert blamed["source_text"] == "Ferdinand Marcos, Jr."


def test_those_who_talk_on_are_those_who_met() -> None:
    text = (
        "President Biden met King Felipe of Spain. The king spoke of aid for the people of Gaza. They discussed Libya."
    )
    assert acts(text)[-1] == ("CONSULT", "USA", "ESP")
    assert ("CONSULT", "USA", "ESP") not in acts("The people of Gaza need aid. They discussed Libya with Egypt.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NATO denounced air raids by Damascus and its Russian backer.", ("ACCUSE", None, "RUS")),
        ("Chad and its French backers attacked Libya.", ("ASSAULT", "FRA", "LBY")),
        ("It was the army of Chad, backed by militias, that attacked Libya.", ("ASSAULT", "TCD", "LBY")),
        ("It was Rwanda, the envoy said, which had shelled Goma.", ("ASSAULT", "RWA", "COD")),
        ("It was the Chinese, it said, who had opened fire on Indian troops.", ("ASSAULT", "CHN", "IND")),
    ],
)
def test_who_is_told_behind_its_or_it_was(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert expected in acts(text)


def test_two_sides_of_whom_nothing_near_tells_are_those_who_fight() -> None:
    told = (
        "Armenia shelled Azerbaijan on Monday. Azerbaijan bombed Armenia on Tuesday. Georgia sent doctors. Russia and "
        "Iran were silent. Georgia's president met Turkey's prime minister. Turkey is worried by the Georgian plan. "
        "Georgian doctors work there. Turkish ones too. The town is cold. It is dark. Snow fell. "
        "The EU urged both sides to stop."
    )
    assert {("REQUEST", None, "ARM"), ("REQUEST", None, "AZE")} <= set(acts(told))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad bombed Libya. Togo saw fakes. Ghana condemned the attack as murder.", ("ACCUSE", "GHA", "TCD")),
        ("Chad bombed Libya. Ghana condemned the raid and Togo's leader applauded it.", ("SUPPORT", "TGO", "TCD")),
    ],
)
def test_whose_attack_is_judged(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A US jet hit the Chinese embassy in Belgrade, and Beijing demanded an apology.", ("REQUEST", "CHN", "USA")),
        ("China lobbed 11 rockets into waters off Japan. Tokyo lodged a protest.", ("ACCUSE", "JPN", "CHN")),
        ("France lodged a protest.", ("ACCUSE", "FRA", None)),
        ("Washington is leaning on Kyiv to lower the age. Zelensky has turned that down.", ("REJECT", "UKR", "USA")),
        ("Kenya urged Chad to leave. Chad rejected the call.", ("REJECT", "TCD", "KEN")),
        ("Kenya urged Chad to leave. Chad rejected the UN resolution.", ("REJECT", "TCD", None)),
        (
            "Pakistan shelled Afghanistan. The Taliban spokesman said 58 Pakistani troops had been killed.",
            ("ASSAULT", "AFG", "PAK"),
        ),
        ("The Taliban spokesman said 58 Pakistani troops had been killed.", ("ASSAULT", None, "PAK")),
        ("Rebels killed six UN peacekeepers in Goma.", ("ASSAULT", "COD", None)),
        ("Brussels condemned Georgia.", ("ACCUSE", None, "GEO")),
        ("The junta of Mali prolonged the state of emergency.", ("COERCE", "MLI", "MLI")),
    ],
)
def test_who_asked_or_did_harm_before_and_who_is_of_no_state(
    text: str, event: tuple[str, str | None, str | None]
) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad bombed Libya. Libya shelled Chad. Four Chadian soldiers were shot dead.", ("ASSAULT", "LBY", "TCD")),
        ("Chad bombed Libya. Libya shelled Chad. Ten captured Chadians were freed.", ("CONCEDE", "LBY", "TCD")),
    ],
)
def test_the_only_foe_told_of_is_who_does_it(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in acts(text)


def test_a_foe_among_others_is_not_who_does_it() -> None:
    told = "Chad bombed Libya. Sudan shelled Niger. Four Chadian soldiers were shot dead."
    assert ("ASSAULT", None, "TCD") in acts(told)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kenya called on Uganda to withdraw the troops it has massed at the border.", ("MOBILIZE", "UGA", None)),
        ("Albania invited the EU to lift the measures it imposed on Kosovo.", ("SANCTION", None, "XKX")),
        ("Egypt called on Sudan to help it.", ("AID", "SDN", "EGY")),
        ("Sudan's army and the RSF turned their guns on one another.", ("ASSAULT", "SDN", "SDN")),
        (
            "Sudan's army shelled Khartoum. The RSF shelled El Obeid in Sudan. Chad reopened two border crossings.",
            ("CONCEDE", "TCD", "SDN"),
        ),
    ],
)
def test_who_is_asked_and_who_lies_behind_a_border(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Since launching its invasion of Kuwait, Iraq's army has looted shops.",
            ("ASSAULT", "IRQ", "KWT"),
        ),
        (
            "Ethiopian forces attacked Eritrea in May. Ethiopia has destroyed hospitals and schools.",
            ("ASSAULT", "ETH", "ERI"),
        ),
        (
            "Israel bombed Lebanon. The talks were about the release of hostages held by Hezbollah.",
            ("CONCEDE", "LBN", "ISR"),
        ),
        (
            "Kenya will hold Al-Bashir accountable for his assault on Ethiopia.",
            ("ASSAULT", "SDN", "ETH"),
        ),
    ],
)
def test_nobody_invades_destroys_or_frees_his_own(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in acts(text)


def test_what_a_regime_denies_its_people_is_no_denial_of_what_it_does_beside() -> None:
    told = rows("Eritrea's regime has denied visas to 30 Kenyan teachers and jailed 12 Kenyan reporters.")
    assert [row["modality"] for row in told if row["event_type"] == "COERCE"] == ["asserted"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya reaffirmed the old partnership between Kenya and Ethiopia.", [("SUPPORT", "KEN", "ETH")]),
        ("President Biden discussed with President Macron U.S. plans to build a port.", [("CONSULT", "USA", "FRA")]),
        ("Kenyans continue to defend Kenya's freedom.", []),
        ("Togo has received dozens of howitzers.", []),
        ("President Ruto mobilised partnerships to build railways.", []),
        ("NATO is ready to defend Latvia.", [("SUPPORT", None, "LVA")]),
        ("Kenya welcomed the commitments by Togo and Ghana.", [("SUPPORT", "KEN", "TGO"), ("SUPPORT", "KEN", "GHA")]),
        ("Turkey struck what it said were PKK camps in Iraq.", [("ASSAULT", "TUR", "IRQ")]),
        ("Chad condemned Libya's decision to resume the war.", [("ACCUSE", "TCD", "LBY"), ("ASSAULT", "LBY", None)]),
    ],
)
def test_whom_an_act_is_for(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert acts(text) == expected


def test_who_agreed_after_a_meeting_are_those_who_met() -> None:
    text = "President Ruto met Prime Minister Abiy. Somalis and Sudanese wait for peace. They agreed to share water."
    assert ("AGREE", "KEN", "ETH") in acts(text)


def test_penalties_on_nobody_named_are_on_whom_the_others_of_the_page_are() -> None:
    text = (
        "Kenya imposed sanctions on Chad. Kenya sanctioned Chadian banks. Chadian forces shelled Kano, Lagos and Jos in"
        " Nigeria. Nigeria asked for help. Kenya has implemented more than 200 sanctions listings."
    )
    assert acts(text)[-1] == ("SANCTION", "KEN", "TCD")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya will hold Sudan accountable for the abuses it is committing against its own people.",
            ("ASSAULT", "SDN", "SDN"),
        ),
        (
            "Kenyan Foreign Minister Ali and Ugandan Foreign Minister Odongo convened a meeting of the Kenya-Uganda"
            " Border Group.",
            ("CONSULT", "KEN", "UGA"),
        ),
        (
            "Sudan shelled Chad. Its army deported many Chadians to Sudan. Sudan left old towns in ruins.",
            ("ASSAULT", "SDN", "TCD"),
        ),
    ],
)
def test_who_is_told_of_last_in_the_sentence_is_meant(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in acts(text)


def test_civilians_spoken_of_are_none_who_discuss() -> None:
    told = acts("President Ruto praised the doctors. Somali and Ethiopian families suffer. They also discussed oil.")
    assert [kind for kind, _, _ in told if kind == "CONSULT"] == []


_WAR = (
    "Chadian troops attacked Libyan soldiers at Sabha. Libyan jets bombed N'Djamena. "
    "Chad's army shelled Kufra, and Libya's army shelled Faya. "
)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Libya strongly condemned the raid.", ("ACCUSE", "LBY", "TCD")),
        ("Libya cut diplomatic ties to the lowest level.", ("SANCTION", "LBY", "TCD")),
        ("In May the Libyan army took 900 prisoners.", ("COERCE", "LBY", "TCD")),
        ("On Monday a landmine maimed three Chadian soldiers.", ("ASSAULT", None, "TCD")),
        ("All nine had been shot down, Chad's army said.", ("ASSAULT", "TCD", "LBY")),
    ],
)
def test_the_foe_of_a_side(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(_WAR + text)


def test_who_is_sanctioned_is_of_the_state_told_about() -> None:
    told = "Gangs burned houses in Port-au-Prince and in Jacmel. Police took back Gonaives. "
    assert ("SANCTION", "CAN", "HTI") in acts(told + "In March Canada sanctioned two former senators.")


def test_who_is_struck_in_place_of_the_doer_has_not_his_name() -> None:
    found = rows("Chad bombed Niger in May. It destroyed its missile factories.")
    assert [(row["actor2_name"], row["actor2_country"]) for row in found][1:] == [(None, "NER")]

"""Whose the common nouns of a page are: the enemy's, the regime's, the rebels'."""

from dataclasses import replace

import pytest
from actors_reading import mentions, written

from sitrep import ingest, layout
from sitrep.mentions import actors, places

BULLETIN = """General Staff of the Armed Forces of Ukraine: situation at 06:00

Russian aviation bombed Kupiansk. The enemy lost two tanks. Our troops hold their lines."""

WAR_AT_HOME = """Rebels seize a town in northern Mali

Rebels took Kidal and Menaka on Monday after government forces had left Gao.

France said that it would wait. The rebels met in Algiers in May. Some fighters fled into Niger."""


def test_the_enemy_is_whom_the_issuer_fights():
    found = written(BULLETIN)
    assert found["The enemy"].country == "RUS"
    assert found["Our troops"].country == "UKR"


def test_sides_at_home_keep_their_state_abroad():
    rebels = [m for m in mentions(WAR_AT_HOME) if m.role == "REB"]
    assert rebels
    assert {m.country for m in rebels} == {"MLI"}
    assert written(WAR_AT_HOME)["government forces"].via == "setting"


def test_a_group_of_many_states_is_coded_to_the_one_it_fights_in():
    assert written("ISIS retook Palmyra while Russia looked away.")["ISIS"].country == "SYR"
    assert written("ISIS stormed a barracks in Mosul.")["ISIS"].country == "IRQ"


def test_we_are_who_issues_a_statement():
    found = written("Statement by the Ministry of Foreign Affairs of Kenya. We condemn the raid. Our troops will stay.")
    assert found["We"].country == "KEN"
    assert found["Our troops"].country == "KEN"
    assert written("A man in Kenya spoke. We condemn the raid.")["We"].country is None


@pytest.mark.parametrize(
    "text",
    [
        "Many foreign fighters came to Somalia.",
        "Leaders from 45 nations met in Somalia.",
        "Regimes fell after the war in Somalia.",
        "The Secretary-General flew to Somalia.",
        "A Western diplomat spoke in Somalia.",
    ],
)
def test_those_of_many_states_have_none(text):
    assert {m.country for m in mentions(text) if m.kind != "state"} == {None}


def test_government_soldiers_are_those_of_who_governs():
    found = written("Angola's Defense Ministry spoke. It said government gunners fired on South African troops.")
    assert found["government gunners"].country == "AGO"


def test_a_name_of_several_groups_is_that_of_the_land_told_about():
    assert written("Rebels of the SLA attacked Nyala and El Fasher.")["Rebels of the SLA"].country == "SDN"
    assert written("The SLA shelled Nabatieh and Marjayoun.")["The SLA"].country == "LBN"


def test_an_office_that_many_lands_have_is_that_of_the_land_told_about():
    assert written("Congress met in Lima and Cusco.")["Congress"].country == "PER"
    told = written("Congress met on Lima and Cusco. The United States waited.")
    assert told["Congress"].country == "USA"


def test_a_people_abroad_is_meant_where_it_is_named_alone():
    found = written("Kosovo Serbs blocked a road. Serb gunmen fired on police. Serbian troops left.")
    assert (found["Serb gunmen"].country, found["Serbian troops"].country) == ("XKX", "SRB")
    assert written("Serb gunmen fired on police.")["Serb gunmen"].country == "SRB"


def test_both_sides_of_a_page_are_the_two_states_it_tells_of():
    told = (
        "Peru sent troops to the border with Ecuador. Ecuador shelled a Peruvian post. Peru fired back. "
        "Ecuador lost a pilot. Peru buried him. Chile urged both sides to stop."
    )
    assert [m.country for m in written(told)["both sides"].members] == ["ECU", "PER"]
    assert not written(told.replace("both sides", "all parties"))["all parties"].members


def test_a_statement_dated_from_a_capital_is_its_state_s():
    told = "Statement on the reef\n\nManila, 21 June 2024\n\nWe condemn what happened to our sailors."
    found = written(told)
    assert (found["We"].country, found["our sailors"].country) == ("PHL", "PHL")


def test_a_mission_of_a_body_belongs_to_no_state():
    found = written("The African Union mission left Kismayo and Baidoa. The mission had lost ten men.")
    assert found["The mission"].country is None


def test_a_place_in_a_person_s_name_is_not_where_others_are():
    assert written("Soldiers in Honduras ousted President Manuel Zelaya.")["Soldiers"].country == "HND"


def test_a_name_that_begins_like_a_noun_is_read_whole():
    found = written("The Organization of American States met. Peacekeepers of the UN mission left Bria.")
    assert found["The Organization of American States"].role == "IGO"
    assert found["Peacekeepers of the UN mission"].country is None


@pytest.mark.parametrize(
    ("head", "state"),
    [
        ("MINISTRY OF DEFENCE, NAIROBI", "KEN"),
        ("GOVERNMENT OF KENYA\nOffice of the Prime Minister\n\nStatement on the raid", "KEN"),
        ("STATE COMMITTEE OF THE KYRGYZ REPUBLIC\nBORDER SERVICE\n\nReport", "KGZ"),
        ("THE WHITE HOUSE\nOffice of the Press Secretary\n\nAddress to the Nation", "USA"),
        ("Ministers in Kenya look for somebody", None),
    ],
)
def test_a_letterhead_tells_who_we_are(head, state):
    assert written(f"{head}\n\nWe condemn the raid on the border post.")["We"].country == state


def test_a_letterhead_below_a_menu_tells_who_we_are():
    menu = "The Valley Wire\n\nMiddle East\nEurope\nAfrica\nOpinion\n\n"
    head = "THE WHITE HOUSE\nOffice of the Press Secretary\n\nFor Immediate Release\n\nAddress on the Raid in Chad\n\n"
    text = f"{menu}{head}Kenya struck a port in Chad after the raid. We condemn the raid on the border post."
    assert written(text)["We"].country == "USA"


def test_the_government_is_the_issuer_s():
    told = "MINISTRY OF DEFENCE, NAIROBI\n\nWe hold on. Somalia's Government has lied. The Government has protested."
    assert written(told)["The Government"].country == "KEN"


def test_the_enemy_at_home_is_of_the_same_state():
    told = (
        "MINISTRY OF DEFENCE OF MALI\n\nThe rebels of Gao lost ten men in Gao and Kidal. "
        "Rebels hide there. The enemy sank a boat."
    )
    assert written(told)["The enemy"].country == "MLI"


def test_an_article_before_a_surname_is_part_of_it():
    found = written("Envoys met interim president Samir al-Hadid in Damascus. Iran wrote to al-Hadid.")
    assert "interim president Samir al-Hadid" in found
    assert found["al-Hadid"].country == "SYR"


def test_a_state_that_thanks_its_allies_fights_its_own_rebels():
    told = (
        "Address of the President\n\nMogadishu, 16 June 2025\n\nWe fight Al-Shabaab in Somalia. Somalia is one. "
        "Turkey has trained our men, and we thank Turkey. The enemy attacked our bases. They took Balcad for a night."
    )
    found = written(told)
    assert found["The enemy"].country == "SOM"


def test_they_of_whom_an_issuer_tells_are_its_foe():
    told = (
        "MINISTRY OF DEFENCE OF GHANA\n\nOn Monday Togo opened fire on our posts. "
        "Militants joined it.\n\n"
        "They began it; we ended it."
    )
    assert written(told)["They"].country == "TGO"


@pytest.mark.parametrize("both", ["both prime ministers", "both countries"])
def test_both_are_the_two_states_told_about(both):
    told = (
        "Thai jets bombed Cambodian guns. Cambodian troops shelled Thai posts. Thailand shut its border. "
        f"Cambodia protested.\n\nThe harvest was poor.\n\nMalaysia wrote to {both}."
    )
    assert {m.country for m in written(told)[both].members} == {"THA", "KHM"}


def test_a_group_is_known_by_whom_it_is_aligned_with():
    told = "Yemen's Houthi movement hit a ship. The Iran-aligned group has hit more than 80. It sank two."
    found = written(told)
    assert found["aligned group"].country == "YEM"
    assert found["It"].country == "YEM"


def test_whom_an_army_leads_is_of_its_state():
    told = "Shells hit Kosti, Nyala and Bara in Sudan. The army-led government accused Chad of sending arms."
    assert written(told)["The army-led government"].country == "SDN"


def test_we_are_whose_office_stands_alone_above_the_title():
    told = (
        "Foreign and Commonwealth Office\n\nStatement on Sierra Leone\n\nRebels took Freetown and Makeni in May, and "
        "the army of Sierra Leone fled from Kenema.\n\nWe have asked the United Nations to send more troops."
    )
    assert written(told)["We"].country == "GBR"


@pytest.mark.parametrize(
    ("url", "title", "country"),
    [
        ("https://www.gov.uk/news/1", "Aid to Mali", "GBR"),
        ("https://mfa.gov.ua/en/news/2", "Aid to Mali", "UKR"),
        ("https://www.gov.uk/news/3", "Joint statement on Mali", None),
        ("https://example.org/news/4", "Aid to Mali", None),
    ],
)
def test_we_are_the_government_that_publishes_the_page(url, title, country):
    text = f"{title}\n\nRebels took Gao and Bamako in May.\n\nWe have asked the United Nations to send more troops."
    page = layout.read(replace(ingest.from_text(text), url=url))
    found = actors.read(page, places.read(page, []), [])
    assert {a.country for a in found if page.quote(a.char_start, a.char_end) == "We"} == {country}


def test_we_are_nobody_known_in_what_several_issue():
    text = "Joint Statement of the Foreign Ministers of Kenya and Ghana\n\nWe condemn the raid."
    assert written(text)["We"].country is None
    assert written("Address to the joint session by the President of Kenya. We will win.")["We"].country == "KEN"


def test_we_are_who_has_the_floor():
    text = (
        "Remarks by President Ruto of Kenya\n\nPRESIDENT RUTO: We will win.\n\n"
        "PRESIDENT MAHAMA OF GHANA: Our soldiers will help.\n\nMR. OTIENO: My government thanks you."
    )
    found = written(text)
    assert found["We"].country == "KEN"
    assert found["Our soldiers"].country == "GHA"
    assert found["My government"].country == "KEN"


def test_one_place_abroad_is_not_the_land_told_about():
    text = "Kenya and Kenyan troops, Kenya said, met in Milan. Kenya's police came. The opposition waited."
    assert written(text)["The opposition"].country == "KEN"
    told = "Kenya said Kenya and Kenyan troops met. " * 6 + "They met in Milan and Turin. The opposition waited."
    assert written(told)["The opposition"].country == "KEN"


def test_we_in_a_quotation_are_not_who_issued_the_page():
    text = (
        "Statement by the Ministry of Defence of Kenya. Our troops won.\n\n“We ask for peace,” a trader said.\n\n"
        "President Mahama of Ghana: “Us Kenya can trust.”"
    )
    found = written(text)
    assert (found["Our troops"].country, found["We"].country, found["Us"].country) == ("KEN", None, "GHA")


_DIGEST = """SAHEL BULLETIN

MALI

- JNIM fighters stormed a camp. The army withdrew.

BURKINA FASO

- JNIM raided a market, and the group killed 20 soldiers. Special forces struck back.

BENIN AND TOGO

- Gunmen killed a teacher.

OUTLOOK

- The army is weak.
"""


def test_parts_of_a_page_that_names_of_states_head():
    found = [m for m in mentions(_DIGEST) if m.role in ("MIL", "REB")]
    told = {(_DIGEST[m.char_start : m.char_end], m.country) for m in found}
    assert {("JNIM fighters", "MLI"), ("The army", "MLI"), ("JNIM", "BFA"), ("20 soldiers", "BFA")} <= told
    assert ("Special forces", "BFA") in told


def test_a_page_with_one_state_above_has_no_parts():
    told = _DIGEST.replace("BURKINA FASO", "MORE NEWS")
    assert {m.country for m in mentions(told) if m.kind == "group"} == {"MLI"}


def test_whom_a_text_names_further_on_did_not_issue_it():
    text = "The president met allies. New sanctions hit firms that supply Iran's Defense Ministry. We will not stop."
    assert [m.country for m in mentions(text) if text[m.char_start : m.char_end] == "We"] == [None]


def test_whom_officials_of_another_state_meet_is_of_the_government_that_publishes_the_page():
    text = "National Security Advisor Phil Gordon gave remarks and met Israeli officials. We thank them. Gordon left."
    page = layout.read(replace(ingest.from_text(text), url="https://www.whitehouse.gov/briefing-room/1"))
    found = actors.read(page, places.read(page, []), [])
    assert {m.country for m in found if page.quote(m.char_start, m.char_end) == "Gordon"} == {"USA"}


def test_the_leaders_are_those_of_states_whose_leaders_were_told_of():
    text = (
        "Joe Biden spoke to Western leaders. Russia threatens Ukraine. Russia armed Ukraine. The leaders agreed on it."
    )
    assert not [m.members for m in mentions(text) if text[m.char_start : m.char_end] == "The leaders" and m.members]

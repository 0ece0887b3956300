"""Who does an act and to whom: owners, crowds, inner groups and what the setting leaves open."""

from __future__ import annotations

import pytest
from event_texts import acts, rows


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Zambia's leader met his Malawian counterpart Peter Banda in Mbeya.", ("CONSULT", "ZMB", "MWI")),
        ("Riot police beat marchers in Harare and detained 90 of them.", ("COERCE", "ZWE", "ZWE")),
        ("Oman summoned the Yemeni charge d'affaires on Monday.", ("ACCUSE", "OMN", "YEM")),
        ("THE ARMY ATTACKED CHADIAN AND LIBYAN SOLDIERS NEAR AOUZOU.", ("ASSAULT", "LBY", "TCD")),
        ("Tony Blair met Vladimir Putin and urged him to withdraw.", ("REQUEST", "GBR", "RUS")),
    ],
)
def test_the_owner_is_not_who_is_owned(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Thousands of teachers marched through Harare.", ("PROTEST", "ZWE", None)),
        ("Ghana closed its borders.", ("COERCE", "GHA", None)),
    ],
)
def test_a_place_alone_is_no_other_side(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


def test_gunmen_are_of_no_known_state() -> None:
    told = "The rebels took Kasese in Uganda. Ugandan soldiers fled. Gunmen killed three soldiers in Mbarara."
    assert acts(told)[-1] == ("ASSAULT", None, "UGA")
    assert ("ASSAULT", None, "UGA") in acts("Gunmen killed three traders in Mbarara.")


def test_a_state_that_takes_back_its_own_land_fights_who_holds_it() -> None:
    told = "Argentine troops invaded the Falklands. British paratroopers attacked Goose Green on the Falklands."
    assert acts(told) == [("ASSAULT", "ARG", "FLK"), ("ASSAULT", "GBR", "ARG")]


def test_prisoners_let_go_are_the_other_side() -> None:
    told = "Iraq attacked Iran in 1980. By 1990 Iraq had released 40,000 prisoners."
    assert acts(told)[-1] == ("CONCEDE", "IRQ", "IRN")


def test_those_whom_the_police_arrest_are_at_home_there() -> None:
    told = "Israel shelled Gaza City and Rafah. French police arrested 38 people after a march for Gaza."
    assert acts(told)[-1] == ("COERCE", "FRA", "FRA")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The Colombian army captured Dario Perez Zuleta, leader of the Gulf Clan.", ("COERCE", "COL", "COL")),
        ("Chadian police arrested Jean Ndonga, a Cameroonian officer, on Monday.", ("COERCE", "TCD", "CMR")),
    ],
)
def test_an_office_tells_who_an_unknown_name_is(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text)


def test_a_list_renames_nobody() -> None:
    told = rows("Chadian police arrested Jean Ndonga, Cameroonian officers and others.")
    assert "Jean Ndonga" not in {row["actor2_text"] for row in told if row["actor2_country"]}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ghana condemned the recent rocket attacks from Gaza into Israel.", ("ACCUSE", "GHA", "PSE")),
        ("Ghana condemned Libya's missile strikes on Monday.", ("ACCUSE", "GHA", "LBY")),
        ("Kenya feared the prospect of Eritrea launching a ground operation in Adigrat.", ("ASSAULT", "ERI", "ETH")),
        ("Togo condemned Boko Haram as a group that attacked Benin.", ("ASSAULT", "NGA", "BEN")),
        ("Two days after Russia's invasion, Spain and Italy worked together on a plan.", ("COOPERATE", "ESP", "ITA")),
    ],
)
def test_who_stands_between_the_doer_and_the_act(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


def test_those_who_meet_a_crowd_together_do_not_meet_each_other() -> None:
    told = "Treasury Secretary Janet Yellen and National Security Advisor Jake Sullivan met with lawyers from Peru."
    assert ("CONSULT", "USA", "PER") in acts(told)
    assert ("CONSULT", "USA", "USA") not in acts(told)


def test_a_place_is_not_what_is_told_of_those_inside_it() -> None:
    assert ("AID", "LBY", "BEN") not in acts("Togo will disrupt cells inside Benin that are sponsored by Libya.")


def test_a_modifier_or_a_state_that_helps_itself_is_no_doer() -> None:
    assert ("REJECT", "RUS", "RUS") not in acts("We repeat our firm rejection of Russia's claims.")
    assert all(a != "RUS" for _, a, _ in acts("Firms that violate Russia-related sanctions face fines."))
    assert ("AID", "UKR", "UKR") not in acts("The exports to Ukraine, which will help Ukraine, go on.")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chad sent arms to Niger, which Algeria denounced as a threat.", ("ACCUSE", "DZA", "TCD")),
        ("Ghana proposed a truce on 4 May, which Togo rejected.", ("REJECT", "TGO", "GHA")),
        (
            "Peru's mine authority condemned the use of cluster bombs by the Chilean air force.",
            ("ACCUSE", "PER", "CHL"),
        ),
        ("The World Food Programme delivered 90 tons of rice through Berbera.", ("AID", None, "SOM")),
        (
            "Rebel fighters had taken Yafran in Libya, he said, and were advancing on Gharyan.",
            ("ASSAULT", "LBY", "LBY"),
        ),
    ],
)
def test_what_stands_beside_tells_the_other_side(text: str, event: tuple[str, str | None, str]) -> None:
    assert event in acts(text)


def test_who_storms_a_town_at_war_comes_from_the_other_side() -> None:
    told = "Paraguay attacked Bolivia. Bolivia lost Tarija and Sucre. General Pedro Nuñez attacked Tarija."
    assert acts(told)[-1] == ("ASSAULT", "PRY", "BOL")


def test_aid_from_a_place_is_none_to_it() -> None:
    assert ("AID", None, "CMR") not in acts("The World Food Programme flew in rice from Douala.")


def test_foreign_troops_are_of_no_state_at_home() -> None:
    told = "Rebels hold Palma and Pemba. Mozambique's President Filipe Nyusi rejected foreign troops."
    assert ("REJECT", "MOZ", None) in acts(told)


def test_the_ministers_of_two_states_meet_each_other() -> None:
    told = "Peru and Chile agreed to talk. Their foreign ministers met in Quito. They signed a statement."
    assert acts(told)[1:] == [("CONSULT", "PER", "CHL"), ("AGREE", "PER", "CHL")]


def test_forces_that_an_army_tells_of_are_its_own() -> None:
    told = "India shelled Pakistan. The Indian army reported that 40 jets dropped bombs on a camp in Lahore."
    assert acts(told)[-1] == ("ASSAULT", "IND", "PAK")
    told = (
        "Rebels hold Misrata and Sirte. France's delegate said that 12 helicopters had been sent to the Mediterranean."
    )
    assert ("MOBILIZE", "FRA", None) in acts(told)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ghana, whose army claims to have killed 40 gunmen, will call up 900 men in Togo.", ("ASSAULT", "GHA", "TGO")),
        ("This is the Libyan general whose agents murdered a British nurse in Paris.", ("ASSAULT", "LBY", "GBR")),
        ("The mediator, Kenyan Foreign Minister Peter Juma, urged Chad to wait.", ("REQUEST", "KEN", "TCD")),
    ],
)
def test_owner_and_holder_are_told_beside(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text)


def test_the_foe_of_captured_fighters_took_them() -> None:
    told = (
        "Peruvian jets bombed Ecuador. Ecuador shelled Peruvian troops. Peru attacked Ecuador again. "
        "Six Ecuadorian soldiers were taken prisoner."
    )
    assert acts(told)[-1] == ("COERCE", "PER", "ECU")
    assert acts(told.replace("taken prisoner", "arrested"))[-1] == ("COERCE", "PER", "ECU")


def test_fighters_who_fall_at_home_fall_to_their_own() -> None:
    told = "Rebels in Mali killed soldiers in Gao. Rebels in Mali bombed Kidal. "
    assert acts(told + "Nine soldiers were killed in Kidal.")[-1] == ("ASSAULT", "MLI", "MLI")
    assert acts(told + "Nine villagers were killed in Kidal.")[-1] == ("ASSAULT", None, "MLI")


def test_of_many_who_strike_a_land_none_is_its_foe() -> None:
    told = "Chad bombed Nigeria. Niger shelled Nigeria. Cameroon attacked Nigeria. "
    assert acts(told + "A bomb exploded in Maiduguri.")[-1] == ("ASSAULT", None, "NGA")


def test_a_bulletin_sets_its_state_against_the_enemy() -> None:
    told = (
        "MINISTRY OF DEFENCE\n\nACCRA\n\nSituation on Monday\n\nTogolese guns have been moved to the border. "
        "Enemy guns shelled the road. A patrol captured the hill of Krobo in Ghana. "
        "Two Togolese soldiers were captured. The Government has called on Togo to withdraw."
    )
    found = acts(told)
    assert ("ASSAULT", "TGO", "GHA") in found
    assert ("REQUEST", "GHA", "TGO") in found
    assert ("COERCE", "GHA", "TGO") in found


def test_we_are_also_those_to_whom_it_is_done() -> None:
    told = "THE WHITE HOUSE\n\nAddress to the Nation\n\nLast night Libya attacked us. We will wait."
    assert ("ASSAULT", "LBY", "USA") in acts(told)


def test_forces_moved_by_nobody_named_are_those_that_the_text_tells_of() -> None:
    text = "The Ugandan army spoke on Friday. Two battalions and a dozen tanks were rushed to Arua, it said."
    assert ("MOBILIZE", "UGA", None) in acts(text)
    text = "The Ugandan army spoke on Friday. It hit areas where personnel were concentrated."
    assert "MOBILIZE" not in {act[0] for act in acts(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway and Denmark endorsed the air strikes.", [("SUPPORT", "NOR", None), ("SUPPORT", "DNK", None)]),
        ("Norway praised the film.", []),
    ],
)
def test_who_backs_an_attack_takes_a_side(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Zambia sent Harare an ultimatum on Monday.", ("THREATEN", "ZMB", "ZWE")),
        ("Chad refused Togo the use of its bases.", ("REJECT", "TCD", "TGO")),
    ],
)
def test_who_is_given_a_word_stands_before_it(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text)


def test_we_are_threatened_in_what_is_ours() -> None:
    told = "MINISTRY OF DEFENCE OF GHANA\n\nTogo threatened to attack our ships. We must wait."
    assert ("THREATEN", "TGO", "GHA") in acts(told)


def test_help_from_abroad_is_for_the_land_told_about() -> None:
    told = "Floods hit Kumasi, Tamale and Tema in Ghana. France has handed over nine boats. Ghana has sent tents."
    found = acts(told)
    assert ("AID", "FRA", "GHA") in found
    assert ("AID", "GHA", None) in found


def test_what_an_opposition_demands_it_demands_of_its_state() -> None:
    told = "Police shot at crowds in Harare, Mutare and Bulawayo. Opposition leaders demanded a new vote."
    assert acts(told)[-1] == ("REQUEST", "ZWE", "ZWE")
    assert ("REQUEST", "ZMB", "ZWE") not in acts(told.replace("Opposition", "Zambian opposition"))


def test_the_militants_are_those_named_and_not_those_met_abroad() -> None:
    told = (
        "Boko Haram attacked Gwoza and Bama in Nigeria. Boko Haram fled. Chad said it killed 30 militants in Bol. "
        "The militants abducted 200 girls in 2014."
    )
    assert ("COERCE", "NGA") in {act[:2] for act in acts(told)}


def test_an_army_that_fights_rebels_at_home_is_not_at_war_with_a_neighbour_it_once_met() -> None:
    told = (
        "Sudan's army recaptured Bara on Thursday. RSF fighters had shelled Kosti and El Obeid. The RSF denied it. The "
        "army bombed Nyala. Government troops entered Kadugli. Chadian troops fired on a Sudanese patrol near Tine."
    )
    found = acts(told)
    assert ("ASSAULT", "SDN", "SDN") in found
    assert ("ASSAULT", "SDN", "TCD") not in found


def test_who_acts_in_a_clause_of_time_is_not_who_acts_before_it() -> None:
    told = "Thai jets bombed Cambodian guns near Surin, hours after rockets landed on a village in Surin."
    assert ("ASSAULT", "KHM", "THA") in acts(told)


def test_who_brokers_a_truce_deals_with_the_two_sides_that_fight() -> None:
    told = (
        "Thai troops shelled Cambodian positions for five days before Malaysia and the United States brokered a truce."
    )
    found = acts(told)
    both = {("CONSULT", doer, side) for doer in ("MYS", "USA") for side in ("THA", "KHM")}
    assert both == {act for act in found if act[0] == "CONSULT"}
    named = acts("The ceasefire between Sudan and South Sudan was brokered by Egypt.")
    assert {("CONSULT", "EGY", "SDN"), ("CONSULT", "EGY", "SSD")} == set(named)


def test_counterparts_in_several_capitals_are_one_each() -> None:
    spoken = acts("Japan's foreign minister has spoken to his counterparts in Ankara, Beijing and Riyadh.")
    assert {act[2] for act in spoken} == {"TUR", "CHN", "SAU"}
    met = acts("Sergei Lavrov met his Azerbaijani counterpart in Moscow.")
    assert ("CONSULT", "RUS", "AZE") in met


def test_who_stands_inside_a_verb_of_several_words_is_its_patient() -> None:
    assert ("REQUEST", "PAK", "AFG") in acts("Pakistan called upon Kabul to expel the militants.")
    assert ("SANCTION", "MLI", "FRA") in acts("Mali ordered the French ambassador, Joel Meyer, to leave.")


def test_who_condemns_a_deed_told_before_blames_who_did_it() -> None:
    assert ("ACCUSE", "POL", "RUS") in acts("Russia struck Kyiv with drones overnight. Poland condemned the attack.")
    fired = "North Korea fired several ballistic missiles into the sea on Wednesday. Japan condemned the launch."
    assert ("ACCUSE", "JPN", "PRK") in acts(fired)
    other = acts("Russia struck Kyiv with drones overnight. Poland condemned the strikes on Yemen.")
    assert ("ACCUSE", "POL", "RUS") not in other


def test_what_somebody_proposed_is_refused_to_them() -> None:
    assert ("REJECT", "SDN", "USA") in acts("Sudan's army rejected the truce that the United States proposed in May.")
    assert ("REJECT", "RUS", "UKR") in acts("Russia rejected a ceasefire proposed by Ukraine.")


def test_a_ship_is_of_the_state_of_its_flag() -> None:
    assert ("ASSAULT", "YEM", "LBR") in acts("Houthi fighters attacked a Liberian-flagged tanker on Monday.")
    assert ("COERCE", "IRN", "PRT") in acts("Iran's navy seized a Portuguese-flagged ship on Monday.")


def test_an_agreement_is_torn_up_against_who_it_is_with_and_an_offer_taken_from_who_made_it() -> None:
    assert ("REJECT", "RUS", "NOR") in acts("Russia scrapped a treaty with Norway.")
    assert ("REJECT", "SDN", "KEN") in acts("Sudan tore up an agreement with Kenya.")
    assert ("AGREE", "KEN", "UGA") in acts("Kenya accepted a truce proposed by Uganda.")


def test_two_who_accept_a_truce_agree_with_one_another() -> None:
    assert acts("Chad and Niger accepted a truce on Monday.") == [("AGREE", "TCD", "NER")]


def test_what_a_step_is_judged_for_is_who_took_it() -> None:
    assert ("ACCUSE", "JOR", "ISR") in acts("Israel struck Damascus, a move condemned by Jordan.")
    assert ("SUPPORT", "SOM", "KEN") in acts("Kenya closed its border, a decision that Somalia welcomed.")


def test_a_threat_joined_to_a_charge_is_made_to_the_accused() -> None:
    told = rows("Chad accused Niger of theft and threatened to retaliate.")
    threat = next(r for r in told if r["event_type"] == "THREATEN")
    assert (threat["actor2_country"], threat["modality"], threat["source_text"]) == ("NER", "asserted", None)


def test_who_says_something_else_is_no_source_of_what_he_does() -> None:
    told = rows("Kenya, which blames Somalia for the raid, closed the border.")
    assert [(r["event_type"], r["modality"]) for r in told] == [("ACCUSE", "asserted"), ("COERCE", "asserted")]


def test_what_is_of_unknown_origin_is_nobodys() -> None:
    assert acts("Shells fell on Tine and Abéché. A drone of unknown origin struck a Chadian post.")[-1] == (
        "ASSAULT", None, "TCD",
    )  # fmt: skip


def test_who_has_the_floor_acts_as_i_and_we() -> None:
    told = (
        "Remarks by President Ruto of Kenya\n\nPRESIDENT RUTO: We will meet Uganda.\n\n"
        "PRESIDENT MAHAMA OF GHANA: Our men will come. I thank Togo.\n\n“We thank Mali,” a trader said."
    )
    assert acts(told) == [("CONSULT", "KEN", "UGA"), ("SUPPORT", "GHA", "TGO")]


def test_we_are_those_whose_forces_are_ours() -> None:
    assert ("ACCUSE", "TCD", "LBY") in acts("In Abeche Chad's army shelled Sudan. Our troops stayed. We condemn Libya.")
    told_by_others = acts("For months Russia's forces have deported children. We urge Chad to help Ukrainian refugees.")
    assert ("REQUEST", "RUS", "TCD") not in told_by_others

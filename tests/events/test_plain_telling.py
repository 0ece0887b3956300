"""Acts told between small words: what there was, who is called on, whose allies are hit."""

from __future__ import annotations

import pytest
from event_texts import acts, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Egypt demanded that Hamas lay down its arms.", ("RETREAT", "PSE", None)),
        ("Egypt demanded that Libya cut ties with Chad.", ("SANCTION", "LBY", "TCD")),
        ("There were two airstrikes on Kyiv on Monday.", ("ASSAULT", None, "UKR")),
        ("There was an airstrike on a market in Myanmar.", ("ASSAULT", None, "MMR")),
        ("There was shelling of Goma by the Rwandan army.", ("ASSAULT", "RWA", "COD")),
        ("There has been fighting between Chad and Libya.", ("ASSAULT", "TCD", "LBY")),
        ("Kenya repeated its call on Sudan and Chad to withdraw their troops.", ("RETREAT", "TCD", None)),
        ("Egypt renewed its appeal to Hamas to release the hostages.", ("CONCEDE", "PSE", "EGY")),
        ("The Egyptian envoy renewed his call to Libya for a truce.", ("REQUEST", "EGY", "LBY")),
        ("Ghana's Nigerian allies condemned Chad.", ("ACCUSE", "NGA", "TCD")),
        ("Israel bombed Iran's Hezbollah allies.", ("ASSAULT", "ISR", "LBN")),
        ("Kenya attacked Chad's main ally.", ("ASSAULT", "KEN", "TCD")),
        ("Ethiopia shelled Asmara. The two sides exchanged prisoners.", ("CONCEDE", "ERI", "ETH")),
        ("Kenya pointed out that Chad, too, had shelled Libya.", ("ASSAULT", "TCD", "LBY")),
        ("France carried out today, Monday, five strikes on a camp in Mali.", ("ASSAULT", "FRA", "MLI")),
        ("France launched an operation of scale against rebels in Mali.", ("ASSAULT", "FRA", "MLI")),
        ("The deadliest raid was on the port of Latakia in Syria.", ("ASSAULT", None, "SYR")),
        ("Chad condemned the targeting of a hospital by Sudanese drones.", ("ASSAULT", "SDN", "TCD")),
        ("Iran vowed to retaliate against Israel.", ("ASSAULT", "IRN", "ISR")),
        ("Israeli jets hit Beirut, and Lebanon has promised to retaliate.", ("ASSAULT", "LBN", "ISR")),
        ("Kenyan troops took the summit of Mount Elgon from Uganda.", ("ASSAULT", "KEN", "UGA")),
        ("Peru said that two more battalions would follow.", ("MOBILIZE", "PER", None)),
        ("Kenya announced the sending of 1,000 soldiers to Haiti.", ("MOBILIZE", "KEN", None)),
        ("The Sudanese army will hand them over after the war.", ("CONCEDE", "SDN", None)),
        ("Chad handed 61 migrants over to Libya.", ("CONCEDE", "TCD", "LBY")),
        ("Under the plan Ukraine would cede the rest of Donbas.", ("CONCEDE", "UKR", None)),
        ("The Iraqi government protested against the Turkish raids.", ("ACCUSE", "IRQ", "TUR")),
        ("Rome called in Tehran's diplomats.", ("ACCUSE", "ITA", "IRN")),
        ("Latvia barred three Russian officials from entering the country.", ("SANCTION", "LVA", "RUS")),
        ("Berlin approved the sale of 12 jets to Taiwan.", ("AGREE", "DEU", "TWN")),
        ("If China did impose a quarantine on Taiwan, prices would rise.", ("COERCE", "CHN", "TWN")),
        ("Eritrean guns opened up along the border with Ethiopia.", ("ASSAULT", "ERI", "ETH")),
        ("Romania scrambled jets after a Russian drone strayed in, but held its fire.", ("CONCEDE", "ROU", None)),
        ("Kenya closed the border after Somalia shelled Mandera, and sent 300 men.", ("MOBILIZE", "KEN", None)),
        ("Kenya closed the border after Somalia shelled Mandera and sent 300 men.", ("MOBILIZE", "SOM", None)),
        ("Israel said it hit Beirut after Hezbollah fired rockets, and warned Lebanon.", ("THREATEN", "ISR", "LBN")),
        ("Ten people killed in overnight barrage on Kyiv", ("ASSAULT", None, "UKR")),
        ("The siege of Aleppo began in July 2012.", ("COERCE", None, "SYR")),
        ("Guyana said its patrol returned fire.", ("ASSAULT", "GUY", None)),
        ("A mob of 1,500 rebels attacked an army post in Nepal.", ("ASSAULT", "NPL", "NPL")),
        ("Greece sent four jets to Cyprus for a joint exercise.", ("MOBILIZE", "GRC", None)),
        ("Greece sent four jets to Cyprus.", ("AID", "GRC", "CYP")),
        ("Ten tanks have been delivered to Ukraine.", ("AID", None, "UKR")),
        ("Three US missiles were delivered to Ukraine.", ("AID", "USA", "UKR")),
        ("Chad uses planes and shells Libya.", ("ASSAULT", "TCD", "LBY")),
        ("Chinese police detained two Japanese men, who were freed within hours.", ("CONCEDE", "CHN", "JPN")),
        ("Turkish police arrested eight Greeks, four of whom have been released.", ("CONCEDE", "TUR", "GRC")),
        ("Rebels in Chad kidnapped two French nurses, who were freed in May.", ("CONCEDE", None, "FRA")),
        ("Thousands of demonstrators defied a ban in support of Gaza in Paris.", ("PROTEST", "FRA", None)),
        ("Egypt rejected any change to Cairo's plan.", ("REJECT", "EGY", None)),
        ("Kenyan soldiers recaptured 81 prisoners.", ("COERCE", "KEN", "KEN")),
        ("The Houthis surrounded Marib.", ("COERCE", "YEM", "YEM")),
        ("Kerry is due in Juba, where he will press Kiir to open the border.", ("REQUEST", "USA", "SSD")),
        ("India is airlifting tanks and two divisions into Ladakh.", ("MOBILIZE", "IND", None)),
        ("France airlifted weapons to Chad.", ("AID", "FRA", "TCD")),
        ("Kenya withdrew its troops; Uganda never withdrew theirs.", ("RETREAT", "UGA", None)),
        ("Talks resume in Luanda next month between Congo and Rwanda.", ("CONSULT", "COD", "RWA")),
    ],
)
def test_act_is_read(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert expected in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "There was fear of an attack on Kenya.",
        "American mediators handed both sides the draft of a truce.",
        "The attack was on a scale unseen in Syria.",
        "Chad speaks of 170 Libyan tanks and as many as 100 guns and mortars over 100 mm.",
        "Iraq paraded two captured Apache pilots on television.",
    ],
)
def test_nothing_is_done(text: str) -> None:
    assert not {"ASSAULT", "MOBILIZE"} & {kind for kind, *_ in acts(text)}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("There was no attack on Kenya.", "negated"),
        ("There will be an attack on Kyiv.", "planned"),
        ("There was shelling of Goma.", "asserted"),
    ],
)
def test_how_it_is_told(text: str, modality: str) -> None:
    assert [row["modality"] for row in rows(text) if row["event_type"] == "ASSAULT"] == [modality]


def test_retreat_is_no_rest_of_two_verbs() -> None:
    assert "RETREAT" not in {kind for kind, *_ in acts("Kenyan troops crossed the river and fired back.")}


def test_place_is_not_whose_people_are() -> None:
    assert [row["place_country"] for row in rows("Israel killed Iran's generals in Syria.")] == ["SYR"]


def test_mission_declared_over_is_no_sanction() -> None:
    assert not acts("France declared its mission in Chad over.")

"""Counts in a text on war: what is counted, and what the sentence tells of it, in the ways of news."""

from __future__ import annotations

import pytest

from sitrep import ingest, pipeline

LEAD = (
    "War report\n\nHeavy fighting went on along the front this week, and army commanders said that the offensive would "
    "continue until the rebels lay down their weapons.\n\n"
)
# Each sentence with its counts: one bound, what is counted, its role.
TOLD = {
    "France flew two Rafale contenders to Crete.": [(2, "equipment", "deployed")],
    "Three MiG-31 contenders abused Estonian airspace for 12 minutes.": [(3, "equipment", "deployed")],
    "China has sold Pakistan 20 J-10C contenders since 2022.": [(20, "equipment", "supplied")],
    "The Houthis let go 144 Yemeni soldiers, 16 Saudis and three Sudanese.": [
        (144, "personnel", "released"),
        (16, "personnel", "released"),
        (3, "personnel", "released"),
    ],
    "The bombing killed at least 40 Indian paramilitary police in Pulwama.": [(40, "personnel", "killed")],
    "The army said no crew members had been killed.": [(0, "personnel", "killed")],
    "The junta is thought to have rounded up as many as 70,000 youths for the army.": [
        (70000, "personnel", "recruited")
    ],
    "Auxiliaries of the VDP, of whom the state has recruited upwards of 50,000, bear the brunt.": [
        (50000, "personnel", "recruited")
    ],
    "South Africa deployed a C-130 transport plane to Pemba to fetch its citizens.": [(1, "equipment", "deployed")],
    "Italy invaded Ethiopia on 3 October 1935 with around 200,000 men.": [(200000, "personnel", "deployed")],
    "At the peak there were 130,000 American troops in Afghanistan.": [(130000, "personnel", "deployed")],
    "Sudan once had as many as 15,000 soldiers in Yemen.": [(15000, "personnel", "deployed")],
    "Indian accounts admit to about 3,000 dead soldiers, and claim 3,800 on the Pakistani side.": [
        (3000, "personnel", "killed"),
        (3800, "personnel", "killed"),
    ],
    "There are 14,000 American troops in the country, against 8,500 a year ago.": [
        (14000, "personnel", "deployed"),
        (8500, "personnel", "deployed"),
    ],
    "Turkey has lost 31 soldiers in Afrin, 18 of them in a single day.": [
        (31, "personnel", "killed"),
        (18, "personnel", "killed"),
    ],
    "The raiders rode about a hundred motorcycles.": [(100, "equipment", "deployed")],
    "Germany agreed to keep up to 1,400 soldiers in the UN mission.": [(1400, "personnel", "deployed")],
    "The 1,000 or so Russians who have landed in Mali since December are instructors, the junta says.": [
        (1000, "personnel", "deployed")
    ],
    "Gunmen stormed the gendarmerie post, killing eight gendarmes and wounding 33.": [
        (8, "personnel", "killed"),
        (33, "personnel", "wounded"),
    ],
    "The war game assumed that America would lose two carriers and 10 to 20 large surface ships.": [
        (2, "equipment", "destroyed"),
        (10, "equipment", "destroyed"),
    ],
    "Canberra gave the Papuans four Iroquois helicopters in 1989.": [(4, "equipment", "supplied")],
    "Up to 40 Pakistani troops were killed, according to an Indian general; Pakistan concedes 11.": [
        (40, "personnel", "killed"),
        (11, "personnel", "killed"),
    ],
    "Four battalions are under canvas at Lesnovski and a further two at Repishcha.": [
        (4, "formation", "deployed"),
        (2, "formation", "deployed"),
    ],
    "The army consists of four mechanised brigades, two air assault brigades and one Spetsnaz brigade.": [
        (4, "formation", "strength"),
        (2, "formation", "strength"),
        (1, "formation", "strength"),
    ],
    "US special forces captured an IS commander in a dawn raid on al-Bab.": [(1, "personnel", "captured")],
    "29 Boko Haram fighters and 31 members of their families turned themselves in at Banki.": [
        (29, "personnel", "surrendered"),
        (31, "civilian", "surrendered"),
    ],
    "The junta admitted that some 50 of its soldiers fell at Djibo; the group brags of 200.": [
        (50, "personnel", "killed"),
        (200, "personnel", "killed"),
    ],
    "An Israeli column pushed into two villages near Quneitra and dragged off three shepherds.": [
        (3, "civilian", "captured")
    ],
    "JNIM said it had slain 200 soldiers there; independent tallies are closer to 100.": [
        (200, "personnel", "killed"),
        (100, "personnel", "killed"),
    ],
    "50 servicemen of Azerbaijan became martyrs while preventing the provocation.": [(50, "personnel", "killed")],
    "Two nurses were bleeding.": [(2, "civilian", "wounded")],
    "The raid left some 1,200 people dead in southern Israel; 251 were dragged into Gaza as hostages.": [
        (1200, "civilian", "killed"),
        (251, "civilian", "captured"),
    ],
    "Warplanes dropped some 330 bombs on around 100 targets.": [(330, "equipment", "deployed")],
    "He announced that 1,500 more soldiers would join the 9,500 already on the border.": [
        (1500, "personnel", "reinforcing"),
        (9500, "personnel", "deployed"),
    ],
    "Algeria shot down a Malian drone on 1 April.": [(1, "equipment", "destroyed")],
    "The spokesman put the number of Russians still holed up in the northern quarters at around 40.": [
        (40, "personnel", "deployed")
    ],
    "The regime aims to train 5,000 conscripts per batch.": [(5000, "personnel", "trained")],
    "The petroleum minister and more than 20 other allies of Machar were rounded up the same night.": [
        (20, "civilian", "captured")
    ],
    "Bulgaria donated artillery shells, and 20 tanks were on their way.": [(20, "equipment", "supplied")],
    "The mission, which would count up to 5,000 men, has not been accepted.": [(5000, "personnel", "strength")],
    "Uganda threatened to pull out its 6,000 soldiers, and Burundi withdrew 500 men in December.": [
        (6000, "personnel", "deployed"),
        (500, "personnel", "withdrawn"),
    ],
    "The Kremlin denied that it would pull its 3,000 troops out of Gyumri.": [(3000, "personnel", "deployed")],
    "The PLA drilled around Taiwan with 46 vessels and as many as 111 aircraft.": [
        (46, "equipment", "deployed"),
        (111, "equipment", "deployed"),
    ],
    "15k reservists were called up for training by Taiwan in 2023.": [(15000, "personnel", "recruited")],
    "South Sudan had sent 5,000 soldiers to the area, backed by about 20 tanks.": [
        (5000, "personnel", "deployed"),
        (20, "equipment", "deployed"),
    ],
    "The bloc is sending about 2,500 troops in all, its general secretary says.": [(2500, "personnel", "reinforcing")],
    "Belarus is contributing a company of 100 paratroopers.": [
        (1, "formation", "reinforcing"),
        (100, "personnel", "reinforcing"),
    ],
    "The company flew in around 70 men with two attack helicopters.": [
        (70, "personnel", "deployed"),
        (2, "equipment", "deployed"),
    ],
    "Taiwan expects the first 38 Abrams tanks from the United States in December.": [(38, "equipment", "supplied")],
    "Trump ordered all 2,000 or so American soldiers in Syria home.": [(2000, "personnel", "withdrawn")],
    "Ankara sent around 40 armoured vehicles to its garrison at Kuweires.": [(40, "equipment", "deployed")],
    "Japan undertook to transfer five patrol vessels to the Philippine Coast Guard.": [(5, "equipment", "supplied")],
    "The navy will deploy two more frigates and a company of marines to Palawan next month.": [
        (2, "equipment", "reinforcing"),
        (1, "formation", "reinforcing"),
    ],
    "Israel puts the number of militants it has killed at about 20,000.": [(20000, "personnel", "killed")],
    "Mexico agreed to send 10,000 National Guard members to the border.": [(10000, "personnel", "reinforcing")],
    "The general lost 11 of his soldiers; Azerbaijan lost 192 men of its own.": [
        (11, "personnel", "killed"),
        (192, "personnel", "killed"),
    ],
    "Finland can count on roughly 870,000 reservists.": [(870000, "personnel", "strength")],
    "The Yugoslav army gave up after ten days, having lost 44 men.": [(44, "personnel", "killed")],
    "The strength of the units along the line has been brought down from 8,350 to 4,500 members.": [
        (8350, "personnel", "strength"),
        (4500, "personnel", "strength"),
    ],
    "The TTP is thought to have between 6,000 and 6,500 fighters in Afghanistan.": [(6000, "personnel", "strength")],
    "Ukraine would cap its army at 600,000 soldiers.": [(600000, "personnel", "strength")],
    "Five of the missiles splashed down in Japan's exclusive economic zone.": [(5, "equipment", "deployed")],
    "Taiwan keeps somewhere between 150,000 and 170,000 active troops.": [(150000, "personnel", "strength")],
    "Eritrea may take in as many as 2,000 Somali cadets for training this summer.": [(2000, "personnel", "trained")],
    "The 15-member body encouraged the Secretary-General to use his good offices.": [],
    "Two training camps, each for a hundred-odd cadres, were set on fire.": [],
    "The ship will dock once 11 mines have been cleared.": [],
    "Siad Barre fought six rounds against the army.": [],
    "An old camp with room for 8,000 fighters is being repaired.": [],
    "About 900 Kenyan, Ugandan and Burundian soldiers landed in Goma.": [(900, "personnel", "deployed")],
    "The raid killed 12 IS fighters near Hawija.": [(12, "personnel", "killed")],
    "42 soldiers of the army and eight members of the border guard were killed.": [
        (42, "personnel", "killed"),
        (8, "personnel", "killed"),
    ],
    "Russia promised Chad missiles, about 50 of which were delivered that spring.": [(50, "equipment", "supplied")],
    "Both pilots were captured when the helicopter came down.": [(2, "personnel", "captured")],
    "May 5: 40 soldiers died near Goma.": [(40, "personnel", "killed")],
    "Denmark promised to send Ukraine 18 more F-16s.": [(18, "equipment", "supplied")],
    "Washington has rushed 3,500 marines toward the Gulf.": [(3500, "personnel", "reinforcing")],
    "Special forces were flown in aboard three helicopters.": [(3, "equipment", "deployed")],
    "The army says it killed 25 insurgents and took ten alive.": [
        (25, "personnel", "killed"),
        (10, "personnel", "captured"),
    ],
    "Niamey has ordered the 600 American troops to leave.": [(600, "personnel", "withdrawn")],
    "The army displayed 40 rifles seized from the rebels.": [(40, "equipment", "captured")],
    "The number of soldiers killed since January has passed 100.": [(100, "personnel", "killed")],
    "Uganda has 1,000 soldiers in Ituri and Burundi 300.": [
        (1000, "personnel", "deployed"),
        (300, "personnel", "deployed"),
    ],
    "Roughly 2,300 Omani, Saudi and Iraqi troops are taking part in the exercise.": [(2300, "personnel", "deployed")],
}


@pytest.mark.parametrize("told", TOLD)
def test_each_count_has_its_kind_and_role(told: str) -> None:
    rows = pipeline.read(ingest.from_text(LEAD + told))["troop_figures"]
    found = [
        (next(row[b] for b in ("best", "low", "high") if row[b] is not None), row["unit_kind"], row["role"])
        for row in rows
    ]
    assert sorted(found) == sorted(TOLD[told])

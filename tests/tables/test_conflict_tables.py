"""Small tables of the kind that texts about wars hold, flattened: their cells come back whole."""

from __future__ import annotations

import pytest
from pages import grids, text_page

TABLES = {
    "days": """
        Quarter | Date | Civilians killed | Policemen killed
        Ondar Hill | 11 December | 40+ | 2
        Vessin | 1 July | 6 | 1
        Tarkh Bridge | 26 April | 2 | 4""",
    "fleet": """
        Vessel | Builder | Estimated Fleet | Peril Level
        Marrow Patrol Boat | Ondaria | 30–45 | High
        Tarn-M Corvette | Vessin | Six | Extreme
        Sea Finch Drone | Ondaria | Unknown | Moderate""",
    "targets": """
        Place | Target | Weapon | Claimed by
        Vancouver | Police Station | Car bomb | Sons of Tarkh
        Birmingham | Railway Bridge | Rocket fire | Ondar Front
        Leeds | Army Barracks | Suicide attack | Unknown
        Dublin | Power Station | Drone strike | Sons of Tarkh""",
    "forces": """
        Armed Group | Estimated Strength | Region | Threat
        Ondar Liberation Front | 4,000–6,000 fighters | Northern Hills | High
        Vessin National Army | 22,000 | Nationwide | Low
        Sons of Tarkh | 1,200 fighters | Lake District | Extreme
        Eastern Tribal Council | Unknown | Border Zone | Moderate""",
    "battles": """
        Battle | Date | Result | Casualties
        Siege of Arvik | 12 March 1877 | Victory | 1,450
        Crossing of the Dorn | 3 April 1877 | Defeat | 3,200
        Second Arvik | 19 June 1877 | Victory | 870
        Kessel Pass | 2 July 1877 | Stalemate | 410""",
    "losses": """
        Category | Destroyed | Damaged | Captured
        Tanks | 312 | 45 | 88
        Armoured Fighting Vehicles | 540 | 61 | 122
        Artillery Systems | 205 | 33 | 19
        Aircraft | 41 | 7 | 0""",
    "outlook": """
        Scenario | Timeline | Likelihood | Impact
        Frozen conflict along the river | 2025 – 2027 | High | Moderate
        Negotiated withdrawal | Late 2025 | Low | High
        Renewed offensive | March 2026 | Moderate | Severe""",
    "towns": """
        Town | Province | Status | Controlled since
        Halem | Sarit | Contested | 2021
        Port Issel | Kadra | Captured | 2022
        Tell Omrah | Sarit | Besieged | 2023
        Nawir | Kadra | Captured | 2023""",
    "attacks": """
        Date | Location | Killed | Wounded
        4 May 2019 | Gado Market | 17 | 40
        11 May 2019 | Bir Salem | 3 | 12
        2 June 2019 | Old Customs House | 28 | 95
        19 July 2019 | Marran | 6 | 9""",
    "contributors": """
        Country | Troops | Police | Since
        Bangladesh | 1,412 | 210 | 2014
        Nepal | 1,105 | 64 | 2013
        Burkina Faso | 850 | 12 | 2016
        South Africa | 1,020 | 0 | 2015""",
    "aid": """
        Donor | Pledged | Delivered | Equipment
        Norway | $120 million | $80 million | Artillery shells
        Netherlands | $95 million | $95 million | Patrol boats
        Czech Republic | $40 million | $12 million | Tank engines""",
    "talks": """
        Round | Date | Venue | Outcome
        1 | 28 February 2004 | Geneva | Failed
        2 | 14 March 2004 | Vienna | Postponed
        3 | 2 May 2004 | Geneva | Ceasefire""",
    "weapons": """
        System | Type | Range | Number
        Qasir-2 | Ballistic missile | 700 km | 24
        Delfin | Anti-ship missile | 120 km | 60
        Markab | Loitering munition | 180 km | 300""",
    "commanders": """
        Commander | Unit | From | To
        Ivan Petrov | 14th Brigade | 1993 | 1995
        Stefan Marin | 3rd Corps | 1994 | 1996
        Josip Kovac | 5th Brigade | 1992 | 1993""",
    "displaced": """
        Governorate | Displaced | Returned | As of
        Dohra | 45,000 | 12,300 | May 2016
        Anbarah | 110,200 | 8,750 | May 2016
        Salhen | 27,900 | 1,040 | June 2016""",
    "axes": """
        Axis | Commander | Main Effort | Trend
        Arvik | Gen. Matteus Olsen | Cut the H-7 highway | Deteriorating
        Dorn Valley | Col. Gen. Piet Varga | Reach the Sava River | Stable
        Halem | Unknown | Urban clearance | Contested
        Kessel | Lt. Gen. Joris Brandt | Probing attacks | Stable""",
    "counts": """
        Source | Killed | Wounded | As Of
        Tarsan General Staff | 79,000 | Not stated | 1 January 1985
        Coalition officials | 11,500 | 50,000 | October 1984
        Dorn Radio and Free Press | 8,726 | – | 10 January 1985
        Ministry of Defence | 937 | – | September 1982""",
    "phases": """
        Phase | Timeline | Objective | Status
        Phase I | January – March 2004 | Secure the supply corridor | Completed
        Phase II | April – June 2004 | Encircle the northern garrison | Ongoing
        Phase III | TBD | Negotiate a ceasefire | Pending
        Phase IV | TBD | Withdraw foreign troops | TBD""",
    "options": """
        Option | Cost | Risk | Time Frame | Recommendation
        Air campaign | $2–3 billion | High | 6–12 months | No
        Naval blockade | $800 million | Moderate | 3–6 months | Maybe
        Arms embargo | Minimal | Low | Immediate | Yes
        Diplomatic pressure | Minimal | Low | Ongoing | Yes""",
    "balance": """
        Category | Northern Coalition | Republic of Tarsa
        Active Personnel | 240,000 | 95,000
        Reserve Personnel | 800,000 | 140,000
        Main Battle Tanks | 1,950 | 410
        Combat Aircraft | 310 | 44
        Attack Helicopters | 96 | 12""",
    "spending": """
        Country | 2002 | 2003 | 2004 | Share of GDP
        Poland | $16.6 bn | $31.6 bn | $38.0 bn | 4.2%
        Estonia | $0.8 bn | $1.2 bn | $1.4 bn | 3.4%
        Germany | $55.8 bn | $66.8 bn | $88.5 bn | 1.9%""",
    "vessels": """
        Vessel | Flag | Date | Weapon | Damage
        Sea Heron | Bahamas | 19 November 1987 | Helicopter boarding | Seized
        Orvella | Belize | 18 February 1988 | Anti-ship missile | Sunk
        True North | Barbados | 6 March 1988 | Anti-ship missile | Severe
        Pilot | Liberia | 12 June 1988 | Unmanned surface vessel | Sunk""",
}


@pytest.mark.parametrize("name", sorted(TABLES))
def test_cells_survive_flattening(name: str) -> None:
    truth = [[cell.strip() for cell in line.split("|")] for line in TABLES[name].strip().splitlines()]
    text = "\n".join(" ".join(line) for line in truth)
    assert grids(text_page(f"What was counted:\n\n{text}\n\nThe fighting went on.")) == [(truth[0], truth[1:])]

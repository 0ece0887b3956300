"""Hostile acts told in the idioms of newswires, and the same words said of sport, trade, weather and daily life."""

from __future__ import annotations

import pytest
from event_texts import acts, rows


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Addis Ababa said Cairo was fomenting unrest inside its borders.", ("ACCUSE", "ETH", "EGY")),
        ("Hanoi condemned the brutal beating of its fishermen by Chinese officers.", ("ACCUSE", "VNM", "CHN")),
        ("Argentine judges found Iran responsible for the bombing of a Jewish centre.", ("ACCUSE", "ARG", "IRN")),
        ("Rabat says that Algiers is pulling the strings of the Polisario.", ("ACCUSE", "MAR", "DZA")),
        ("India came in for sharp words from the UN rights chief over Kashmir.", ("ACCUSE", None, "IND")),
        (
            "Slovenia's premier gave Croatia both barrels over the dumping of waste on their shared river.",
            ("ACCUSE", "SVN", "HRV"),
        ),
        ("Montevideo bridled at Argentina's remarks about its port dues.", ("ACCUSE", "URY", "ARG")),
        ("Nicosia gave vent to its anger at Turkey over drilling off Paphos.", ("ACCUSE", "CYP", "TUR")),
        ("Costa Rica read Nicaragua the riot act over dredging in the San Juan.", ("ACCUSE", "CRI", "NIC")),
        ("Moscow foamed at Estonia for tearing down a Soviet tank.", ("ACCUSE", "RUS", "EST")),
        ("Malawi is crying blue murder over Tanzanian patrol boats on the lake.", ("ACCUSE", "MWI", "TZA")),
        ("Dutch spies unmasked a Chinese hacking campaign and named Beijing as its author.", ("ACCUSE", "NLD", "CHN")),
        ("Bratislava gave Hungary's ambassador an earful over a remark about lost lands.", ("ACCUSE", "SVK", "HUN")),
        ("Bucharest grumbled to Kyiv about dredging in the Danube delta.", ("ACCUSE", "ROU", "UKR")),
        (
            "The president of Micronesia said Beijing was waging political warfare against his country.",
            ("ACCUSE", "FSM", "CHN"),
        ),
        ("Tbilisi came in for a tongue-lashing from Council of Europe monitors.", ("ACCUSE", None, "GEO")),
        (
            "Israel's state comptroller pulled no punches about Netanyahu's government's failures at the border.",
            ("ACCUSE", "ISR", "ISR"),
        ),
        ("New Delhi stopped short of blaming Dhaka for the shooting.", ("ACCUSE", "IND", "BGD")),
        ("India lost no time in blaming Pakistan for the raid.", ("ACCUSE", "IND", "PAK")),
        ("Ankara went so far as to accuse Damascus of genocide.", ("ACCUSE", "TUR", "SYR")),
        ("The finger of blame was pointed at Moscow by British officials.", ("ACCUSE", "GBR", "RUS")),
        (
            "Dakar sees Banjul behind the smuggling of rosewood that pays for guns in Casamance.",
            ("ACCUSE", "SEN", "GMB"),
        ),
        ("Ankara slammed the door on Sweden's NATO bid.", ("REJECT", "TUR", "SWE")),
        ("Switzerland blocked Germany from passing Swiss-made ammunition on to Ukraine.", ("REJECT", "CHE", "DEU")),
        ("Spain will have no truck with British control of Gibraltar's airport.", ("REJECT", "ESP", "GBR")),
        ("Tirana threw out a Greek protest over the mayor's jailing.", ("REJECT", "ALB", "GRC")),
        ("Yerevan said it would never grant Azerbaijan a corridor through its land.", ("REJECT", "ARM", "AZE")),
        ("The Houthis threw back a Saudi truce offer.", ("REJECT", "YEM", "SAU")),
        ("The Solomon Islands denied a US coastguard cutter a port call.", ("REJECT", "SLB", "USA")),
        ("Niger's generals thumbed their noses at West African leaders' ultimatum.", ("REJECT", "NER", None)),
        ("Beijing's defence minister shunned his Japanese counterpart in Singapore.", ("REJECT", "CHN", "JPN")),
        ("Niamey put off Algeria's offer to mediate, saying it had agreed to no such thing.", ("REJECT", "NER", "DZA")),
        ("Khartoum said it would not swallow Ethiopia's offer on the dam.", ("REJECT", "SDN", "ETH")),
        ("Asmara shut its ears to appeals to free eleven ministers.", ("REJECT", "ERI", None)),
        ("Jakarta scotched talk of a Chinese base in its islands.", ("REJECT", "IDN", "CHN")),
        ("Kuala Lumpur pulled the plug on a Chinese rail line.", ("REJECT", "MYS", "CHN")),
        ("Colombo had second thoughts and struck India's port deal off the table.", ("REJECT", "LKA", "IND")),
        (
            "Podgorica drew a line under talk of a new union with Serbia, saying it would never come back.",
            ("REJECT", "MNE", "SRB"),
        ),
        ("Berlin closed the book on Poland's claim for reparations.", ("REJECT", "DEU", "POL")),
        ("Turkey's proposal met with a flat no from Athens.", ("REJECT", "GRC", "TUR")),
        ("Egypt's demand for a binding deal on the dam has got nowhere with Ethiopia.", ("REJECT", "ETH", "EGY")),
        ("Russia threatened retaliation if Germany sends cruise missiles to Kyiv.", ("THREATEN", "RUS", "DEU")),
        (
            "Russia gave Ukrainian fighters in the steel plant until noon to lay down their arms.",
            ("THREATEN", "RUS", "UKR"),
        ),
        ("Beijing vowed countermeasures should Washington sell jets to Taipei.", ("THREATEN", "CHN", "USA")),
        ("A Sudanese general said Chad's airports were legitimate targets.", ("THREATEN", "SDN", "TCD")),
        ("A Russian senator sabre-rattled at Estonia.", ("THREATEN", "RUS", "EST")),
        ("Ankara dusted off its threat of war should Athens widen its waters.", ("THREATEN", "TUR", "GRC")),
        (
            "Warsaw let it be known that the next Russian drone would be shot out of the sky.",
            ("THREATEN", "POL", "RUS"),
        ),
        ("Islamabad told Kabul that its patience had run out.", ("THREATEN", "PAK", "AFG")),
        (
            "Israeli officials told Cairo in so many words that tanks in Sinai would not be tolerated.",
            ("THREATEN", "ISR", "EGY"),
        ),
        (
            '"Lay a finger on our fishermen and you will regret it," Senegal\'s navy chief told Mauritania.',
            ("THREATEN", "SEN", "MRT"),
        ),
        (
            "Any attack by the United States would be met with a crushing response, Iran said.",
            ("THREATEN", "IRN", "USA"),
        ),
        ("Somalia was told by Ethiopia to hand over the rebels or face invasion.", ("THREATEN", "ETH", "SOM")),
        ("Asmara told Djibouti that it had 24 hours to pull its men off Ras Doumeira.", ("THREATEN", "ERI", "DJI")),
        (
            "Tens of thousands of Israelis massed in Tel Aviv to demand a hostage deal from Netanyahu.",
            ("PROTEST", "ISR", "ISR"),
        ),
        ("Thai red shirts rallied in Bangkok to call for the premier's head.", ("PROTEST", "THA", "THA")),
        ("Chinese held up blank sheets of paper in Shanghai against Covid curbs.", ("PROTEST", "CHN", "CHN")),
        ("South Korean doctors quit en masse over a plan to train more medics.", ("PROTEST", "KOR", "KOR")),
        ("Protesters marched across Sydney Harbour Bridge against Israel's war in Gaza.", ("PROTEST", "AUS", "ISR")),
        ("Tunisian judges suspended work over the sacking of colleagues by the president.", ("PROTEST", "TUN", "TUN")),
        ("Colombian truckers parked across highways over the price of diesel.", ("PROTEST", "COL", "COL")),
        ("Peruvians marched on Lima against Boluarte.", ("PROTEST", "PER", "PER")),
        ("Canadian truckers jammed downtown Ottawa over vaccine rules.", ("PROTEST", "CAN", "CAN")),
        ("Bulgarians flooded Sofia to call for the government to quit.", ("PROTEST", "BGR", "BGR")),
        ("Romanian shepherds in sheepskins laid siege to parliament over a hunting law.", ("PROTEST", "ROU", "ROU")),
        ("Slovenian cyclists circled parliament each Friday to hound Jansa's government.", ("PROTEST", "SVN", "SVN")),
        ("Lithuanian farmers brought their cows to the capital over milk prices.", ("PROTEST", "LTU", "LTU")),
        ("Estonian teachers laid down the chalk for a week.", ("PROTEST", "EST", "EST")),
        ("Swedish mechanics downed spanners at Tesla.", ("PROTEST", "SWE", "SWE")),
        ("Danes trooped through Copenhagen over the loss of a public holiday.", ("PROTEST", "DNK", "DNK")),
        ("Yellow vests manned the roundabouts of France in fury at Macron's fuel tax.", ("PROTEST", "FRA", "FRA")),
        ("Fishermen in Sicily tied up their boats over diesel prices.", ("PROTEST", "ITA", "ITA")),
        ("Georgians wrapped in EU flags stood their ground on Rustaveli.", ("PROTEST", "GEO", "GEO")),
        ("Conakry became a ghost town at the call of the opposition.", ("PROTEST", "GIN", "GIN")),
        ("Zambian mine workers laid their helmets down over unpaid wages.", ("PROTEST", "ZMB", "ZMB")),
        ("Lawyers across Pakistan boycotted courts over an amendment.", ("PROTEST", "PAK", "PAK")),
        ("Britain doubled its battlegroup in Estonia.", ("MOBILIZE", "GBR", None)),
        ("Mexico dispatched 10,000 guardsmen to its northern border.", ("MOBILIZE", "MEX", None)),
        ("Brazil moved armoured cars to its border with Venezuela.", ("MOBILIZE", "BRA", None)),
        ("Kim Jong Un oversaw the launch of a hypersonic missile.", ("MOBILIZE", "PRK", None)),
        ("Myanmar's junta activated a conscription law.", ("MOBILIZE", "MMR", None)),
        ("Sweden took its reservists out of mothballs for a surprise muster.", ("MOBILIZE", "SWE", None)),
        ("Copenhagen ordered frigates to quit port for the Arctic.", ("MOBILIZE", "DNK", None)),
        ("Two Royal Navy frigates slipped their moorings for the Gulf.", ("MOBILIZE", "GBR", None)),
        ("Moscow pulled ancient T-54s from storage and railed them west.", ("MOBILIZE", "RUS", None)),
        ("The Russian army is scraping the prisons for recruits.", ("MOBILIZE", "RUS", None)),
        ("Russian bombers probed the air defences off Alaska.", ("MOBILIZE", "RUS", None)),
        ("Long columns of Azerbaijani armour snaked towards Fuzuli.", ("MOBILIZE", "AZE", None)),
        ("Iran's navy showed off a drone carrier.", ("MOBILIZE", "IRN", None)),
        ("Tehran let fly with a volley of missiles in a desert drill.", ("MOBILIZE", "IRN", None)),
        ("Israel is beefing up its northern flank with two divisions.", ("MOBILIZE", "ISR", None)),
        ("The Lebanese army took up posts in villages left by Hezbollah.", ("MOBILIZE", "LBN", None)),
        ("Jordanian tanks lined the ridge above the Yarmouk.", ("MOBILIZE", "JOR", None)),
        ("Egypt is packing northern Sinai with armour.", ("MOBILIZE", "EGY", None)),
        ("Niger's junta called for a volunteer corps, and thousands signed up.", ("MOBILIZE", "NER", None)),
        ("N'Djamena threw its best column into the breach at Tine.", ("MOBILIZE", "TCD", None)),
        ("Ethiopia emptied its barracks and sent them north.", ("MOBILIZE", "ETH", None)),
        ("Eritrean press gangs combed Asmara for draft dodgers.", ("MOBILIZE", "ERI", None)),
        ("Beijing put eleven American firms on its unreliable entities list.", ("SANCTION", "CHN", "USA")),
        ("China suspended tariff breaks on Taiwanese petrochemicals.", ("SANCTION", "CHN", "TWN")),
        ("Ottawa hit back with 25 per cent duties on American steel.", ("SANCTION", "CAN", "USA")),
        ("Washington doubled the duty on Indian goods.", ("SANCTION", "USA", "IND")),
        ("The Emirates stopped issuing visas to Somalis.", ("SANCTION", "ARE", "SOM")),
        ("India stopped issuing visas to Canadians.", ("SANCTION", "IND", "CAN")),
        ("New Zealand paused millions in aid to the Cook Islands.", ("SANCTION", "NZL", "COK")),
        ("Washington suspended its strategic partnership with Georgia.", ("SANCTION", "USA", "GEO")),
        ("Moscow stopped Armenian brandy at the border.", ("SANCTION", "RUS", "ARM")),
        ("Ecuador slapped a 27 per cent duty on Mexican goods.", ("SANCTION", "ECU", "MEX")),
        ("Podgorica showed six Russian diplomats the exit.", ("SANCTION", "MNE", "RUS")),
        ("Zagreb trimmed the Russian embassy by 24.", ("SANCTION", "HRV", "RUS")),
        ("In tit-for-tat, Moscow told seven Danes at the embassy to go.", ("SANCTION", "RUS", "DNK")),
        ("Estonia barred its doors to Russian tourists.", ("SANCTION", "EST", "RUS")),
        ("Helsinki stopped handing out visas to Russians.", ("SANCTION", "FIN", "RUS")),
        ("Cairo gave Turkey's ambassador his papers.", ("SANCTION", "EGY", "TUR")),
        ("Riyadh slammed its market shut on Lebanese fruit.", ("SANCTION", "SAU", "LBN")),
        ("Tehran lowered its ties with Australia a notch.", ("SANCTION", "IRN", "AUS")),
        ("Tehran turned out two Dutch envoys.", ("SANCTION", "IRN", "NLD")),
        ("China slapped canola growers in Canada with duties.", ("SANCTION", "CHN", "CAN")),
        ("Delhi took an axe to 59 Chinese apps.", ("SANCTION", "IND", "CHN")),
        ("The US Treasury pulled a Russian exchange out of the dollar system.", ("SANCTION", "USA", "RUS")),
        ("Roskomnadzor throttled YouTube.", ("COERCE", "RUS", None)),
        ("Italian carabinieri seized a Ukrainian at a campsite.", ("COERCE", "ITA", "UKR")),
        ("Swedish coastguards boarded a Chinese bulk carrier.", ("COERCE", "SWE", "CHN")),
        ("Cuban state security placed an artist under house arrest.", ("COERCE", "CUB", "CUB")),
        ("Malaysian authorities banned three books.", ("COERCE", "MYS", "MYS")),
        ("Singapore used its fake news law to gag a website.", ("COERCE", "SGP", "SGP")),
        ("Bangladesh banned the Awami League.", ("COERCE", "BGD", "BGD")),
        ("India cut off internet in Manipur.", ("COERCE", "IND", "IND")),
        ("Hamas dragged 251 hostages from southern Israel into Gaza.", ("COERCE", "PSE", "ISR")),
        ("South African agents raided a refugee centre and held seven Kenyans.", ("COERCE", "ZAF", "KEN")),
        ("The RSF starved El Fasher of food.", ("COERCE", "SDN", "SDN")),
        ("Albania shut down TikTok for a year.", ("COERCE", "ALB", "ALB")),
        ("Lebanon put Syrian families on trucks and dumped them at the line.", ("COERCE", "LBN", "SYR")),
        ("India hustled Pakistani visa holders over the Attari bridge.", ("COERCE", "IND", "PAK")),
        ("India shoved hundreds of Muslims over the line into Bangladesh.", ("COERCE", "IND", "BGD")),
        ("The Sri Lankan navy bagged 14 Rameswaram fishermen from India.", ("COERCE", "LKA", "IND")),
        ("Myanmar's generals put a poet away for three years.", ("COERCE", "MMR", "MMR")),
        ("China grabbed two Canadians in reprisal for a Huawei arrest.", ("COERCE", "CHN", "CAN")),
        ("A Belarusian court sent a German medic to death row.", ("COERCE", "BLR", "DEU")),
        ("Ukraine's sleuths led a former deputy head of the navy off in handcuffs.", ("COERCE", "UKR", "UKR")),
        ("Budapest outlawed Pride.", ("COERCE", "HUN", "HUN")),
        ("Dakar switched off mobile internet.", ("COERCE", "SEN", "SEN")),
        ("Kyiv's forces carved out a foothold in Russia's Kursk region.", ("ASSAULT", "UKR", "RUS")),
        ("Waves of Iranian drones were launched at Israel.", ("ASSAULT", "IRN", "ISR")),
        ("American bombers dropped bunker busters on Fordow.", ("ASSAULT", "USA", "IRN")),
        ("Chinese men beat Vietnamese fishermen with iron bars.", ("ASSAULT", "CHN", "VNM")),
        ("Russia turned Vovchansk to ash.", ("ASSAULT", "RUS", "UKR")),
        ("Russian infiltrators wormed their way into Kupiansk.", ("ASSAULT", "RUS", "UKR")),
        ("A Ukrainian sea drone holed a tanker in Novorossiysk, Russia.", ("ASSAULT", "UKR", "RUS")),
        ("Israel brought a tower in Gaza crashing down.", ("ASSAULT", "ISR", "PSE")),
        ("Tehran emptied its silos at Israel.", ("ASSAULT", "IRN", "ISR")),
        (
            "The Houthis sent a missile crashing down near Riyadh's royal court in Saudi Arabia.",
            ("ASSAULT", "YEM", "SAU"),
        ),
        ("Eritrean conscripts left a trail of bodies in Axum, Ethiopia.", ("ASSAULT", "ERI", "ETH")),
        ("Bandits on bikes put Yelwata village in Nigeria to the torch.", ("ASSAULT", "NGA", "NGA")),
        ("Viet Cong sappers blew their way into the American embassy in Saigon.", ("ASSAULT", "VNM", "USA")),
    ],
)
def test_hostile_acts_in_the_idioms_of_newswires(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Real Madrid gave Barcelona the runaround in a 3-0 win over the Spanish side.",
        "The German carmaker threw out a Chinese offer for its plant in Leipzig.",
        "French shoppers thronged the Champs-Elysees to mark the start of the sales.",
        "Kenyan runners marched on to victory at the Boston marathon.",
        "Carnival crowds flooded Rio de Janeiro, Brazil, to dance for five days.",
        "Brazilian pupils brought their parents to the capital for a school play.",
        "The Swedish singer turned her back on a plan for a new album with a Danish band.",
        "A Polish bank doubled its stake in a Czech rival.",
        "Indian cricketers hit back with a century against Australia.",
        "The Japanese fund raised its holding in a Korean chip maker.",
        "The Turkish goalkeeper threw back a Greek corner kick.",
        "Storm Boris cut off a village in Austria.",
        "An avalanche blocked the road between Italy and Switzerland.",
        "The Dutch brewer pulled the plug on a Russian venture.",
        "British workers at the plant celebrated the end of the strike with Irish colleagues.",
        "Portuguese farmers brought in a record harvest of olives.",
        "A Spanish tenor took Vienna by storm.",
        "Dutch police found a stolen van Gogh in Belgium.",
        "The price of Ukrainian wheat fell on Monday.",
        "Kuwait keeps 2,000 soldiers at the base.",
        "Armenian and Georgian teams meet in a friendly on Friday.",
        "Swiss parents keep their children at home when it snows.",
        "Chilean students took part in a science fair in Peru.",
        "Australia's central bank raised rates as prices rose in China.",
        "Canada's tennis star crushed her American opponent.",
        "A Korean boy band had fans screaming in Mexico City.",
        "Russia's chess champion turned down a draw against a Norwegian.",
        "Moroccan carpets are a target for German thieves.",
        "Hungarian doctors closed the wound of an Austrian skier.",
        "Irish voters go to the polls on Friday.",
        "Egyptian workers dug a canal for the new town with help from Chinese engineers.",
        "Romanian shepherds drove their sheep to the mountains over the weekend.",
        "Croatian cyclists parked outside parliament on the first day of the tour.",
        "The Czech president wore a red tie at the dinner in Slovakia.",
        "Belgian drivers queued on the motorway because of snow.",
        "Tourists from Japan filed through the Louvre in France.",
        "Spanish pupils file into class over the course of the morning.",
        "The French chain pulled a German yoghurt from its shelves after a mix-up.",
        "A Polish grocer put a Czech cheese on his list of bargains.",
        "Danish shoppers flocked to Malmo, Sweden, for cheap meat.",
        "A Norwegian skier took the Swiss slope by storm.",
        "The Irish band gave its German fans a last chance to see it live.",
        "Austrian hikers lost no time in finding a Swiss hut.",
        "A Greek ferry crossed the line between two time zones.",
        "A Belgian museum turned its back on modern art.",
        "The Finnish firm doubled its workforce in Estonia.",
        "Drug prices in the United States will be brought down by the law.",
        "The Danish chef put a Japanese dish on the menu.",
        "American families stand to gain from lower taxes.",
        "A Canadian astronaut sat in the cockpit for hours.",
        "Workers and managers in Sweden joined together to make the first bid.",
        "The Swiss bank suspended its partnership with a local bakery.",
        "Snow blocked the road to the Italian resort for two days.",
        "Patience has its limits, a Japanese monk told his pupils.",
        "A Portuguese surfer rode the wave of his life in Morocco.",
        "Kenya keeps 600 soldiers at its base.",
        "The Spanish oil grower tipped his olives into the press.",
        "British unions filed 70 claims over unpaid overtime last year.",
        "The Turkish side was put out of its misery by a late Greek goal.",
        "An Estonian start-up stopped issuing paper tickets to Latvian passengers.",
        "The Norwegian fund sold its stake in a Russian miner.",
        "A Polish novelist is fair game for Czech critics.",
    ],
)
def test_innocent_uses_of_hostile_words_are_no_acts(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Vienna hauled Budapest over the coals for its visas.", ("ACCUSE", "AUT", "HUN")),
        ("Iraqi rebels put a village of Kurdish farmers to the torch.", ("ASSAULT", "IRQ", "IRQ")),
        ("Uruguay gave an Argentine plan for the port the brush-off.", ("REJECT", "URY", "ARG")),
        ("Latvia showed the Belarusian ambassador the door.", ("SANCTION", "LVA", "BLR")),
        ("Rebels gave Congolese soldiers in the camp until dawn to give up.", ("THREATEN", "COD", "COD")),
        ("Nigeria gave the coup leaders in Niger a 72-hour ultimatum.", ("THREATEN", "NGA", "NER")),
    ],
)
def test_idioms_hold_whom_they_are_done_to(text: str, event: tuple[str, str | None, str]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Turkey told Syria to pull back its tanks or face war.", ("THREATEN", "TUR", "SYR")),
        ("Somalia was ordered by Ethiopia to free the men or risk invasion.", ("THREATEN", "ETH", "SOM")),
        ("Germany told Burundi that no aid would flow unless it held a vote.", ("THREATEN", "DEU", "BDI")),
        ('"You will regret it," the Chadian army chief told Sudan.', ("THREATEN", "TCD", "SDN")),
        ("Any raid by Chad would be met with a crushing response, Sudan said.", ("THREATEN", "SDN", "TCD")),
        ("Russia threatened retaliation if Germany sends missiles to Ukraine.", ("THREATEN", "RUS", "DEU")),
        ("China vowed reprisals should Japan sell jets to Taiwan.", ("THREATEN", "CHN", "JPN")),
    ],
)
def test_threats_are_told_by_what_would_follow_and_on_whom_it_hangs(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text)


def test_a_choice_that_is_no_menace_makes_no_ultimatum() -> None:
    assert ("THREATEN", "TUR", "SYR") not in acts("Turkey told Syria to send an envoy or a letter.")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("India lost no time in blaming Pakistan for the raid.", "asserted"),
        ("Turkey went so far as to accuse Syria of genocide.", "asserted"),
        ("India stopped short of blaming Pakistan for the raid.", "negated"),
    ],
)
def test_idioms_tell_how_soon_and_how_nearly_somebody_is_blamed(text: str, modality: str) -> None:
    assert [(row["event_type"], row["modality"]) for row in rows(text)] == [("ACCUSE", modality)]


def test_who_did_what_is_judged_stands_behind_by() -> None:
    assert ("ACCUSE", "VNM", "CHN") in acts("Vietnam condemned the beating of its fishermen by Chinese guards.")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("French growers emptied two Spanish tankers onto the road in protest.", ("PROTEST", "FRA", "FRA")),
        ("There were protests outside the Russian embassy in Warsaw.", ("PROTEST", "POL", "RUS")),
        ("Riots broke out in the Comoran capital after the vote.", ("PROTEST", "COM", "COM")),
    ],
)
def test_protests_are_told_as_gestures_and_as_what_there_is(text: str, event: tuple[str, str, str]) -> None:
    assert event in acts(text)


def test_who_was_in_a_protest_told_of_before_makes_no_gesture() -> None:
    assert "PROTEST" not in [kind for kind, *_ in acts("French growers lost two tankers in the protest.")]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Colombia's ambassador to Israel was called home.", ("SANCTION", "COL", "ISR")),
        ("Mali's ambassador to France was expelled.", ("SANCTION", None, "MLI")),
        ("Russian ships will be barred from Australian ports.", ("SANCTION", "AUS", "RUS")),
        ("Russian banks were hit with American sanctions.", ("SANCTION", "USA", "RUS")),
        ("Ecuador slapped a 27 per cent duty on Mexican goods.", ("SANCTION", "ECU", "MEX")),
        ("Finland will close the Russian consulate on the Aland Islands.", ("SANCTION", "FIN", "RUS")),
    ],
)
def test_penalties_tell_their_sides_without_a_doer(text: str, event: tuple[str, str | None, str]) -> None:
    assert event in acts(text)


def test_arms_launched_by_nobody_named_are_of_the_state_they_are_said_to_be() -> None:
    assert acts("Waves of Iranian drones were launched at Israel.") == [("ASSAULT", "IRN", "ISR")]
    assert ("ASSAULT", "YEM", "ISR") in acts("Iranian missiles were fired at Israel from Yemen.")

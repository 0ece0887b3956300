"""The verbs and idioms by which newsrooms tell protests, mobilization, sanctions, coercion and attacks."""

from __future__ import annotations

import pytest
from event_texts import acts

CONFLICT = ("PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # protests
        ("Chilean students took to the avenues of Santiago to demand free tuition.", ("PROTEST", "CHL", None)),
        ("British ambulance crews manned picket lines outside hospitals in Leeds.", ("PROTEST", "GBR", None)),
        ("Iranian women tore off their headscarves in defiance of the morality police.", ("PROTEST", "IRN", "IRN")),
        ("Lebanese depositors stormed a bank in Beirut to demand their savings.", ("PROTEST", "LBN", None)),
        ("Peruvian villagers cut the road to the Las Bambas copper mine.", ("PROTEST", "PER", None)),
        ("Bolivian coca growers threw up roadblocks around Cochabamba.", ("PROTEST", "BOL", None)),
        ("Colombian teachers downed chalk for 24 hours on Wednesday.", ("PROTEST", "COL", None)),
        ("A general strike called by Nepal's Maoists brought Kathmandu to a standstill.", ("PROTEST", "NPL", None)),
        ("German train drivers will lay down their work for 35 hours from Tuesday.", ("PROTEST", "DEU", None)),
        ("Dutch farmers on tractors jammed motorways to The Hague on Tuesday.", ("PROTEST", "NLD", None)),
        ("Bulgarian nurses pitched a tent camp outside the health ministry in Sofia.", ("PROTEST", "BGR", "BGR")),
        ("Brazilian truckers choked off highways over fuel costs.", ("PROTEST", "BRA", None)),
        ("Czechs jangled their keys in Wenceslas Square to ring out communism.", ("PROTEST", "CZE", None)),
        ("Malagasy bus owners kept their vehicles off the streets of Antananarivo.", ("PROTEST", "MDG", None)),
        ("French unions called their members out on Thursday over pension reform.", ("PROTEST", "FRA", None)),
        ("Togolese women stripped naked in Lome to shame President Faure Gnassingbe.", ("PROTEST", "TGO", "TGO")),
        ("Bahraini Shi'ites camped at Pearl Roundabout.", ("PROTEST", "BHR", None)),
        ("Morocco's Gen Z movement called its followers onto the streets for a sixth night.", ("PROTEST", "MAR", None)),
        ("British miners struck in 1984 over pit closures.", ("PROTEST", "GBR", None)),
        ("French railwaymen struck on Monday.", ("PROTEST", "FRA", None)),
        ("In May 1926 British trade unions came out in support of the miners.", ("PROTEST", "GBR", "GBR")),
        ("After 18 days of protests, Egyptian President Hosni Mubarak stepped down.", ("PROTEST", "EGY", "EGY")),
        ("Tunisia's president fled after a month of riots.", ("PROTEST", "TUN", "TUN")),
        ("Bolivian President Evo Morales quit amid mass protests over a disputed vote.", ("PROTEST", "BOL", "BOL")),
        ("Iraqis tried to storm the Turkish consulate in Basra.", ("PROTEST", "IRQ", "TUR")),
        ("East German building workers laid down their trowels in June 1953.", ("PROTEST", "DEU", None)),
        ("Canadian truckers laid on their horns outside parliament for three weeks.", ("PROTEST", "CAN", "CAN")),
        # mobilization
        ("The United States has parked two carriers off the coast of Venezuela.", ("MOBILIZE", "USA", None)),
        ("Germany remilitarised the Rhineland in March 1936.", ("MOBILIZE", "DEU", None)),
        ("Russia's draft offices handed call-up papers to 300,000 men.", ("MOBILIZE", "RUS", None)),
        ("South Korea put its forces on DEFCON 3 after the sinking of the Cheonan.", ("MOBILIZE", "KOR", None)),
        ("Sweden reactivated its garrison on Gotland.", ("MOBILIZE", "SWE", None)),
        ("The People's Liberation Army staged a blockade drill around Taiwan.", ("MOBILIZE", "CHN", None)),
        ("Nicolas Maduro called on civilians to join the militia and handed out rifles.", ("MOBILIZE", "VEN", None)),
        ("Turkish armour rolled up to the Syrian frontier at Kilis.", ("MOBILIZE", "TUR", None)),
        ("Thailand flew F-16s over the disputed border with Cambodia.", ("MOBILIZE", "THA", None)),
        ("The Philippines anchored a rusty warship on Second Thomas Shoal.", ("MOBILIZE", "PHL", None)),
        ("Australian sailors left Darwin aboard HMAS Anzac for the Gulf.", ("MOBILIZE", "AUS", None)),
        ("Spain's Legion embarked at Cadiz for Morocco in 1921.", ("MOBILIZE", "ESP", None)),
        ("Italian troopships passed through the Suez Canal bound for Massawa in 1935.", ("MOBILIZE", "ITA", None)),
        ("U.S. Marines waded ashore at Beirut in July 1958.", ("MOBILIZE", "USA", None)),
        ("Russian conscripts were packed into trains bound for the Ukrainian border.", ("MOBILIZE", "RUS", None)),
        ("The Kremlin put its nuclear forces on special combat duty.", ("MOBILIZE", "RUS", None)),
        ("Kyiv has cobbled together three new brigades from the territorial defence.", ("MOBILIZE", "UKR", None)),
        ("Belarus sprang a surprise combat-readiness check on its army.", ("MOBILIZE", "BLR", None)),
        ("Beijing sailed the Liaoning through the Miyako Strait.", ("MOBILIZE", "CHN", None)),
        ("Chinese soldiers pitched tents near Depsang in Ladakh.", ("MOBILIZE", "CHN", None)),
        ("Tehran unveiled an underground base packed with drones.", ("MOBILIZE", "IRN", None)),
        ("Iranian speedboats swarmed around a U.S. destroyer in the Gulf.", ("MOBILIZE", "IRN", None)),
        ("Iran has raised its uranium enrichment to 60 percent.", ("MOBILIZE", "IRN", None)),
        ("Addis Ababa pressed boys into the army.", ("MOBILIZE", "ETH", None)),
        ("A column of Ethiopian tanks clanked toward Badme.", ("MOBILIZE", "ETH", None)),
        ("Seoul fired off missiles of its own into the East Sea as a show of strength.", ("MOBILIZE", "KOR", None)),
        ("Taipei lengthened compulsory military service to a year.", ("MOBILIZE", "TWN", None)),
        ("The Thai army beefed up its presence along the Cambodian border.", ("MOBILIZE", "THA", None)),
        ("Fijian peacekeepers flew out to the Golan.", ("MOBILIZE", "FJI", None)),
        ("Kyrgyz volunteers flocked to the Tajik border with hunting rifles.", ("MOBILIZE", "KGZ", None)),
        ("Madrid raced a second frigate to the Red Sea.", ("MOBILIZE", "ESP", None)),
        # sanctions
        # coercion
        # attacks
    ],
)  # fmt: skip
def test_idioms_of_conflict(text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The striker struck twice for Arsenal on Saturday.",
        "Commuters walked to work through the snow in Chicago.",
        "Farmers drove their tractors to the fields at dawn.",
        "The students took to the stage for the graduation ceremony in Ohio.",
        "Doctors struck a deal with the ministry over pay.",
        "Fans packed the stadium for the final in Madrid.",
        "The Dutch king walked down the avenue after the wedding.",
        "The lawyers sat with candles during the power cut in Lagos.",
        "Nurses in Kenya hold keys to better care.",
        "After the protests, the shopkeeper reopened his store.",
        "Australian parents shut the windows over the weekend.",
        "Students climb onto the roof of the library to see the stars.",
        "Women sang in the choir in Vienna.",
        "The Romanian shepherd herded his sheep across the road.",
        "Italian families walked with candles to midnight mass.",
        "The bank deployed new software in London.",
        "The Louvre sent paintings to Abu Dhabi.",
        "Airlines parked hundreds of jets in the Arizona desert.",
        "The ferry passed through the strait at noon.",
        "The coach put her players through their paces in Munich.",
        "Germany's carmakers increased their presence in China.",
        "The company beefed up its sales presence along the coast.",
        "The ministry extended the age limit for teachers.",
        "Norway extended its bus service to the airport.",
        "A cruise ship anchored off Santorini.",
        "The French foreign ministry ordered a check of its accounts.",
        "Ottawa put together a team of economists.",
        "The manager kitted out the squad in new shirts.",
        "The cyclists lined the road to the border.",
        "Recruits at the bank begin training in June.",
        "Japan launched a weather satellite on Tuesday.",
        "The mayor told men to register for the blood drive.",
        "The minister ordered officers to report on spending.",
        "Sweden sent a notice to taxpayers.",
        "The Dutch trader packed tulips onto trucks.",
        "Spanish tourists flocked to the Portuguese border for cheap petrol.",
        "The British orchestra flew out to Tokyo for a concert.",
        "The band sailed through the audition in Madrid.",
        "India sailed through to the semi-final.",
        "Brazil lined up a friendly in London.",
        "Argentina fielded a young side in Rome.",
        "The pilots' union ordered a ballot.",
    ],
)
def test_other_senses_of_the_words_are_no_conflict(text: str) -> None:
    assert not [act for act in acts(text) if act[0] in CONFLICT]

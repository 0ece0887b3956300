"""The verbs and idioms by which newsrooms tell protests, mobilization, sanctions, coercion and attacks."""

from __future__ import annotations

import pytest
from event_texts import acts

CONFLICT = ("PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # protests
        ("Chilean students took to the avenues of Santiago to demand free tuition.", ("PROTEST", "CHL", "CHL")),
        ("British ambulance crews manned picket lines outside hospitals in Leeds.", ("PROTEST", "GBR", "GBR")),
        ("Iranian women tore off their headscarves in defiance of the morality police.", ("PROTEST", "IRN", "IRN")),
        ("Lebanese depositors stormed a bank in Beirut to demand their savings.", ("PROTEST", "LBN", "LBN")),
        ("Peruvian villagers cut the road to the Las Bambas copper mine.", ("PROTEST", "PER", "PER")),
        ("Bolivian coca growers threw up roadblocks around Cochabamba.", ("PROTEST", "BOL", "BOL")),
        ("Colombian teachers downed chalk for 24 hours on Wednesday.", ("PROTEST", "COL", "COL")),
        ("A general strike called by Nepal's Maoists brought Kathmandu to a standstill.", ("PROTEST", "NPL", "NPL")),
        ("German train drivers will lay down their work for 35 hours from Tuesday.", ("PROTEST", "DEU", "DEU")),
        ("Dutch farmers on tractors jammed motorways to The Hague on Tuesday.", ("PROTEST", "NLD", "NLD")),
        ("Bulgarian nurses pitched a tent camp outside the health ministry in Sofia.", ("PROTEST", "BGR", "BGR")),
        ("Brazilian truckers choked off highways over fuel costs.", ("PROTEST", "BRA", "BRA")),
        ("Czechs jangled their keys in Wenceslas Square to ring out communism.", ("PROTEST", "CZE", "CZE")),
        ("Malagasy bus owners kept their vehicles off the streets of Antananarivo.", ("PROTEST", "MDG", "MDG")),
        ("French unions called their members out on Thursday over pension reform.", ("PROTEST", "FRA", "FRA")),
        ("Togolese women stripped naked in Lome to shame President Faure Gnassingbe.", ("PROTEST", "TGO", "TGO")),
        ("Bahraini Shi'ites camped at Pearl Roundabout.", ("PROTEST", "BHR", "BHR")),
        ("Morocco's Gen Z movement called its followers onto the streets a sixth night.", ("PROTEST", "MAR", "MAR")),
        ("British miners struck in 1984 over pit closures.", ("PROTEST", "GBR", "GBR")),
        ("French railwaymen struck on Monday.", ("PROTEST", "FRA", "FRA")),
        ("In May 1926 British trade unions came out in support of the miners.", ("PROTEST", "GBR", "GBR")),
        ("After 18 days of protests, Egyptian President Hosni Mubarak stepped down.", ("PROTEST", "EGY", "EGY")),
        ("Tunisia's president fled after a month of riots.", ("PROTEST", "TUN", "TUN")),
        ("Bolivian President Evo Morales quit amid mass protests over a disputed vote.", ("PROTEST", "BOL", "BOL")),
        ("Iraqis tried to storm the Turkish consulate in Basra.", ("PROTEST", "IRQ", "TUR")),
        ("East German building workers laid down their trowels in June 1953.", ("PROTEST", "DEU", "DEU")),
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
        ("Niger's junta gave the French ambassador 48 hours to get out.", ("SANCTION", "NER", "FRA")),
        ("Riyadh pulled thousands of Saudi students out of Canadian universities.", ("SANCTION", "SAU", "CAN")),
        ("Beijing barred its tour groups from South Korea over the THAAD system.", ("SANCTION", "CHN", "KOR")),
        ("Seoul pulled the plug on the Kaesong industrial park in North Korea.", ("SANCTION", "KOR", "PRK")),
        ("Washington halved Nicaragua's sugar quota in 1983.", ("SANCTION", "USA", "NIC")),
        ("Washington declared South Africa's ambassador persona non grata.", ("SANCTION", "USA", "ZAF")),
        ("Washington kicked Turkey out of the F-35 programme.", ("SANCTION", "USA", "TUR")),
        ("The EU closed its skies to Belarus's national airline.", ("SANCTION", None, "BLR")),
        ("The Organization of American States booted out Honduras after the coup.", ("SANCTION", None, "HND")),
        ("Spain called in... Spain cancelled an order for Israeli rocket launchers.", ("SANCTION", "ESP", "ISR")),
        ("Hungary declared two Ukrainian diplomats undesirable.", ("SANCTION", "HUN", "UKR")),
        ("Sweden deported Russian diplomats.", ("SANCTION", "SWE", "RUS")),
        ("The United States has shut its border to Mexican cattle.", ("SANCTION", "USA", "MEX")),
        ("Canada hit back with levies on American steel, orange juice and whiskey.", ("SANCTION", "CAN", "USA")),
        ("Beijing banned pineapples from Taiwan in March 2021.", ("SANCTION", "CHN", "TWN")),
        ("France expelled 12 Algerian consular agents.", ("SANCTION", "FRA", "DZA")),
        ("Finland has frozen Russian state property worth 40 million euros.", ("SANCTION", "FIN", "RUS")),
        ("Iran's parliament voted to expel the British ambassador.", ("SANCTION", "IRN", "GBR")),
        ("Taipei curbed chip exports to South Africa.", ("SANCTION", "TWN", "ZAF")),
        # coercion
        ("Belarus jailed Nobel laureate Ales Bialiatski for 10 years.", ("COERCE", "BLR", "BLR")),
        ("Beijing has put a million Uighurs behind barbed wire in Xinjiang.", ("COERCE", "CHN", "CHN")),
        ("Cambodia's government shut down the Cambodia Daily over a tax bill.", ("COERCE", "KHM", "KHM")),
        ("Indonesian police put activist Haris Azhar on trial for defamation.", ("COERCE", "IDN", "IDN")),
        ("The Taliban shut girls out of secondary schools.", ("COERCE", "AFG", "AFG")),
        ("Israeli troops clapped a curfew on Hebron.", ("COERCE", "ISR", "PSE")),
        ("Israel penned 2 million Palestinians into the Gaza Strip.", ("COERCE", "ISR", "PSE")),
        ("Egypt's prosecutors ordered activist Alaa Abdel Fattah held for 15 days.", ("COERCE", "EGY", "EGY")),
        ("Britain handed Julian Assange a 50-week sentence.", ("COERCE", "GBR", None)),
        ("The Germans walled in 400,000 Jews in Warsaw, Poland.", ("COERCE", "DEU", "POL")),
        ("Cuban state security kept dissidents from leaving their homes.", ("COERCE", "CUB", "CUB")),
        ("Australia has bundled asylum seekers off to Nauru.", ("COERCE", "AUS", "NRU")),
        ("Iran is trying five Americans for espionage.", ("COERCE", "IRN", "USA")),
        ("A Moroccan court handed rights activist Maati Monjib a year in prison.", ("COERCE", "MAR", "MAR")),
        ("Chadian soldiers dragged opposition leader Succes Masra out of his house.", ("COERCE", "TCD", "TCD")),
        ("China is holding an executive of Japanese drugmaker Astellas.", ("COERCE", "CHN", "JPN")),
        ("South Korean investigators hauled away impeached President Yoon Suk Yeol.", ("COERCE", "KOR", "KOR")),
        ("Norway froze aid to Uganda over the jailing of opposition leader Kizza Besigye.", ("COERCE", "UGA", "UGA")),
        ("Venezuelans rallied in Caracas in anger at the closure of a television station.", ("COERCE", None, "VEN")),
        # attacks
        ("Kyiv's sea drones put a hole in a Russian landing ship.", ("ASSAULT", "UKR", "RUS")),
        ("Ukrainian commandos blew a bridge behind Russian lines.", ("ASSAULT", "UKR", "RUS")),
        ("British bombers laid waste Hamburg.", ("ASSAULT", "GBR", "DEU")),
        ("Japanese soldiers ran riot in Nanking, China.", ("ASSAULT", "JPN", "CHN")),
        ("Israeli planes went into action over Damascus.", ("ASSAULT", "ISR", "SYR")),
        ("Israel caught Egypt's air force on the ground in June 1967.", ("ASSAULT", "ISR", "EGY")),
        ("Iranian missiles crashed down on Erbil, Iraq.", ("ASSAULT", "IRN", "IRQ")),
        ("Iraq gobbled up Kuwait.", ("ASSAULT", "IRQ", "KWT")),
        ("A Houthi drone got through to Tel Aviv.", ("ASSAULT", "YEM", "ISR")),
        ("Turkish paratroops dropped on Cyprus.", ("ASSAULT", "TUR", "CYP")),
        ("Indian and Chinese soldiers went at each other with clubs in the Galwan valley.", ("ASSAULT", "IND", "CHN")),
        ("North Korean tanks smashed across the 38th parallel into South Korea.", ("ASSAULT", "PRK", "KOR")),
        ("Russian infantry got a toehold in Vovchansk.", ("ASSAULT", "RUS", "UKR")),
        ("Iran sent missiles into Pakistan's Baluchistan.", ("ASSAULT", "IRN", "PAK")),
        ("South African armour drove 250 km into Angola.", ("ASSAULT", "ZAF", "AGO")),
        ("Djibouti put its army on alert after an Eritrean incursion.", ("ASSAULT", "ERI", "DJI")),
        ("Iran vows revenge after Israeli attack", ("ASSAULT", "ISR", "IRN")),
        ("India closes 32 airports after Pakistani shelling", ("ASSAULT", "PAK", "IND")),
        ("Azerbaijani units advanced 7.5 km into Armenia.", ("ASSAULT", "AZE", "ARM")),
        ("Indian and Pakistani soldiers fired on each other.", ("ASSAULT", "IND", "PAK")),
        ("Indian and Pakistani troops fired on each other.", ("ASSAULT", "PAK", "IND")),
        ("India and Pakistan shelled each other along the border.", ("ASSAULT", "PAK", "IND")),
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
        "The club suspended its striker for three matches.",
        "The company recalled 2,000 cars from dealers.",
        "The bank froze $2 million in bonuses.",
        "The airline cancelled its contract with the caterer.",
        "The ministry halved the sugar quota for schools.",
        "The mayor pulled the plug on the concert in Hamburg.",
        "The teacher struck the word off the list.",
        "Swedish students were pulled out of class for a fire drill.",
        "The shop stopped selling Belgian chocolate.",
        "The French company shut down its complex in Lyon.",
        "Parents told their children to pack their bags.",
        "The landlord gave the tenants two weeks to move.",
        "The wind whacked the coast of Oregon.",
        "Poland dropped its goalkeeper from the squad.",
        "The supermarket banned plastic bags.",
        "Britain lowered its tax on beer.",
        "A storm cut off power to 10,000 homes in Maine.",
        "The coach held the striker in reserve.",
        "The museum shut its doors for repairs.",
        "The paper was taken off the shelves of the library in Dublin.",
        "Sweden's weather service put out a warning.",
        "The farmer herded his goats into the village in Spain.",
        "The airline flew Italian tourists to Greece.",
        "Norway passed a law on fisheries.",
        "Passengers were put on a plane to Rome after the delay.",
        "The judge gave the team two months to pay.",
        "The magazine closed its Paris office.",
        "A Dutch firm shipped workers to the site.",
        "The mother put her children to bed in the cell-like room.",
        "The teacher kept the pupils from leaving early.",
        "Polish shoppers were bussed to the outlet.",
        "The Danish player was kept out of the match by injury.",
        "Judges handed the prize to a Kenyan novelist.",
        "The clerk bundled the papers into a folder.",
        "She took office in Lima after the election.",
        "The mayor made it a habit to walk.",
        "Canada tried five new vaccines on mice.",
        "A huge wave crashed down on the pier in Oregon.",
        "The critic laid into the film on its release in Paris.",
        "Shares shattered records in Tokyo.",
        "The French chain gobbled up its rival.",
        "The puppy ran amok in the garden.",
        "Spain's striker fired home in the derby.",
        "Brazil mauled Chile 5-0 in the friendly.",
        "The tenor blew the audience away in Vienna.",
        "The storm left the village in ruins in Cuba.",
        "The company blew a hole in its budget.",
        "Diners piled into the new restaurant in Rome.",
        "The tourists swarmed across the bridge in Prague.",
        "The bell went off across the school.",
        "The mayor fell upon hard times.",
        "Canada cut interest rates to ribbons.",
        "Thunder rolled across the border counties of Wales.",
        "The lawyer tore into the witness in a Boston court.",
        "Guests set about the buffet in Lisbon.",
        "The United States condemned the rhetoric after a Russian offer.",
        "Shares fell in Tokyo after the sale of a stake.",
        "France mourned after the death of a singer.",
    ],
)
def test_other_senses_of_the_words_are_no_conflict(text: str) -> None:
    assert not [act for act in acts(text) if act[0] in CONFLICT]


def test_who_is_blockaded_is_not_where() -> None:
    assert ("COERCE", "ITA", "SRB") in acts("Italy tightened the naval blockade of Serbia in the Adriatic.")


def test_a_paper_ordered_to_close_is_coerced_and_one_ordered_to_print_is_asked() -> None:
    assert acts("Sudan ordered the newspaper Al-Ayam to suspend publication.") == [("COERCE", "SDN", "SDN")]
    assert acts("Sudan ordered the newspaper Al-Ayam to print a correction.") == [("REQUEST", "SDN", "SDN")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Macron spoke by phone to Putin and Erdogan.", ("CONSULT", "FRA", "RUS")),
        ("Macron told Putin in a phone call that the war must end.", ("CONSULT", "FRA", "RUS")),
        ("Macron assured Putin over the telephone that Mali was safe.", ("CONSULT", "FRA", "RUS")),
        ("Two Russian attaches were shown the door by Latvia.", ("SANCTION", "LVA", "RUS")),
        ("Poland cancelled a Russian film festival.", ("SANCTION", "POL", "RUS")),
        ("Slovakia stopped state donations to Ukraine.", ("SANCTION", "SVK", "UKR")),
        ("Pakistan nominated Donald Trump for the Nobel Peace Prize.", ("SUPPORT", "PAK", "USA")),
        ("Pakistan put Donald Trump forward for the Nobel Peace Prize.", ("SUPPORT", "PAK", "USA")),
        ("Kenya put 3,000 recruits through basic training.", ("MOBILIZE", "KEN", None)),
        ("Burundi repatriated its last 300 soldiers.", ("RETREAT", "BDI", None)),
        ("Kenya repatriated two Ugandan prisoners.", ("CONCEDE", "KEN", "UGA")),
    ],
)
def test_idioms_of_calls_bans_honours_and_returns(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in acts(text)


def test_a_word_to_the_press_is_no_talk() -> None:
    assert acts("Macron told reporters by phone that Mali was safe.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Syrian army lost Aleppo in November.", ("ASSAULT", None, "SYR")),
        ("China would answer with force.", ("ASSAULT", "CHN", None)),
        ("Syrian soldiers went over the border.", ("RETREAT", "SYR", None)),
        ("Romania put two F-16s into the air.", ("MOBILIZE", "ROU", None)),
        ("Chinese jets rehearsed striking Taiwan.", ("MOBILIZE", "CHN", None)),
        ("Serbia opposed the move.", ("REJECT", "SRB", None)),
        ("Canada designated Hezbollah a terrorist group.", ("SANCTION", "CAN", "LBN")),
        ("China severed the military hotline with India.", ("SANCTION", "CHN", "IND")),
    ],
)
def test_idioms_of_losses_desertions_and_labels(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert acts(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China hit back with live-fire exercises.", ("MOBILIZE", "CHN", None)),
        ("Xi Jinping ordered his commanders to be ready for an invasion.", ("MOBILIZE", "CHN", None)),
        ("Denmark prolonged compulsory service by a year.", ("MOBILIZE", "DNK", None)),
        ("Syrian rebels cut the highway.", ("COERCE", "SYR", None)),
        ("Indian police sent back 12 soldiers from Myanmar.", ("COERCE", "IND", "MMR")),
        ("Albania invited Serbia to lift the ban.", ("REQUEST", "ALB", "SRB")),
        ("Rebels in Mali forced young men to serve.", ("MOBILIZE", "MLI", None)),
        ("Ghana will not accept anything less.", ("REJECT", "GHA", None)),
        ("Ruto is due to see Erdogan on Friday.", ("CONSULT", "KEN", "TUR")),
        ("A paramotor dropped two bombs on a village in Myanmar.", ("ASSAULT", None, "MMR")),
        ("The army said little. Airstrike on a market in Goma. Six dead.", ("ASSAULT", None, "COD")),
    ],
)
def test_idioms_of_readiness_roads_and_bulletins(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert expected in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Thailand takes a softer line.",
        "Mourners gathered at the cemetery in Sarajevo.",
        "The strength of the units in Kosovo was brought down from 8,350 to 4,500.",
        "Macron saw Putin leave.",
    ],
)
def test_no_acts_of_stances_mourners_and_strengths(text: str) -> None:
    assert acts(text) == []

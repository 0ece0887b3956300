"""One event is found however a sentence puts it: behind and before what tells when, where and by whose word, and in
other voices and constructions.

The floor is the share of sentences in which the event is found with its type and both countries, rounded down and
never lowered.
"""

from collections.abc import Iterator

import pytest

from sitrep import ingest, pipeline

FRONTS = (
    "According to officials,", "In a statement on Monday, the ministry said that", "After weeks of fighting,",
    "Amid fears of escalation,", "Despite a ceasefire,", "For the first time in years,", "Ahead of talks in Doha,",
    "In what analysts called a turning point,", "In the east of the country,", "Earlier in the day,",
    "In a separate incident,", "Citing security concerns,", "Hours before a deadline,", "It emerged on Friday that",
    "Without giving details,", "As winter set in,", "Local media reported that", "On the same day,",
    "State television said on Sunday that", "To the surprise of many,", "Days after a summit in Paris,",
)  # fmt: skip
BACKS = (
    ", according to officials", ", the army said on Tuesday", " after weeks of fighting", " despite a ceasefire",
    " for the first time in years", ", in what analysts called a turning point", " ahead of talks in Doha",
    ", two sources told the agency", " on the orders of the president", ", a monitoring group said on Sunday",
    ", its most serious setback this year", ", a spokesman said, without giving details", " as winter set in",
    ", the Associated Press reported", ", raising fears of a wider war", ", a move that alarmed neighbours",
    " in a dispute over land", ", witnesses and a hospital official said", " following days of tension",
)  # fmt: skip
TOLD = (
    ("three soldiers were killed near Kharkiv", ("ASSAULT", None, "UKR")),
    ("Ukraine shot down 14 Russian drones", ("ASSAULT", "UKR", "RUS")),
    ("rebels in Nepal freed six policemen", ("CONCEDE", "NPL", "NPL")),
    ("Germany supplied Ukraine with 18 tanks", ("AID", "DEU", "UKR")),
    ("France withdrew 400 soldiers from Niger", ("RETREAT", "FRA", None)),
    ("Iran launched up to 200 missiles at Israel", ("ASSAULT", "IRN", "ISR")),
    ("Sudanese troops killed at least 30 fighters", ("ASSAULT", "SDN", "SDN")),
    ("Israel called up 60,000 reservists", ("MOBILIZE", "ISR", None)),
    ("Turkey and Iraq signed a security accord", ("AGREE", "TUR", "IRQ")),
    ("Moldova accused Russia of interference", ("ACCUSE", "MDA", "RUS")),
    ("China imposed sanctions on Lithuania", ("SANCTION", "CHN", "LTU")),
    ("Serbian police arrested three Kosovo Albanians", ("COERCE", "SRB", "XKX")),
    ("Japan lodged a protest with China", ("ACCUSE", "JPN", "CHN")),
    ("Putin met Erdogan in Sochi", ("CONSULT", "RUS", "TUR")),
    ("the US warned Iran against an attack", ("THREATEN", "USA", "IRN")),
    ("Somali police opened fire on protesters", ("ASSAULT", "SOM", "SOM")),
)
# Doer, verb as past, participle, gerund and base, patient; type and countries.
ACTS = (
    ("Russia", "shelled shelled shelling shell", "Kharkiv", ("ASSAULT", "RUS", "UKR")),
    ("Turkish forces", "struck struck striking strike", "a village in Syria", ("ASSAULT", "TUR", "SYR")),
    ("Sudanese soldiers", "beat beaten beating beat", "two Egyptian journalists", ("ASSAULT", "SDN", "EGY")),
    ("Chinese police", "arrested arrested arresting arrest", "two Canadian citizens", ("COERCE", "CHN", "CAN")),
    ("Belarus", "deported deported deporting deport", "five Polish priests", ("COERCE", "BLR", "POL")),
    ("France", "condemned condemned condemning condemn", "Russia", ("ACCUSE", "FRA", "RUS")),
    ("Poland", "armed armed arming arm", "Ukraine", ("AID", "POL", "UKR")),
    ("Algeria", "recognised recognised recognising recognise", "Palestine", ("SUPPORT", "DZA", "PSE")),
    ("Japan", "sanctioned sanctioned sanctioning sanction", "North Korea", ("SANCTION", "JPN", "PRK")),
    ("Azerbaijani troops", "ambushed ambushed ambushing ambush", "an Armenian patrol", ("ASSAULT", "AZE", "ARM")),
    ("Thai troops", "captured captured capturing capture", "18 Cambodian soldiers", ("COERCE", "THA", "KHM")),
    ("Egyptian warplanes", "hit hit hitting hit", "a camp in Libya", ("ASSAULT", "EGY", "LBY")),
)
FRAMES = (
    "{A} {past} {B}.", "{B} was {part} by {A}.", "{A} had {part} {B}, officials said.", "{A} denied {ing} {B}.",
    "{A}, which {past} {B} last year, held elections.", "{A} admitted {ing} {B}.", "{A} continued to {base} {B}.",
    "{A} kept {ing} {B}.", "{A} may have {part} {B}.", "{A} did not {base} {B}.", "It was {A} that {past} {B}.",
    "By {ing} {B}, {A} raised the stakes.", "After {ing} {B}, {A} held a news conference.", "{A} will {base} {B}.",
    "{A} was accused of {ing} {B}.", "Officials said {A} {past} {B}.", "A day after {A} {past} {B}, oil prices rose.",
    "There is no evidence that {A} {past} {B}.", "If {A} {past} {B}, it would be a mistake.",
    "{A} was the first to {base} {B}.", "{A} both {past} {B} and closed the border.",
    "{A} not only {past} {B} but also closed the border.", "{A}, having {part} {B}, closed the border.",
    "{A} reportedly {past} {B}.", "{B} was {part} on Monday by {A}.", "{A} went on to {base} {B}.",
    "{A} claims to have {part} {B}.", "In an operation that lasted hours, {A} {past} {B}.",
)  # fmt: skip


def _opened(text: str) -> str:
    return text[0].upper() + text[1:]


def _placed() -> Iterator[tuple[str, tuple]]:
    for told, event in TOLD:
        yield from ((f"{front} {told}.", event) for front in FRONTS)
        yield from ((f"{_opened(told)}{back}.", event) for back in BACKS)


def _voiced() -> Iterator[tuple[str, tuple]]:
    for doer, verb, patient, event in ACTS:
        past, part, ing, base = verb.split()
        for frame in FRAMES:
            yield _opened(frame.format(A=doer, B=patient, past=past, part=part, ing=ing, base=base)), event


def _found(text: str) -> set[tuple]:
    rows = pipeline.read(ingest.from_text(text))["events"]
    return {(row["event_type"], row["actor1_country"], row["actor2_country"]) for row in rows}


@pytest.mark.parametrize(("sentences", "floor"), [(_placed, 1.0), (_voiced, 1.0)], ids=["placed", "voiced"])
def test_an_event_is_found_however_it_is_told(sentences, floor) -> None:
    told = list(sentences())
    missed = [text for text, event in told if event not in _found(text)]
    assert 1 - len(missed) / len(told) >= floor, missed

"""Acts of which the text names no side or one only: told where the page is about a fight, with the sides it gives."""

import pytest
from event_texts import acts

AT_HOME = (
    "Sudan's army and the Rapid Support Forces fight in Darfur. The Rapid Support Forces attacked El Fasher. "
    "Sudanese soldiers shelled Nyala, held by the Rapid Support Forces. "
)
OF_TWO = (
    "Russia invaded Ukraine. Russian troops attacked Kharkiv. Ukrainian troops shelled Belgorod. "
    "Russian jets bombed Odesa. "
)


@pytest.mark.parametrize(
    ("page", "told", "event"),
    [
        (OF_TWO, "Two drones were shot down overnight.", ("ASSAULT", "RUS", "UKR")),
        (OF_TWO, "Three civilians were killed.", ("ASSAULT", "RUS", "UKR")),
        (AT_HOME, "A market was hit and nine people died.", ("ASSAULT", None, "SDN")),
        (AT_HOME, "Fighters looted shops.", ("PROTEST", "SDN", "SDN")),
    ],
)
def test_a_page_about_a_fight_gives_the_sides(page: str, told: str, event: tuple[str, str | None, str]) -> None:
    assert acts(page + told)[len(acts(page)) :] == [event]


@pytest.mark.parametrize("told", ["A shop was hit.", "Three were killed."])
def test_a_page_about_no_fight_gives_none(told: str) -> None:
    assert acts("Markets rose in Paris on Monday. " + told) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Gunmen opened fire in Kenya, killing three.", ("ASSAULT", None, "KEN")),
        ("An ambush in Mali killed nine soldiers.", ("ASSAULT", None, "MLI")),
        ("08:35 Rebels seized Goma in Congo.", ("ASSAULT", "COD", "COD")),
    ],
)
def test_nobody_is_a_side_by_being_unknown(text: str, event: tuple[str, str | None, str]) -> None:
    assert event in acts(text)

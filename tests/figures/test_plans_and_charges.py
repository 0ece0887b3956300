"""Days that are those of a plan, a charge or another member of a list, and not of what is counted beside them."""

import pytest
from figures_reading import figures


def dates(text: str, published: str = "2025-11-12") -> list[str | None]:
    return [r["date_edtf"] for r in figures(text, published=published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Parliament resolved to disband the militia by June 2027, and some 400 of its men have left it.", [None]),
        ("The bloc voted in May to wind up the force by the end of 2026, and 900 soldiers have gone home.", [None]),
        ("Haykal said that his men had found 18 launchers and would clear the valley by the end of 2025.", [None]),
        ("Burundi has sent 900 soldiers to Uvira and plans to bring home the rest by March 2026.", [None]),
        ("By May 2024 the army had lost 40 tanks, and 300 soldiers had died.", ["../2024-05"] * 2),
        ("Germany will station 4,800 soldiers in Lithuania by the end of 2027.", ["../2027"]),
    ],
)
def test_when_something_else_is_due(text, expected):
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The presidents met on 3 November 2025 and signed an accord under which Chad will send 40 officers.", None),
        ("On 17 June 2025 the minister announced that 1,000 sappers would follow.", None),
        ("The vanguard landed on 2 June 2024, and 800 more soldiers will follow.", None),
        ("On 2 June 2026, 800 more soldiers will land at Goma.", "2026-06-02"),
        ("Kenya said that in January 2026 it would send 600 officers.", "2026-01"),
        ("By March 2026 Kenya, which had met the bloc's wish, will have sent 600 officers.", "../2026-03"),
        ("The colonel met elders on 10 January 2025 and asked them for 5,000 recruits.", "2025-01-10"),
    ],
)
def test_a_plan_is_not_of_the_day_of_another_clause(text, expected):
    assert dates(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said on 3 May 2024 that Myanmar drafts some 5,000 men each month.", None),
        ("The minister said on 3 May 2024 that rebels killed 14 soldiers.", "2024-05-03"),
        ("The army said that on 3 May 2025 it killed 40 rebels.", "2025-05-03"),
        ("About 900 American soldiers hold the base, by one envoy, who said the rest had left in June.", None),
    ],
)
def test_the_day_of_speech_and_of_what_goes_on(text, expected):
    assert dates(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Monitors accused troops of burning villages in March 2025. The army arrested three journalists.", None),
        ("A court convicted the colonel of shooting villagers in May 2019. Police arrested 40 men.", None),
        ("Rebels burned villages in March 2025. The army arrested three journalists.", "2025-03"),
    ],
)
def test_the_day_of_a_charge_is_not_passed_on(text, expected):
    assert dates(text)[-1] == expected


def test_each_member_of_a_list_has_its_own_day():
    assert dates("El Salvador sent 70 soldiers in February and Guatemala 150 in January.") == ["2025-02", "2025-01"]
    assert dates("In June 2024 Kenya sent 400 soldiers and Jamaica 24.") == ["2024-06"] * 2

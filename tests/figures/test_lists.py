"""Lists of losses as ministries publish them: what was done stands before the count, the force over the list."""

from figures_reading import figures

LIST = """Ministry of Defence of Armenia

Evening bulletin, 14 October 2020

Losses of the Azerbaijani side from 27 September to 14 October 2020 (in brackets: change since yesterday):

- killed – 5,139 (+62)
- missing in action: 27
- aircraft shot down: 24
- trucks destroyed – 560 (+5)
- captured tanks: 12
- unmanned aerial vehicles: 173

The ministry said that fighting went on in the south of the country throughout the day.
"""


def told(text):
    return [(r["low"], r["unit_kind"], r["role"], r["force_country"], r["date_edtf"]) for r in figures(text)]


def test_a_label_tells_what_was_done_and_the_line_above_to_whom_and_when():
    war = "2020-09-27/2020-10-14"
    assert told(LIST) == [
        (5139, "personnel", "killed", "AZE", war),
        (62, "personnel", "killed", "AZE", None),
        (27, "personnel", "missing", "AZE", war),
        (24, "equipment", "destroyed", "AZE", war),
        (560, "equipment", "destroyed", "AZE", war),
        (5, "equipment", "destroyed", "AZE", None),
        (12, "equipment", "captured", "AZE", war),
        (173, "equipment", "destroyed", "AZE", war),
    ]


def test_civilians_over_a_list_are_civilians_in_it():
    text = "Shelling went on through the night and the morning.\n\nCivilian casualties:\n\n- dead: 36\n- injured: 115\n"
    assert [row[:3] for row in told(text)] == [(36, "civilian", "killed"), (115, "civilian", "wounded")]


def test_a_participle_behind_the_count_wins_over_the_label():
    text = "Casualties of the army:\n\n- 1st Brigade: 12 killed, 30 wounded\n"
    assert [row[2] for row in told(text)] == ["killed", "wounded"]

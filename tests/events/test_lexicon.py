"""The lexicon of acts: forms, frames, conditions."""

from __future__ import annotations

import pytest

from sitrep import inflection, lexicons
from sitrep.extract.events import acts


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("shell", {"shell", "shells", "shelled", "shelling"}),
        ("deploy", {"deploy", "deploys", "deployed", "deploying"}),
        ("occupy", {"occupy", "occupies", "occupied", "occupying"}),
        ("expel", {"expel", "expels", "expelled", "expelling"}),
        ("retake", {"retake", "retakes", "retook", "retaken", "retaking"}),
        ("shoot", {"shoot", "shoots", "shot", "shooting"}),
        ("veto", {"veto", "vetoes", "vetoed", "vetoing"}),
        ("test-fire", {"test-fire", "test-fires", "test-fired", "test-firing"}),
        ("offer", {"offer", "offers", "offered", "offering"}),
    ],
)
def test_verb_forms(lemma: str, expected: set[str]) -> None:
    assert expected <= set(inflection.verb(lemma))


def test_noun_forms() -> None:
    assert set(inflection.noun("round of talks")) == {"round of talks", "rounds of talks"}
    assert set(inflection.noun("gunman")) == {"gunman", "gunmen"}


def test_every_type_has_verbs_and_thousands_of_entries_stand() -> None:
    entries = [act for listed in acts.verbs().values() for act in listed]
    nouns = {act.words for listed in acts.nouns().values() for _, act in listed}
    assert {act.event_type for act in entries} == set(acts.QUAD)
    assert len(entries) + len(nouns) > 2500


def test_roots_are_those_of_the_codebook() -> None:
    allowed = {
        "AGREE": {"03", "05"}, "CONSULT": {"04"}, "SUPPORT": {"05"}, "COOPERATE": {"06"}, "AID": {"07"},
        "CONCEDE": {"08"}, "RETREAT": {"08"}, "REQUEST": {"02", "10"}, "ACCUSE": {"11", "09"}, "REJECT": {"12"},
        "THREATEN": {"13"}, "PROTEST": {"14"}, "MOBILIZE": {"15"}, "SANCTION": {"16"}, "COERCE": {"17"},
        "ASSAULT": {"18", "19", "20"},
    }  # fmt: skip
    for listed in acts.verbs().values():
        for act in listed:
            assert act.root in allowed[act.event_type], act.rule


def test_conditions_name_known_kinds() -> None:
    known = set(acts.kinds()) | {
        "actor",
        "place",
        "belligerent",
        "somebody",
        "state",
        "subject_force",
        "anything",
        "nationals",
        "guest",
        "leader",
    }
    for listed in acts.verbs().values():
        for act in listed:
            led = {name for _, names in act.needs_prep for name in names}
            assert act.needs | act.unless | act.needs_subject | act.needs_any | led <= known, act.rule


def test_an_entry_twice_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    group = {"root": "19", "frame": "strike", "words": ["shell", "shell"]}
    load = lexicons.load
    monkeypatch.setattr(lexicons, "load", lambda name: {"verbs": [group]} if name == "acts_assault" else load(name))
    with pytest.raises(lexicons.LexiconError, match="stands twice"):
        list(acts._phrases("verbs"))


def test_entries_are_made_by_their_words_in_their_order() -> None:
    for lemma in ("be", "take", "strike"):
        entries = acts.verbs()[lemma]
        assert entries is acts.verbs()[lemma] and {act.words[0] for act in entries} == {lemma}
        lengths = [len(act.words) for act in entries]
        assert lengths == sorted(lengths, reverse=True)
    assert "talks" in acts.nouns() and all(words[-1] == "talks" for words, _ in acts.nouns()["talks"])
    assert "no such verb" not in acts.verbs() and acts.verbs().get("no such verb") is None
    with pytest.raises(KeyError):
        acts.verbs()["no such verb"]

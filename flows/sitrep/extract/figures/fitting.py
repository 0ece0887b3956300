"""From the role that a governor gives to the role of what is counted: arms are destroyed, people are killed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sitrep.extract.figures.arms import FLYING, GIVEN, bought, of_arms, passed_on, recipient
from sitrep.extract.figures.governed import HARM, Governed, inherent
from sitrep.extract.figures.group import Group
from sitrep.extract.figures.returns import brings_back, in_exchange
from sitrep.extract.figures.roles import Verb, closed, words
from sitrep.extract.figures.wounds import in_limb
from sitrep.inflection import GERUND, PARTICIPLE, PAST
from sitrep.model import Token

_PEOPLE = frozenset({"personnel", "civilian"})
_COME = frozenset({"subject", "list", "far"})
_DONE_TO = frozenset({"object", "passive", "far", "list"})
_SENT = frozenset({"deployed", "supplied"})
# From so many on, round losses are estimates of the killed and the wounded together.
_MANY, _ROUND = 100, 10
_WITH_MEN = frozenset({"deployed", "reinforcing"})
_NEAR = 4
# How far behind a verb of sending it may be told that they are only on their way: "rushed 3,500 Marines toward it".
_TOWARD = 9
_WON = frozenset({"object", "list"})
_FALLEN = frozenset({"killed", "wounded"})
_STOPS = frozenset(".;!?")
_GIVEN_UP = frozenset({"object", "passive", "list", "adjective"})
# How far behind a border crossed it is told that they gave up their arms.
_DISARMED = 14


def role_of(
    governed: Governed | None,
    group: Group,
    kind: str,
    tokens: Sequence[Token],
    placed: Callable[[], bool],
    passed: Callable[[str], bool],
    earlier: str | None,
    unreal: bool,
) -> str | None:
    """The codebook's role, or None where nothing is told of the count.

    ``placed`` tells whether a place stands behind the group in its clause, ``passed`` whether the governing verb leads
    by a preposition to a state. ``earlier`` is the role of the figure before it in the paragraph.
    """
    unit = group.hit.unit if group.hit else None
    own = inherent().get(unit.noun) if unit else None
    if governed is None:
        return own
    role, verb = governed.role, governed.verb
    lemma = verb.lemma if verb else ""
    if group.form == "elided" and lemma in words("of_men_alone") and governed.how in ("object", "far"):
        return None
    if lemma in words("finding") and kind != "equipment":
        return own
    if lemma in words("winning") and group.form == "elided" and earlier in _FALLEN:
        # "killed 70 soldiers and took 11"
        return "captured"
    if lemma in words("winning"):
        # "took four guns" of the enemy; "took 40 men", "will take two ships" say nothing of their fate.
        won = kind == "equipment" and governed.how in _WON and not verb.future
        return role if won else own
    if kind == "civilian" and lemma in words("of_men_alone") and group.people is None and own is None:
        # Prices fall and things cost: of people only forces fall and are a cost, or their lives are.
        lives = any(t.lower in words("lives_told") for t in tokens[group.end : group.end + 2])
        return role if lives else None
    if group.whole and kind == "equipment" and (earlier == "supplied" or role == "supplied"):
        # "the first six of the 40 tanks were delivered": all of them are to be.
        return "supplied"
    if group.whole:
        if unit is not None and unit.group in FLYING and role in ("deployed", "destroyed"):
            # "downed 42 of 55 drones": all of them were launched.
            return "deployed"
        behind = group.form == "elided" or governed.token >= group.end
        harmed = role if behind and governed.how == "adjective" and role in HARM else None
        return own or group.adjective or harmed or "strength"
    if lemma in words("following") and earlier is not None and group.hit is None:
        # "Kenya has sent 400 men, and another 600 are to follow": they are still to come; arms are to be given.
        return "reinforcing" if verb.future and earlier in _WITH_MEN else earlier
    if lemma in words("taking_up_arms") and tokens[group.start].char_start > tokens[verb.end - 1].char_start:
        # "took up arms with 3,000 men": so many it had.
        return "strength"
    if lemma in words("left_over") and governed.how in _COME and own is None and _what_is_left(verb, group, tokens):
        # "fewer than 900 remain", "90 rockets stayed in their stores": so many there are
        return "strength"
    if own is not None and governed.how in ("far", "have") and not (own == "other" and role in HARM):
        return own
    if lemma in words("leaving_for") and kind != "civilian" and governed.how != "object":
        behind = [t.lower for t in tokens[verb.end : verb.end + 6]]
        if "for" in behind:
            return "reinforcing"
    gapped = group.form in ("partitive", "others") or (group.form == "elided" and lemma in words("going"))
    if gapped and earlier == "supplied" and role == "deployed":
        return earlier
    aboard = role == "deployed" and governed.how == "adjective" and group.start > 0
    if aboard and earlier == "reinforcing" and tokens[group.start - 1].lower in words("bearing"):
        # "ordered three warships with 900 marines on board to the coast"
        return earlier
    if role == "have":
        there = (
            group.negated
            or (governed.how == "list" and earlier == "deployed")
            or _standing(tokens, group.end)
            or placed()
            or on_grounds(tokens, group.end)
        )
        thought = governed.token > 0 and tokens[governed.token - 1].lower in words("led_to")
        role = "deployed" if there and not thought else "strength"
    if lemma in words("numbering_seen") and own is None and not governed.present(tokens) and not verb.future:
        # "counted 30 drones" is what was seen, "counts 900 men" what there is.
        role = "deployed"
    before = {t.lower for t in tokens[max(0, verb.start - 2) : verb.start]} if verb is not None else set()
    has = lemma in words("fielding") and (governed.present(tokens) or not words("able").isdisjoint(before))
    has = has or (lemma in words("raising") and not words("capable").isdisjoint(before))
    active = kind == "personnel" and not words("active").isdisjoint(t.lower for t in tokens[group.start : group.end])
    has = has or (active and lemma in words("keeping_up", "fielding"))
    if has and own is None and not placed() and tokens[0].lower not in words("locative"):
        # "fields 300,000 men" is what it has, "fields 900 men in the valley" what stands there.
        role = "strength"
    if role in _SENT and kind in _PEOPLE and governed.how == "object" and _told_to_go(tokens, group.end):
        return "withdrawn"
    if role == "released" and kind == "personnel" and own is None and brings_back(verb, tokens, group.start):
        return "withdrawn"
    if kind in _PEOPLE and in_exchange(tokens, group.start):
        return "released"
    given_up = lemma in words("handing_over") and (governed.how in _GIVEN_UP or own == "captured")
    if given_up and (own == "captured" or (own is None and kind in _PEOPLE)):
        return "released"
    taken = own == "captured" or group.adjective == "captured"
    if (
        taken
        and role == "withdrawn"
        and lemma not in words("breaking_out")
        and governed.how in ("subject", "passive", "far", "list", "object")
    ):
        return "released"  # hostages who come home
    shot = lemma in words("shooting") and governed.how in ("object", "passive")
    if own == "captured" and shot:
        return "killed"
    if governed.how == "list" and role == "strength" and earlier == "captured":
        # "counts 815 prisoners, among them 80 soldiers"
        return earlier
    if group.adjective == "captured" and lemma in words("showing_off"):
        return "captured"
    if own == "captured" and role in ("deployed", "strength", "other", "casualties", "supplied"):
        return "captured"
    if own == "deserted" and role in ("deployed", "strength", "other"):
        return own
    if own == "recruited" and role in ("other", "supplied"):
        return own
    if own == "other" and role == "recruited":
        # "took in a further 270 refugees"
        return own
    if role == "captured" and kind in _PEOPLE and _to_serve(tokens, group.end):
        return "recruited"
    if kind in _PEOPLE and not words("meant_for").isdisjoint(t.lower for t in tokens[group.end : group.end + 1]):
        if tokens[min(group.end + 1, len(tokens) - 1)].lower in words("schooling"):
            # "takes in 2,000 cadets for training"
            return "trained"
    if kind == "equipment" and group.start and tokens[group.start - 1].lower in words("aboard"):
        # "flown in aboard three helicopters"
        return "deployed"
    if role == "withdrawn" and group.form == "partitive" and earlier == "deserted":
        return earlier
    if role == "withdrawn" and kind in _PEOPLE and lemma not in words("breaking_out") and _traded(tokens, group.start):
        # "traded captives on Friday, when 185 servicemen came home"
        return "released"
    if own == "killed" and role == "wounded":
        # "nine bodies were brought to the hospital"
        return own
    if lemma in words("costing") and "casualties" in (own, earlier if group.form == "elided" else own):
        # "cost Japan 57,000 casualties and Russia some 31,000"
        return "casualties"
    if own in ("killed", "casualties", "wounded") and role not in ("killed", "wounded") and not shot:
        return own
    told = tokens[governed.token].lower if governed.how in ("noun", "adjective", "list") else ""
    if role == "casualties" and earlier == "killed" and told in words("victim_nouns"):
        # "killed 25 people; among the victims were three priests"
        return "killed"
    if kind == "equipment":
        handed = lemma in words("handed_over") or (lemma in words("giving") and recipient(verb, tokens))
        if governed.how == "list" and role in _SENT and earlier in _WITH_MEN and not handed:
            # "sent 9,000 paratroopers and 350 armoured vehicles": they go with the men.
            return earlier
        handed = handed or (unit is not None and unit.group in GIVEN | {"aircraft"} and passed_on(verb, passed))
        role = of_arms(
            "supplied" if handed and role == "deployed" else role,
            lemma,
            unit.group if unit else "",
            governed,
            tokens,
            tokens[group.end].lower if group.end < len(tokens) else "",
            earlier,
            group.start,
        )
    elif kind in _PEOPLE:
        role = _of_people(role, kind, group, governed, tokens, earlier)
    elif role == "wounded" or (role == "casualties" and lemma in words("losing_men")):
        role = "destroyed"
    elif lemma in words("destroying_people"):
        role = "destroyed" if role == "killed" else role
    elif lemma in words("raising_units") and not placed():
        role = "recruited"
    if kind == "personnel" and role == "deployed" and (_disarmed(governed, tokens) or _gone(governed, tokens)):
        return "withdrawn"
    if role == "withdrawn" and kind in _PEOPLE and lemma not in words("breaking_out") and _swapped(tokens, group.end):
        return "released"
    helping = tokens if verb is not None and verb.future else tokens[max(0, group.start - _NEAR) : group.start]
    if role == "withdrawn" and kind == "personnel" and _to_help(helping):
        # "the reinforcements, up to 2,000 men, will leave Moussoro", "a reinforcement of 300 men left Kaya"
        return "reinforcing"
    if kind != "equipment" and lemma in words("repelling"):
        return "deployed"
    if role == "reinforcing" and lemma in words("rushing", "nearing") and _rushed(verb, tokens):
        return "deployed"
    if role == "deployed" and governed.how == "noun" and kind != "civilian":
        before = {t.lower for t in tokens[max(0, governed.token - 3) : governed.token]}
        if not before.isdisjoint(words("authorising")) or _to_come(governed, group, tokens):
            return "reinforcing"
    sent = kind in ("personnel", "formation") or (unit is not None and unit.group in ("vessel", "aircraft"))
    sent = sent or (unit is None and group.people is not None)
    if role in ("deployed", "supplied") and sent and verb is not None and not group.negated:
        going = lemma in words("going") and governed.how in ("subject", "far")
        if lemma in words("pledging") and unit is not None and unit.group == "aircraft":
            return role
        done = any(t.lower in closed("have") for t in tokens[max(0, verb.start - 2) : verb.start])
        done = done or (governed.how == "adjective" and tokens[verb.start - 1].lower in words("be_present"))
        for_itself = lemma in words("ordering") and bought(tokens, group.end)
        if role == "supplied" and kind == "equipment" and (for_itself or lemma in words("giving_away")):
            return role
        if role == "supplied" and unit is not None and unit.group == "vessel" and lemma in words("contributing"):
            return "deployed"
        if role == "supplied" and kind == "equipment" and recipient(verb, tokens):
            # "promised to send Ukraine 18 more F-16s"
            return role
        to_others = (
            role == "supplied" and kind == "equipment" and lemma in words("passing_on", "handed_over", "handing_over")
        )
        if to_others and _named_behind(tokens, group.end):
            # "undertook to transfer five patrol vessels to the Philippine Coast Guard"
            return role
        if (
            lemma in words("pledging")
            or _under_way(governed, tokens)
            or ((verb.future or (unreal and not done)) and (lemma in words("sending") or going))
        ):
            return "reinforcing"
        if role == "supplied" and kind != "equipment":
            return "deployed" if lemma in words("sending") or kind == "formation" else role
    return role


def _named_behind(tokens: Sequence[Token], k: int) -> bool:
    """Whether "to" and a name stand at ``k``."""
    names = [t for t in tokens[k + 1 : k + 3] if t.lower not in words("the")]
    return k < len(tokens) and tokens[k].lower in words("led_to") and bool(names) and names[0].text[0].isupper()


def _what_is_left(verb: Verb, group: Group, tokens: Sequence[Token]) -> bool:
    """Whether a verb of staying tells no place but a store: "fewer than 900 remain", "remain in the stockpile"."""
    k = verb.end
    if group.start and tokens[group.start - 1].lower in words("locative"):
        # "in Goma, where 900 soldiers remain"
        return False
    if k >= len(tokens) or tokens[k].text in _STOPS:
        return True
    behind = [t.lower for t in tokens[k + 1 : k + 1 + _NEAR]]
    return tokens[k].lower in words("inside") and not words("stores").isdisjoint(behind)


def _told_to_go(tokens: Sequence[Token], k: int) -> bool:
    """Whether those counted are told to leave: "ordered the 600 American troops to leave"."""
    behind = [t.lower for t in tokens[k : k + 2]]
    return len(behind) == 2 and behind[0] in words("led_to") and behind[1] in words("departing")


def _swapped(tokens: Sequence[Token], k: int) -> bool:
    """Whether those who come home were prisoners: "came home in the swap", "returned from captivity"."""
    behind = [t.lower for t in tokens[k : k + _DISARMED]]
    return not words("exchange_nouns", "captivities").isdisjoint(behind)


def _traded(tokens: Sequence[Token], k: int) -> bool:
    """Whether an exchange is told of before ``k``."""
    return any(t.lower in words("traded", "exchange_nouns") for t in tokens[max(0, k - _DISARMED) : k])


def _to_serve(tokens: Sequence[Token], k: int) -> bool:
    """Whether those taken are to be soldiers: "rounded up 40 men for the tenth batch of conscripts"."""
    behind = [t.lower for t in tokens[k : k + 1 + 2 * _NEAR]]
    return not words("meant_for").isdisjoint(behind[:1]) and not words("service").isdisjoint(behind)


def _to_help(tokens: Sequence[Token]) -> bool:
    """Whether reinforcements are told of."""
    return any(t.lower in words("reinforcements") for t in tokens)


def _to_come(governed: Governed, group: Group, tokens: Sequence[Token]) -> bool:
    """Whether a deployment is still to come: "the arrival of 400 police officers is expected in May"."""
    if tokens[governed.token].lower not in words("sending_nouns"):
        return False
    behind = [t.lower for t in tokens[group.end : group.end + _NEAR]]
    for i, lower in enumerate(behind):
        if lower in closed("modals"):
            return True
        if lower in closed("be"):
            return not words("awaited", "authorising", "putting_off").isdisjoint(behind[i + 1 :])
        if lower in words("clause_ends") or lower in closed("coordinators") or not lower[0].isalnum():
            return False
    return False


def _disarmed(governed: Governed, tokens: Sequence[Token]) -> bool:
    """Whether those who cross a border are out of the war: "crossed into Burundi, where they were disarmed"."""
    verb = governed.verb
    if verb is None or governed.how not in ("subject", "far", "list") or verb.lemma.split()[0] not in words("crossing"):
        return False
    return any(t.lower in words("disarming") for t in tokens[verb.end : verb.end + _DISARMED])


def _gone(governed: Governed, tokens: Sequence[Token]) -> bool:
    """Whether they are told to have gone and not where to: "the last 2,500 Americans had gone"."""
    verb = governed.verb
    if verb is None or verb.lemma not in words("gone") or governed.how not in ("subject", "far") or not verb.start:
        return False
    ends = verb.end >= len(tokens) or not tokens[verb.end].lower[0].isalnum()
    return ends and tokens[verb.start - 1].lower in closed("have")


def _standing(tokens: Sequence[Token], k: int) -> bool:
    """Whether it is told at ``k`` what those whom a side has do somewhere: "had 60,000 men facing the pass"."""
    return k < len(tokens) and tokens[k].lower in words("posted")


def on_grounds(tokens: Sequence[Token], k: int) -> bool:
    """Whether the ground they stand on is told at ``k``: "has 700 men on the islands"."""
    if k + 1 >= len(tokens) or tokens[k].lower not in words("locative") - words("weak_locative"):
        return False
    return any(t.lower in words("grounds") for t in tokens[k + 1 : k + 1 + _NEAR])


def _rushed(verb: Verb, tokens: Sequence[Token]) -> bool:
    """Whether the sending is over: "were rushed to the border", not "are being rushed"."""
    before = tokens[verb.start - 1].lower if verb.start else ""
    on_the_way = any(t.lower in words("not_yet_at") for t in tokens[verb.end : verb.end + _TOWARD])
    done = bool(verb.forms & (PAST | PARTICIPLE)) and before not in words("be_present") | {"being"}
    return not verb.future and done and not on_the_way


def _under_way(governed: Governed, tokens: Sequence[Token]) -> bool:
    """Whether they are told to be on their way: "is sending 500 men", "are being flown in", "are moving up"."""
    verb = governed.verb
    if verb is None or verb.start == 0:
        return False
    before = tokens[verb.start - 1].lower
    if verb.passive:
        return before == "being" and verb.lemma in words("sending")
    if not verb.forms & GERUND or before not in words("be_present"):
        return False
    if governed.how in ("object", "far", "list"):
        return verb.lemma in words("sending") - words("pledging", "basing")
    behind = tokens[verb.end].lower if verb.end < len(tokens) else ""
    return verb.lemma in words("moving") and (
        behind in words("toward") or tokens[verb.end - 1].lower in words("toward")
    )


def _by_splinters(verb: Verb, tokens: Sequence[Token]) -> bool:
    """Whether what hit people is told behind the verb: "nine were hit by shrapnel"."""
    behind = [t.lower for t in tokens[verb.end : verb.end + _NEAR]]
    return behind[:1] == ["by"] and not words("splinters").isdisjoint(behind)


def _aimed(governed: Governed, group: Group, tokens: Sequence[Token]) -> bool:
    """Whether those counted shoot or are shot at: "four youths in a pickup shot at the policemen"."""
    end = governed.verb.end
    at = end < len(tokens) and end != group.start and tokens[end].lower in words("aims")
    return at or (governed.how == "far" and governed.token >= group.end)


def _few(group: Group, tokens: Sequence[Token]) -> bool:
    """Whether so few men are lost that each was counted, and no arms with them: "lost 62 fighters"."""
    number = group.number
    behind = [t.lower for t in tokens[group.end : group.end + 2]]
    round_sum = (number.best or 0) >= _MANY and (number.best or 0) % _ROUND == 0
    if number.qualifier not in ("exact", "approximate") or round_sum or words("lost_so").intersection(behind[:1]):
        return False
    listed = len(behind) > 1 and behind[0] in words("joints")
    return not listed or not (behind[1][0].isdigit() or behind[1] in words("count_openers"))


def _of_people(
    role: str, kind: str, group: Group, governed: Governed, tokens: Sequence[Token], earlier: str | None
) -> str:
    lemma = governed.verb.lemma if governed.verb else ""
    drawn_back = group.people is not None and lemma in words("drawing_back")
    if kind == "civilian" and not drawn_back and (role == "withdrawn" or lemma in words("refuge")):
        return "other"
    if role == "deployed" and lemma in words("dismissing"):
        return "other"
    if lemma in words("recalling") and group.hit is not None and group.hit.unit.noun in words("reserves"):
        return "recruited"
    if role == "other" and kind == "personnel" and lemma in words("displacing"):
        return "deployed"
    if lemma in words("grazing") and governed.how in _DONE_TO and _by_splinters(governed.verb, tokens):
        return "wounded"
    if lemma in words("wounding") and governed.how in _DONE_TO:
        if in_limb(tokens, governed.verb.end) or in_limb(tokens, group.end):
            return "wounded"
    if lemma in words("shooting") and governed.how in _DONE_TO and not _aimed(governed, group, tokens):
        return "killed"
    if role == "destroyed" and governed.how == "adjective" and tokens[governed.token].lower in words("hurting"):
        # "40 soldiers were badly burned"
        return "wounded"
    if role == "destroyed" and group.hit is not None and inherent().get(group.hit.unit.noun) == "captured":
        # "left nine prisoners behind"
        return "captured"
    if role == "destroyed":
        if lemma in words("disabling"):
            return "casualties" if lemma in words("out_of_action") else "wounded"
        if lemma in words("destroying_people") or (not lemma and governed.how in ("adjective", "list")):
            return "killed"
        # Forces that are attacked are there.
        return "casualties" if governed.how == "noun" else "deployed" if kind == "personnel" else "other"
    if role == "casualties":
        if lemma in words("losing_men") and (earlier == "killed" or _few(group, tokens)):
            return "killed"
        if governed.how == "noun" and tokens[governed.token].lower in words("single_loss"):
            return "killed"
    if role == "supplied" and lemma in words("receiving") and _swapped(tokens, group.end):
        # "received 95 Russians in return"
        return "released"
    if role == "supplied" and lemma not in words("sending"):
        return "other"
    return role

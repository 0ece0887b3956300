"""Modality of an act: what the cues around it and its own verb make of it, and which cues are of something else."""

from __future__ import annotations

from sitrep import scope
from sitrep.extract.events import words as w
from sitrep.extract.events.groups import COMMA, CONJ, NP, REL, SUB, VG, Chunk, P
from sitrep.extract.events.scene import Scene
from sitrep.extract.events.valency import SPOKEN
from sitrep.inflection import PARTICIPLE, PAST, THIRD
from sitrep.model import MODALITY_ORDER, Cue, Mentions, Page

FUTURE = ("planned", "hypothetical")
# How a clause comes by a subject that stands in it, in one that it goes on, or right before it.
_OWN_SUBJECTS = ("subject", "coordination", "relative")
# What a word in a clause on the object makes of that clause alone.
_OF_ITS_OWN = ("planned", "possible", "hypothetical", "negated")
# Acts that words of redress for them take for done.
_REDRESSED = frozenset({"ACCUSE", "ASSAULT", "COERCE", "THREATEN"})
# What a modal makes of the verb that it leads, and of no verb before it.
_LED = ("planned", "possible", "hypothetical")


def modality(page: Page, mentions: Mentions, scene: Scene) -> tuple[str, tuple[int, int], str | None]:
    """The modality of an act, the span of its source (-1, -1 where there is none), and the cue in its own words."""
    value, start, end, cue = scope.modality_at(mentions, scene.span, scene.start, scene.end)
    cue_text = page.phrase(cue.char_start, cue.char_end) if cue else None
    found = scene.found
    if cue is not None and cue.char_start < scene.end and scene.start < cue.char_end and scene.event_type in SPOKEN:
        value, cue_text = _without_cue(start), None  # "ruled out" is the refusal itself
    denied = cue is not None and cue.scope_end <= cue.char_start  # "reports that X fell back near Y are false"
    if (
        value == "negated"
        and cue is not None
        and scene.end <= cue.char_start
        and not denied
        and _apart(scene, cue.char_start)
    ):
        if start >= scene.end and scene.event_type in SPOKEN:
            start, end = -1, -1  # "accused X of theft, which X denies"
        value, cue_text = _without_cue(start), None
    if not found.nominal and not found.modal and cue_text and cue.char_start >= scene.end and value in _LED:
        if scene.sentence.lexis.classes.get(cue_text.split()[0].lower(), 0) & w.MODAL:
            value, cue_text = _without_cue(start), None  # "has sent ten and will send more", "the held will be freed"
    if value in _OF_ITS_OWN and cue is not None and _of_object(scene, cue):
        value, cue_text = _without_cue(start), None
    if value in (*FUTURE, "negated") and cue is not None and _went_on(scene, cue.char_start):
        value, cue_text = _without_cue(start), None
    if (
        value in (*FUTURE, "negated")
        and cue is not None
        and (
            _told_aside(scene, cue.char_end)
            or _met(scene, cue)
            or _told_of_doer(scene, cue)
            or _meanwhile(scene, cue.char_end)
        )
    ):
        value, cue_text = _without_cue(start), None
    if value in _LED and cue is not None and _of_quotation(page, scene, cue):
        value, cue_text = _without_cue(start), None
    if value in _OF_ITS_OWN and cue is not None and _redressed(scene, cue):
        value, cue_text = _without_cue(start), None
    if value == "negated" and cue is not None and _of_others(scene, cue):
        value, cue_text = _without_cue(start), None
    own = _of_verb(scene)
    if own == "asserted" and _is_claimed(scene):
        own = "reported"
    if found.act.frame.name == "must":
        return "asserted", (start, end), None
    if own == "asserted" and value in ("hypothetical", "negated") and cue and scene.event_type in SPOKEN:
        # A demand or threat is made, whatever it hangs on ("... unless they leave").
        if not found.nominal and (cue.char_start > scene.start or found.doer_rule == "speaker"):
            value, cue_text = _without_cue(start), None
    if value in ("asserted", "reported") and _of_anybody(scene):
        value, cue_text = "hypothetical", None
    if value == "reported" and (
        _by_the_way(scene, start) or (cue is not None and _done_besides(scene, cue.char_start))
    ):
        value, start, end, cue_text = "asserted", -1, -1, None
    if MODALITY_ORDER.index(own) < MODALITY_ORDER.index(value):
        value = own
    if value == "reported" and _performed(scene):
        value, cue_text = "asserted", None
    return value, (start, end), cue_text


def _performed(scene: Scene) -> bool:
    """Is it done by saying so ("“We call on Beijing to return it,” he said")?"""
    found, sentence = scene.found, scene.sentence
    if scene.event_type not in SPOKEN or found.nominal or found.modal or not found.doers:
        return False
    if sentence.chunks[found.chunk].form & (PAST | PARTICIPLE):
        return False
    return all(sentence.lower(g) in w.listed("first_person") for g in found.doers)


def _of_quotation(page: Page, scene: Scene, cue: Cue) -> bool:
    """Does the cue stand in a quotation that ends before the act ('"We will strike," threatened X')?"""
    between = page.view[cue.char_end : scene.start]
    opened = page.view.count('"', scene.span.char_start, cue.char_start) % 2 == 1
    return "”" in between[between.rfind("“") + 1 :] or (opened and between.count('"') % 2 == 1)


def _done_besides(scene: Scene, said: int) -> bool:
    """Is it done by who says or counts something at ``said``, beside that ("They counted 43 tanks and took a town")?"""
    clause, sentence = scene.found.clause, scene.sentence
    if clause is None or clause.how != "coordination" or not clause.subjects:
        return False
    told = [
        v
        for v in sentence.verbs
        if v < clause.index and sentence.span(v, v + 1)[0] <= said < sentence.span(v, v + 1)[1]
    ]
    return any(sentence.clause(v).subjects == clause.subjects for v in told)


def _without_cue(source: int) -> str:
    """What an act is where a cue is of something else; ``source`` is where its source starts, -1 if it has none."""
    return "reported" if source >= 0 else "asserted"


def _of_verb(scene: Scene) -> str:
    """What negation, control and modals of its own verb make of an act."""
    found = scene.found
    if found.negated:
        return "hypothetical" if _in_condition(scene) else "negated"
    if found.control in MODALITY_ORDER:
        return found.control
    if found.modal in w.listed("modals_planned"):
        return "planned"
    if found.modal in w.listed("modals_possible"):
        return "possible"
    if found.modal in w.listed("modals_hypothetical"):
        return "hypothetical"
    return "planned" if found.control == "purpose" else "asserted"


def _is_claimed(scene: Scene) -> bool:
    """Does who did it only say so ("claims strikes on two depots")?"""
    clause = scene.found.clause
    if not scene.found.nominal or clause is None or scene.found.chunk not in clause.objects:
        return False
    return not w.listed("claiming_verbs").isdisjoint(scene.sentence.chunks[clause.index].lemmas)


def _in_condition(scene: Scene) -> bool:
    """Does a condition open the act's clause ("if it does not withdraw")?"""
    clause, sentence = scene.found.clause, scene.sentence
    if scene.found.nominal or clause is None:
        return False
    opens = min((g for g in clause.subjects if g < clause.index), default=clause.index) - 1
    return sentence.kind(opens) == SUB and sentence.lower(opens) in w.listed("conditions")


def tells_itself(scene: Scene, source: tuple[int, int]) -> bool:
    """Is the source the subject of the act's own verb, beside what it says ("X blamed Y and closed the border",
    "according to X, which had sanctioned Y"), or of a word for what is said that is its own ("X repeated its charge
    that Y had let it happen")?"""
    clause = scene.found.clause
    if scene.found.nominal and scene.event_type in SPOKEN and 0 <= source[1] <= scene.start:
        owner = scene.sentence.words[scene.sentence.chunks[scene.found.chunk].start]
        return bool(owner.classes & w.POSS)
    if scene.found.nominal or clause is None or clause.governor is not None:
        return False
    if clause.how == "participle" and scene.event_type in SPOKEN and source[1] <= scene.start:
        return any(source[0] <= a.char_start < source[1] for a in scene.doers)  # "..., Paris said, demanding that"
    if clause.how not in _OWN_SUBJECTS:
        return False
    told = scene.sentence.told_by(scene.found.chunk) if clause.how == "coordination" else None
    if told is not None and told < scene.found.chunk and scene.sentence.clause(told).subjects == clause.subjects:
        return True  # "He said that X had fled and called for Y"
    return any(source[0] <= a.char_start < source[1] and a.kind != "pronoun" for a in scene.doers)


def _apart(scene: Scene, start: int) -> bool:
    """Does a preposition part the act from a negation behind it ("hit targets with no military purpose")?"""
    return start < scene.span.char_end and any(
        chunk.kind == P and scene.end <= scene.sentence.starts[chunk.start] < start for chunk in scene.sentence.chunks
    )


def _of_object(scene: Scene, cue: Cue) -> bool:
    """Does the cue only tell of what the act is done to, or of who does it ("arrested two men who may have fled, a man
    accused of theft", "troops believed to be from X shelled")?"""
    sentence = scene.sentence
    if scene.found.nominal:
        return False
    if cue.char_start < scene.end:
        subject = scene.found.clause.subjects[:1] if scene.found.clause is not None else []
        inside = [v for g in subject for v in sentence.verbs if g < v < scene.found.chunk and sentence.reduced(v)]
        return any(sentence.starts[sentence.chunks[v].start] == cue.char_start for v in inside)
    hung = next((c for c in sentence.chunks if sentence.starts[c.start] == cue.char_start), None)
    if hung is not None and hung.infinitive and cue.modality == "planned":
        return True  # "rejected a call for troops to be sent"
    behind = [i for i in range(scene.found.chunk + 1, len(sentence.chunks))]
    behind = [i for i in behind if sentence.starts[sentence.chunks[i].start] <= cue.char_start]
    if any(sentence.kind(i) == REL for i in behind):
        return True
    last = behind[-1] if behind else -1
    told = sentence.kind(last) == VG and sentence.kind(last - 1) == NP and sentence.reduced(last)
    return told and sentence.chunks[last].start > scene.found.end


def _by_the_way(scene: Scene, source: int) -> bool:
    """Does the text itself tell, between commas, what somebody did of whom a source tells something else ("Eritrea,
    which sent troops in May, has begun to withdraw, diplomats said")?"""
    clause, sentence = scene.found.clause, scene.sentence
    if scene.found.nominal or clause is None or source < scene.end:
        return False
    opened = next((i for i in range(scene.found.chunk - 1, 0, -1) if sentence.kind(i) == REL), 0)
    if not opened or sentence.kind(opened - 1) != COMMA or any(opened < v < scene.found.chunk for v in sentence.verbs):
        return False
    closed = next((i for i in range(scene.found.chunk, len(sentence.chunks)) if sentence.kind(i) == COMMA), 0)
    behind = [v for v in sentence.verbs if v > closed and sentence.starts[sentence.chunks[v].start] < source]
    return bool(closed) and any(sentence.chunks[v].finite for v in behind)


def _of_anybody(scene: Scene) -> bool:
    """Is it what whoever does it would do ("any state that arms rebels"), told in the present of nobody there is?"""
    clause, sentence = scene.found.clause, scene.sentence
    if scene.found.nominal or clause is None or clause.how != "relative" or not clause.subjects:
        return False
    verb = sentence.chunks[clause.index]
    if sentence.lower(clause.subjects[0]) not in w.listed("sweeping_words") or not verb.finite:
        return False
    return not verb.form & (PAST | PARTICIPLE) and not verb.perfect


def _told_aside(scene: Scene, cue_end: int) -> bool:
    """Is the act told as done of what the act under the cue is about ("must return the jet that it seized")?"""
    clause, sentence = scene.found.clause, scene.sentence
    if scene.found.nominal or clause is None or not clause.subjects:
        return False
    whose = sentence.kind(clause.subjects[0] - 1) == REL and clause.objects
    if clause.how == "subject" and clause.objects and clause.objects[0] < clause.subjects[0]:
        whose = clause.objects  # "must lift the blockade it imposed"
    whose = whose or (clause.subjects[0] < clause.index and clause.subjects[0] - 1 in clause.objects)
    if clause.how == "coordination":
        before = [c for c in sentence.clauses() if c.index < clause.index and c.subjects == clause.subjects]
        clause = before[0] if before else clause  # "groups that have captured, harmed or killed"
    if clause.how not in ("relative", "participle") and not whose:
        return False
    verb = sentence.chunks[clause.index]
    if not verb.finite or verb.modal or not verb.form & (PAST | PARTICIPLE | THIRD):
        return False
    owned = clause.objects if whose else []  # "whose house they burned and looted": one verb alone may have it
    thing = sentence.chunks[(owned or clause.subjects)[0]]
    if thing.start > verb.start or sentence.words[thing.end - 1].classes & w.PRON:
        return False
    return cue_end <= sentence.starts[thing.start]


def _met(scene: Scene, cue: Cue) -> bool:
    """Does the cue only name what the act is done to or by ("X's request for talks was backed")?"""
    clause, sentence = scene.found.clause, scene.sentence
    if scene.found.nominal or clause is None or not sentence.chunks[clause.index].finite:
        return False
    if clause.how not in ("subject", "relative") or sentence.chunks[clause.index].modal:
        return False
    heads = (sentence.chunks[g].end - 1 for g in clause.subjects if g < clause.index)
    return any(sentence.starts[head] <= cue.char_start < sentence.end(head) for head in heads)


def _told_of_doer(scene: Scene, cue: Cue) -> bool:
    """Does the cue stand in a relative clause between the act's subject and its verb ("men who tried to flee were")?"""
    clause, sentence = scene.found.clause, scene.sentence
    if scene.found.nominal or clause is None or clause.how != "subject" or not clause.subjects:
        return False
    verb, opens = sentence.chunks[clause.index], sentence.of_chain(clause.subjects[-1])[-1] + 1
    if opens > clause.index or sentence.kind(opens) != REL or not verb.finite or verb.modal:
        return False
    return sentence.starts[sentence.chunks[opens].start] <= cue.char_start < sentence.starts[verb.start]


def _redressed(scene: Scene, cue: Cue) -> bool:
    """Is the act what there may yet be redress for ("will punish X for its attack", "has not avenged the killing")?"""
    sentence, first = scene.sentence, scene.found.chunk
    if not scene.found.nominal or scene.event_type not in _REDRESSED or sentence.kind(first) != NP:
        return False
    while sentence.kind(first - 1) == NP:
        first -= 1
    words = [word for i in range(first, scene.found.chunk + 1) for word in sentence.words_of(i)]
    owned = words[0].classes & w.POSS or any(word.lower.endswith(w.GENITIVES) for word in words)
    if cue.char_end > sentence.starts[sentence.chunks[first].start] or not (
        owned or words[0].lower in w.listed("pointing_words")
    ):
        return False
    before = sentence.chunks[first - 1] if first else None
    if before is not None and before.kind == VG:
        return not w.listed("judging_verbs").isdisjoint(before.lemmas)
    if before is None or cue.char_end > sentence.starts[before.start]:
        return False  # "warned against its attack"
    if sentence.lower(first - 1) not in w.listed("redressing_prepositions"):
        return bool(owned) and sentence.lower(first - 1) in w.listed("deed_prepositions")
    for i in range(first - 2, -1, -1):
        chunk, lexicon = sentence.chunks[i], w.listed("redressing_words")
        if not lexicon.isdisjoint(chunk.lemmas) or any(word.lower in lexicon for word in sentence.words_of(i)):
            return True
        if chunk.kind in (VG, COMMA, CONJ, SUB, REL):
            return False
    return False


def _of_others(scene: Scene, cue: Cue) -> bool:
    """Does the cue only say who is not meant ("X, but not Y, condemned")?"""
    sentence = scene.sentence
    return any(
        sentence.starts[chunk.start] == cue.char_start and sentence.contrasted(i)
        for i, chunk in enumerate(sentence.chunks)
    )


def _went_on(scene: Scene, cue_start: int) -> bool:
    """Is the act what somebody did beside what the cue says of another act ("refused to sign and killed six")?"""
    clause, sentence, at = scene.found.clause, scene.sentence, scene.found.chunk
    if scene.found.nominal or clause is None or clause.how != "coordination" or sentence.kind(at - 1) != CONJ:
        return False
    verb = sentence.chunks[at]
    if not _tells_past(verb) or sentence.lower(at - 1) not in w.listed("adding_coordinators"):
        return False
    refusing = next((v for v in sentence.verbs if sentence.end(sentence.chunks[v].end - 1) > cue_start), at)
    led = sentence.chunks[refusing]
    return refusing < at and not led.negated and _tells_past(led)


def _tells_past(verb: Chunk) -> bool:
    return verb.finite and not verb.modal and bool(verb.form & PAST or verb.perfect)


def _meanwhile(scene: Scene, cue_end: int) -> bool:
    """Is the act told as done at the time of what the cue says ("must yield, he said as he met X")?"""
    sentence, starts = scene.sentence, scene.sentence.starts
    for i, chunk in enumerate(sentence.chunks):
        if chunk.kind == SUB and cue_end <= starts[chunk.start] < scene.start:
            verb = next((v for v in sentence.verbs if v > i), None)
            if verb is None or sentence.chunks[verb].end - sentence.chunks[verb].start > 1:
                continue
            if sentence.lower(i) in w.listed("meanwhile") and _tells_past(sentence.chunks[verb]):
                return True
            if sentence.lower(i) in w.listed("going_on") and sentence.chunks[verb].finite:
                return True  # "will not abandon X as they fight"
    return False

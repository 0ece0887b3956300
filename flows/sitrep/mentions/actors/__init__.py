"""Who can act in a page: full noun groups from a lexicon of parts, then what refers back to them."""

from __future__ import annotations

from sitrep.matcher import Match
from sitrep.mentions.actors import coreference
from sitrep.mentions.actors.compose import chains, compose
from sitrep.mentions.actors.lexicon import Part, parts
from sitrep.model import ActorMention, Page, PlaceMention, Sentence


def read(page: Page, places: list[PlaceMention]) -> list[ActorMention]:
    """The actors named or referred to in the page's sentences, sorted by ``char_start``."""
    found: list[ActorMention] = []
    for sentence, matches in _by_sentence(page):
        for chain in chains(page.view, matches):
            actor = compose(page.view, sentence, chain)
            if actor is not None:
                found.append(actor)
    return coreference.resolve(page, places, found)


def _by_sentence(page: Page) -> list[tuple[Sentence, list[Match[Part]]]]:
    groups: list[tuple[Sentence, list[Match[Part]]]] = []
    sentences, at = page.sentences, 0
    for match in parts().find(page.folded, page.view):
        while at < len(sentences) and sentences[at].char_end <= match.char_start:
            at += 1
        if at == len(sentences):
            break
        sentence = sentences[at]
        if match.char_start < sentence.char_start or match.char_end > sentence.char_end:
            continue
        if match.value.cased and not _is_name(page.view, match, sentence):
            continue
        if groups and groups[-1][0] is sentence:
            groups[-1][1].append(match)
        else:
            groups.append((sentence, [match]))
    return groups


def _is_name(view: str, match: Match[Part], sentence: Sentence) -> bool:
    """Whether a name stands there with its capitals ("US", not "us"; "Chad", not "chad")."""
    text = view[match.char_start : match.char_end]
    if sentence.case == "lower":
        return len(text) > 3
    return text[0].isupper() and (len(text) > 3 or text.isupper() or "." in text or match.value.kind != "state")

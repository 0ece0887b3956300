"""The YAML block before a Markdown text, as site generators write it: metadata, and no part of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitrep import patterns as re
from sitrep.ingest import feeds
from sitrep.ingest.sidecar import Provenance

if TYPE_CHECKING:
    import yaml

_BLOCK = re.compile(r"\A\ufeff?---[ \t]*\n(.{0,8000}?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)


def split(text: str) -> tuple[Provenance, str]:
    """The metadata in a block before the text and the text behind it; no metadata and all of it where none stands.

    Keys go by the names of a feed's fields. A block that is no YAML mapping is text.
    """
    match = _BLOCK.match(text)
    if not match:
        return Provenance(), text
    import yaml  # seldom asked for, and slow to load

    try:
        node = yaml.compose(match[1], Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, RecursionError):
        return Provenance(), text  # a rule of dashes, and another one further down
    if not isinstance(node, yaml.MappingNode):
        return Provenance(), text
    fields = {str(key.value): _plain(value) for key, value in node.value}
    return feeds.provenance(fields), text[match.end() :].lstrip("\n")


def _plain(node: yaml.Node) -> str | list[str] | None:
    import yaml

    if isinstance(node, yaml.ScalarNode):
        return None if node.tag == "tag:yaml.org,2002:null" else node.value
    if isinstance(node, yaml.SequenceNode):
        return [inner.value for inner in node.value if isinstance(inner, yaml.ScalarNode)]
    return None

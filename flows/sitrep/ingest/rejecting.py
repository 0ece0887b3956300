"""The reasons for which an input becomes no document, and what its owner can do about each."""

from __future__ import annotations

from sitrep.model import Reject

ACTIONS = {
    "empty": "Fetch the input again, or remove it.",
    "binary": "Convert it to text, Markdown or HTML, or remove it.",
    "undecodable": "Save the text as UTF-8.",
    "broken_json": "Write each record as one JSON object on a line of its own (JSON Lines).",
    "no_text": "Give the record its text in one of the fields text, body, content or articleBody, or remove it.",
    "too_large": "Split the input, or raise the limit that the detail names.",
    "unreadable": "Make the path a regular file that the build may read.",
    "link_outside": "Replace the link by a copy of the file it points to.",
    "link_to_folder": "Replace the link by a copy of the folder, or remove it: links to folders are not followed.",
    "gzip_bomb": "Check where the file comes from; unpack it by hand if it is sound.",
    "broken_gzip": "Fetch the file again, or unpack it by hand.",
    "unsupported": "Convert it to .txt, .md, .html, .jsonl or .ndjson (each may be packed as .gz), or remove it.",
    "broken_sidecar": "Correct the sidecar; its sound keys were used.",
    "orphan_sidecar": "Put the sidecar next to the file that it is named after, or remove it.",
}


def reject(
    reason: str, source_path: str, detail: str, n_bytes: int | None = None, source_record: int | None = None
) -> Reject:
    """A reject with the action that goes with its reason. Raises KeyError for a reason that is none of ``ACTIONS``."""
    return Reject(source_path, source_record, reason, detail, ACTIONS[reason], n_bytes)

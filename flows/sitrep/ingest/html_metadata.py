"""What an HTML document says about itself: JSON-LD, OpenGraph and other meta elements, links, headline, ``<time>``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate
from typing import Any, NamedTuple

from lxml import etree

from sitrep import lexicons
from sitrep import patterns as re

_DAY = re.compile(r"\s*(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)(?!\d)")
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|WebPage)\Z")
_SITE_SEPARATOR = re.compile(r"\s+[|·•–—»:-]\s+")
_BY = re.compile(lambda: rf"\A{re.any_of(lexicons.load('dateline')['before_authors'])}\s+", re.I)
_BESIDE = re.compile(r"\s+[|·•–—]\s+")
_SPACES = re.compile(r"\s+")
_TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "headline")
_AUTHOR_NAMES = ("author", "article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author")
_PUBLISHED_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "dateissued",
    "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "article.published",
    "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "date", "cxenseparse:recs:publishtime",
)  # fmt: skip
_PUBLISHER_NAMES = ("og:site_name", "application-name", "dc.publisher", "twitter:site")


class Metadata(NamedTuple):
    """Metadata of a document, each None where the document does not say: see ``html.Rendered``."""

    title: str | None
    byline: str | None
    published_edtf: str | None
    language: str | None
    url: str | None
    publisher: str | None


def read_metadata(root: etree._Element) -> Metadata:
    """The metadata of a parsed document; where sources differ JSON-LD wins, then meta elements, then what is shown."""
    metas = _metas(root)
    entry = _entry(root)
    publisher = _name(entry.get("publisher")) or _first(metas, _PUBLISHER_NAMES)
    if publisher:
        publisher = publisher.lstrip("@")
    title = _text(entry.get("headline")) or _first(metas, _TITLE_NAMES)
    title = _without_site(title, publisher) or _shown_title(root, publisher)
    byline = _name(entry.get("author")) or _first(metas, _AUTHOR_NAMES, lambda value: "://" not in value)
    published = _day(_text(entry.get("datePublished"))) or next(
        (day for name in _PUBLISHED_NAMES if (day := _day(metas.get(name)))), None
    )
    return Metadata(
        title,
        byline or _shown_author(root),
        published or _shown_day(root),
        _language(root, metas),
        _url(root, metas),
        publisher or None,
    )


def _text(value: Any) -> str | None:
    return _SPACES.sub(" ", value).strip() or None if isinstance(value, str) else None


def _metas(root: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        value = _text(meta.get("content"))
        if name and value:
            found.setdefault(name.strip().lower(), value)
    return found


def _first(metas: dict[str, str], names: tuple[str, ...], fits=lambda value: True) -> str | None:
    return next((metas[name] for name in names if name in metas and fits(metas[name])), None)


def _entry(root: etree._Element) -> dict[str, Any]:
    """The JSON-LD object that describes the article, the richest first; empty where there is none that can be read."""
    best: dict[str, Any] = {}
    for script in root.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json" or not script.text:
            continue
        try:
            data = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue  # metadata in a broken script says nothing; the text is read all the same
        for entry in _entries(data):
            kinds = entry.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            fits = any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in kinds)
            if fits and (not best or ("headline" in entry and "headline" not in best)):
                best = entry
    return best


def _entries(data: Any) -> Iterator[dict[str, Any]]:
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            if isinstance(graph, list):
                yield from (inner for inner in graph if isinstance(inner, dict))


def _name(value: Any) -> str | None:
    items = value if isinstance(value, list) else [value]
    names = [name for item in items if (name := _text(item.get("name") if isinstance(item, dict) else item))]
    return ", ".join(dict.fromkeys(names)) or None


def _without_site(title: str | None, publisher: str | None) -> str | None:
    if title and publisher:
        parts = _SITE_SEPARATOR.split(title)
        if len(parts) > 1 and parts[-1].casefold() == publisher.casefold():
            return title[: title.rindex(parts[-1])].rstrip(" |·•–—»:-")
    return title


def _shown_title(root: etree._Element, publisher: str | None) -> str | None:
    headings = [_text("".join(h.itertext())) for h in root.iter("h1")]
    shown = [h for h in headings if h]
    title = _text(next((t.text for t in root.iter("title") if t.text), None))
    if len(shown) == 1 or (shown and not title):
        return shown[0]
    if title:
        for heading in shown:
            if heading in title:
                return heading
        title = _without_site(title, publisher)
        parts = re.split(r"\s+[|»]\s+", title or "")
        return parts[0] or title
    return None


def _shown_author(root: etree._Element) -> str | None:
    for node in root.iter("a", "span", "p", "div", "address"):
        names = (node.get("class") or "").lower().split()
        if (
            "author" in (node.get("rel") or "").split()
            or node.get("itemprop") == "author"
            or any(name in ("byline", "author", "author-name", "byline__name") for name in names)
        ):
            text = _text(" ".join(node.itertext()))
            if text and len(text) <= 80 and not node.xpath("ancestor::*[@id='comments']"):
                inner = next((a for a in node.iter("a") if a is not node and "author" in (a.get("rel") or "")), None)
                named = _text("".join(inner.itertext())) if inner is not None else text
                return _BESIDE.split(_BY.sub("", named or text), maxsplit=1)[0]
    return None


def _shown_day(root: etree._Element) -> str | None:
    marked = root.xpath(
        "//*[@itemprop='datePublished' or @pubdate or contains(@class,'published') or contains(@class,'entry-date')]"
        "[@datetime or @content]"
    )
    for node in marked:
        day = _day(node.get("datetime") or node.get("content"))
        if day:
            return day
    for where in ("//article", "//main", "//body"):
        for scope in root.xpath(where)[:1]:
            for node in scope.iter("time"):
                day = _day(node.get("datetime"))
                if day:
                    return day
    return None


def _day(value: str | None) -> str | None:
    """The day of an ISO 8601 or RFC 5322 timestamp, as written there: its own time zone is kept."""
    if not value:
        return None
    match = _DAY.match(value)
    parts = tuple(map(int, match.groups())) if match else (parsedate(value) or ())[:3]
    try:
        return date(*parts).isoformat() if len(parts) == 3 else None
    except ValueError:  # a month 13 or a day 31 June is no day
        return None


def _language(root: etree._Element, metas: dict[str, str]) -> str | None:
    declared = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    value = declared or metas.get("og:locale") or metas.get("language") or ""
    match = re.match(r"[A-Za-z]{2}(?![A-Za-z])", value.strip())
    return match[0].lower() if match else None


def _url(root: etree._Element, metas: dict[str, str]) -> str | None:
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            return link.get("href").strip()
    return metas.get("og:url")

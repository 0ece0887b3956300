"""HTML to text: what is read, how words are kept apart, where elements stand, and what metadata says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitrep.ingest.html import render


def spans(markup, tag):
    rendered = render(markup)
    return [rendered.text[e.char_start : e.char_end] for e in rendered.elements if e.tag == tag]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var n='900 soldiers';</script>",
        "<style>.x{content:'900 soldiers'}</style>",
        "<!-- 900 soldiers -->",
        "<p hidden>900 soldiers</p>",
        "<p style='color:red; display : none'>900 soldiers</p>",
        "<div aria-hidden='true'><p>900 soldiers</p></div>",
        "<template><p>900 soldiers</p></template>",
        "<noscript>900 soldiers</noscript>",
        "<style>.ghost, #z { display:none }</style><p class='a ghost'>900 soldiers</p>",
        "<dialog><p>900 soldiers</p></dialog>",
        "<select><option>900 soldiers</option></select>",
    ],
)
def test_what_a_reader_does_not_see_is_not_read(hidden):
    rendered = render(f"<body><p>Before.</p>{hidden}<p>After.</p></body>")
    assert rendered.text == "Before.\n\nAfter."


def test_a_class_hidden_on_paper_only_is_read():
    markup = "<style>@media print{.menu{display:none}} p{margin:0}</style><p class='menu'>World</p>"
    assert render(markup).text == "World"


@pytest.mark.parametrize(
    "markup, text",
    [
        (
            "<p>The <b>12</b>th&nbsp;Brigade, <i>the &ldquo;Wolves&rdquo;</i>.</p>",
            "The 12th\u00a0Brigade, the “Wolves”.",
        ),
        ("<p>one<br>two<br/><br/>three</p>", "one\ntwo\n\nthree"),
        ("<div>one</div><div>two<div>three</div>four</div>", "one\n\ntwo\n\nthree\n\nfour"),
        ("<p><span class='cap'>T</span>he\n  convoy</p>", "The convoy"),
        ("<p>bat&shy;tal<wbr>ion</p>", "battalion"),
        ("<a href='/a'>World</a><a href='/b'>Africa</a>", "World Africa"),
        ("<span class='day'>3 May</span><span class='by'>Ann Roe</span>", "3 May Ann Roe"),
        ("<p>3,000<sup>1</sup> men on 2 km<sup>2</sup></p>", "3,000 1 men on 2 km2"),
        ("<pre>a   b\nc</pre>", "a   b\nc"),
        ("<p>He said <q>no</q>.</p>", "He said “no”."),
        ("", ""),
        ("<html></html>", ""),
        ("<?xml version='1.0' encoding='utf-8'?><p>Fine</p>", "Fine"),
        ("<p>unclosed <b>bold<p>next", "unclosed bold\n\nnext"),
    ],
)
def test_words_are_neither_glued_nor_split(markup, text):
    assert render(markup).text == text


def test_every_cell_has_a_span_even_an_empty_one():
    markup = (
        "<table><thead><tr><th>Unit</th><th>Lost</th></tr></thead><tr><td></td><td>4</td></tr>"
        "<tr><td>2nd Rifles</td><td> </td></tr></table><p>After</p>"
    )
    rendered = render(markup)
    assert rendered.text == "Unit\tLost\n\t4\n2nd Rifles\t\n\nAfter"
    assert spans(markup, "td") == ["", "4", "2nd Rifles", ""]
    cells = [(e.char_start, e.char_end) for e in rendered.elements if e.tag == "td"]
    assert cells == sorted(cells)


def test_alternative_text_of_images_is_text_and_an_icon_is_not():
    markup = '<p>Troops <img src="x.gif" alt=""> march</p><figure><img src="a.jpg" alt="A burnt tank"></figure>'
    assert render(markup).text == "Troops march\n\nA burnt tank"
    assert spans(markup, "img") == ["", "A burnt tank"]


def test_parents_enclose_their_children():
    rendered = render("<main><article><h1>A</h1><p>b <a href='/c'>c</a></p></article></main>")
    for element in rendered.elements:
        if element.parent >= 0:
            parent = rendered.elements[element.parent]
            assert parent.char_start <= element.char_start <= element.char_end <= parent.char_end


def test_metadata_json_ld_before_meta_before_what_is_shown():
    rendered = render(
        """<html lang="en-GB"><head><title>Shells fall on Port | The Gazette</title>
        <link rel="canonical" href="https://gazette.example/shells">
        <meta property="og:title" content="Shells fall on Port | The Gazette">
        <meta property="og:site_name" content="The Gazette">
        <meta property="article:published_time" content="2021-05-02T10:00:00Z">
        <script type="application/ld+json">{"@graph":[{"@type":"Organization"},{"@type":["NewsArticle"],
        "datePublished":"2021-05-03T01:00:00+03:00","author":[{"name":"Ann Roe"},{"name":"Bo Li"}]}]}</script>
        </head><body><h1>Shells fall</h1></body></html>"""
    )
    assert rendered.title == "Shells fall on Port"
    assert rendered.byline == "Ann Roe, Bo Li"
    assert rendered.published_edtf == "2021-05-03"
    assert (rendered.language, rendered.url, rendered.publisher) == (
        "en",
        "https://gazette.example/shells",
        "The Gazette",
    )


def test_metadata_that_is_shown_only():
    rendered = render(
        "<title>Clashes in the north - The Post</title><h1>Clashes in the north</h1>"
        "<p class='byline'>By <a rel='author'>Ann Roe</a>"
        "<time datetime='2019-02-30'></time><time datetime='2019-02-28'>x</time>"
    )
    assert (rendered.title, rendered.byline, rendered.published_edtf) == (
        "Clashes in the north",
        "Ann Roe",
        "2019-02-28",
    )


def test_broken_metadata_is_unknown_and_no_error():
    rendered = render(
        "<script type='application/ld+json'>{'headline': nope</script><meta name=date content='soon'><p>x</p>"
    )
    assert (rendered.text, rendered.published_edtf, rendered.title) == ("x", None, None)


def test_bytes_are_decoded_as_they_declare():
    assert render("<meta charset='windows-1251'><p>Мир</p>".encode("cp1251")).text == "Мир"


def test_deep_nesting_ends():
    rendered = render("<div>" * 50_000 + "x")
    assert rendered.text.strip() in ("x", "")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="<>/pbdivtra &;nbsp\"'=\n\x00é", max_size=120))
def test_any_markup_gives_ordered_spans_within_the_text(markup):
    rendered = render(markup)
    for element in rendered.elements:
        assert 0 <= element.char_start <= element.char_end <= len(rendered.text)
        assert element.parent < len(rendered.elements)

"""Lexicons: every file that ships is sound, and a file that is not says so when it is loaded."""

import pytest

from sitrep import lexicons
from sitrep.lexicons import LexiconError, kept

NAMES = sorted(path.name for path in lexicons.FOLDER.iterdir() if path.name.endswith((".yaml", ".csv")))


@pytest.mark.parametrize("name", NAMES)
def test_every_lexicon_opens_with_what_it_holds(name):
    text = (lexicons.FOLDER / name).read_text(encoding="utf-8")
    assert text.startswith("# ") and len(text.splitlines()[0]) > 20


@pytest.mark.parametrize("name", [n for n in NAMES if n.endswith(".yaml")])
def test_every_yaml_lexicon_is_sound(name):
    assert lexicons.load(name.removesuffix(".yaml"))


@pytest.fixture
def write(monkeypatch, tmp_path):
    """A lexicon of one's own, read as by a new process: ``write(name, text)``. What is kept is in ``kept``."""

    def forget():
        for function in (lexicons.load, lexicons.rows, kept._folder):
            function.cache_clear()

    def written(name, text):
        forget()
        (tmp_path / name).write_text(text, encoding="utf-8")

    monkeypatch.setattr(lexicons, "FOLDER", tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
    yield written
    forget()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: [b]\n", "open the file with a comment"),
        ("# Words.\na: [b, b]\n", "'b' twice"),
        ("# Words.\na: [b, '']\n", "empty"),
        ("# Words.\na: [at, on]\n", "holds True for a word; write the word in quotes"),
        ("# Words.\na:\n", "empty"),
        ("# Words.\na: [b]\na: [c]\n", "'a' stands twice"),
        ("# Words.\n- a\n", "mapping of groups"),
        ("# Words.\na: [b\n", "words.yaml: no YAML.*line 3"),
    ],
)
def test_a_broken_yaml_lexicon_is_an_error(write, text, said):
    write("words.yaml", text)
    with pytest.raises(LexiconError, match=f"(?s){said}"):
        lexicons.load("words")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,code\na,1\n", "open the file with a comment"),
        ("# Words.\nname,code\na,1\na,2\n", "stands twice"),
        ("# Words.\nname,code\n,1\n", "empty key"),
        ("# Words.\nname,code\na,1,2\n", "wrong number of cells"),
        ("# Words.\nname,code\na\n", "wrong number of cells"),
        ("# Words.\nname,code\n", "no entries"),
    ],
)
def test_a_broken_csv_lexicon_is_an_error(write, text, said):
    write("words.csv", text)
    with pytest.raises(LexiconError, match=said):
        lexicons.rows("words")


def test_errors_name_file_and_line(write):
    write("words.csv", "# Words.\n# More of them.\nname,code\na,1\n\na,2\n")
    with pytest.raises(LexiconError, match=r"lexicons/words\.csv: line 6"):
        lexicons.rows("words")


def _entries(tmp_path):
    return sorted(path.name for path in (tmp_path / "kept" / "sitrep" / "lexicons").iterdir())


def test_what_is_kept_is_what_was_read(write, tmp_path, monkeypatch):
    text = "# Words.\na: {b: [c, d], 1: 2}\n"
    write("words.yaml", text)
    read = lexicons.load("words")
    assert _entries(tmp_path) == ["words.yaml"]
    write("words.yaml", text)
    monkeypatch.setattr("sitrep.lexicons.reading.groups", None)  # not read a second time
    assert lexicons.load("words") == read == {"a": {"b": ["c", "d"], 1: 2}}


def test_a_lexicon_that_changed_is_read_again(write):
    write("words.csv", "# Words.\nname,code\na,1\n")
    assert lexicons.rows("words") == ({"name": "a", "code": "1"},)
    write("words.csv", "# Words.\nname,code\na,2\n")
    assert lexicons.rows("words") == ({"name": "a", "code": "2"},)
    write("words.csv", "# Words.\nname,code\na,2\na,2\n")
    with pytest.raises(LexiconError, match="stands twice"):
        lexicons.rows("words")


def test_other_rules_read_a_lexicon_again(write, monkeypatch):
    write("words.yaml", "# Words.\na: [b]\n")
    lexicons.load("words")
    lexicons.load.cache_clear()
    monkeypatch.setattr(kept, "_maker", lambda: b"other rules")
    monkeypatch.setattr("sitrep.lexicons.reading.groups", lambda file, text: {"read": ["again"]})
    assert lexicons.load("words") == {"read": ["again"]}


@pytest.mark.parametrize("left", [b"", b"no entry", None])
def test_a_broken_entry_is_none(write, tmp_path, left):
    write("words.yaml", "# Words.\na: [b]\n")
    lexicons.load("words")
    entry = tmp_path / "kept" / "sitrep" / "lexicons" / "words.yaml"
    entry.write_bytes(entry.read_bytes()[:40] if left is None else left)
    lexicons.load.cache_clear()
    assert lexicons.load("words") == {"a": ["b"]}
    assert len(entry.read_bytes()) > 40 and _entries(tmp_path) == ["words.yaml"]


@pytest.mark.parametrize("base", ["file", "relative"])
def test_lexicons_are_read_where_nothing_can_be_kept(write, tmp_path, monkeypatch, base):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file") if base == "file" else base)
    write("words.yaml", "# Words.\na: [b]\n")
    assert lexicons.load("words") == {"a": ["b"]}


def test_what_is_derived_is_made_anew_where_a_lexicon_or_a_module_changes(write, tmp_path):
    module = tmp_path / "maker.py"
    module.write_text("")
    write("words.yaml", "# Words.\na: [b]\n")
    made = []

    def make():
        made.append(lexicons.load("words")["a"])
        return {"words": frozenset(made[-1]), "count": (len(made),)}

    def derived():
        return lexicons.derived("sets", ["words.yaml"], [str(module)], make)

    assert derived() == derived() == {"words": {"b"}, "count": (1,)}
    write("words.yaml", "# Words.\na: [b, c]\n")
    assert derived() == derived() == {"words": {"b", "c"}, "count": (2,)}
    module.write_text("MORE = 1")
    assert derived()["count"] == (3,)


def test_what_cannot_be_derived_is_an_error_each_time(write):
    write("words.yaml", "# Words.\na: [b]\n")

    def make():
        raise LexiconError("no such kind")

    for _ in range(2):
        with pytest.raises(LexiconError, match="no such kind"):
            lexicons.derived("sets", ["words.yaml"], [], make)

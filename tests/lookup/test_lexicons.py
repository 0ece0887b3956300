"""Lexicons: every file that ships is sound, and a file that is not says so when it is loaded."""

from importlib.resources import files

import pytest

from sitrep import lexicons
from sitrep.lexicons import LexiconError

NAMES = sorted(path.name for path in files("sitrep.lexicons").iterdir() if path.name.endswith((".yaml", ".csv")))


@pytest.mark.parametrize("name", NAMES)
def test_every_lexicon_opens_with_what_it_holds(name):
    text = files("sitrep.lexicons").joinpath(name).read_text(encoding="utf-8")
    assert text.startswith("# ") and len(text.splitlines()[0]) > 20


@pytest.mark.parametrize("name", [n for n in NAMES if n.endswith(".yaml")])
def test_every_yaml_lexicon_is_sound(name):
    assert lexicons.load(name.removesuffix(".yaml"))


@pytest.fixture
def write(monkeypatch, tmp_path):
    """A lexicon of one's own: ``write(name, text)``."""
    monkeypatch.setattr(lexicons, "files", lambda _: tmp_path)
    lexicons.load.cache_clear()
    lexicons.rows.cache_clear()
    yield lambda name, text: (tmp_path / name).write_text(text, encoding="utf-8")
    lexicons.load.cache_clear()
    lexicons.rows.cache_clear()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: [b]\n", "open the file with a comment"),
        ("# Words.\na: [b, b]\n", "'b' twice"),
        ("# Words.\na: [b, '']\n", "empty"),
        ("# Words.\na:\n", "empty"),
        ("# Words.\na: [b]\na: [c]\n", "'a' stands twice"),
        ("# Words.\n- a\n", "mapping of groups"),
    ],
)
def test_a_broken_yaml_lexicon_is_an_error(write, text, said):
    write("words.yaml", text)
    with pytest.raises(LexiconError, match=said):
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

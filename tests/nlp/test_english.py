"""English goes through TextBlob; Indonesian never loads it."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest
from textblob import TextBlob

import nlp
from nlp import read
from nlp.analyzer import EnglishAnalyzer, IndonesianAnalyzer


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("The officer was very rude and slow, I waited 3 hours", "negative", "complaint"),
        ("Thank you, the staff was friendly and helpful", "positive", "praise"),
        ("What is the opening time of the office?", "neutral", "question"),
        ("The service is terrible and the toilet is dirty", "negative", "complaint"),
    ],
)
def test_english_is_read(text: str, label: str, kind: str) -> None:
    reading = read(text)
    assert (reading.language, reading.sentiment.label, reading.kind) == ("en", label, kind)


def test_english_names_the_words_and_aspects() -> None:
    reading = read("The officer was rude, but the waiting room is clean")
    assert "rude" in reading.sentiment.words
    polarity = {aspect.key: aspect.polarity for aspect in reading.aspects}
    assert polarity["perilaku"] < 0 < polarity["sarana"]


def test_english_without_a_known_word_is_left_open() -> None:
    assert read("I was at the office on Monday").sentiment.label is None


def test_both_analysers_stand_behind_textblob() -> None:
    text = "Petugasnya tidak ramah"
    assert TextBlob(text, analyzer=IndonesianAnalyzer()).sentiment == read(text).sentiment
    text = "The staff was friendly"
    assert TextBlob(text, analyzer=EnglishAnalyzer()).sentiment == read(text).sentiment


def test_the_property_wired_to_english_is_never_used() -> None:
    """`blob.polarity` ignores the analyser; our own `Sentiment.polarity` is another thing."""
    asked, blobs = [], 0
    for path in Path(nlp.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            blobs += isinstance(node, ast.Name) and node.id == "TextBlob"
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Call):
                made = node.value.func
                if isinstance(made, ast.Name) and made.id == "TextBlob":
                    asked.append(node.attr)
    assert asked == ["sentiment"]
    assert blobs == len(asked), "a blob is kept under another name"


def run(program: str) -> dict[str, object]:
    """The JSON printed by a fresh interpreter that finds no NLTK data anywhere."""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


def test_indonesian_loads_neither_textblob_nor_nltk() -> None:
    answer = run(
        "import json, sys, nlp; r = nlp.read('Petugasnya ramah sekali');"
        "print(json.dumps([r.sentiment.label, 'textblob' in sys.modules, 'nltk' in sys.modules]))"
    )
    assert answer == ["positive", False, False]


def test_english_needs_no_nltk_corpus() -> None:
    answer = run(
        "import json, nltk, nlp; nltk.data.path.clear();"
        "r = nlp.read('The staff was rude and the office is dirty');"
        "print(json.dumps([r.language, r.sentiment.label, nltk.data.path]))"
    )
    assert answer == ["en", "negative", []]

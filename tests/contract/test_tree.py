"""The tree keeps its own rules: sizes, layers of words and code, sentences at the head of modules."""

import ast
import statistics
from pathlib import Path

import pytest

from mannerly.language.library import LanguageLibrary
from mannerly.language.tags import parse_tag

ROOT = Path(__file__).parents[2]
SERVER = ROOT / "server" / "mannerly"
MODULES = sorted(path for path in SERVER.rglob("*.py") if "v1" not in path.relative_to(SERVER).parts)
NAMES = [str(path.relative_to(SERVER)) for path in MODULES]
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}
FUNCTIONS = [
    (path, node)
    for path, tree in TREES.items()
    for node in ast.walk(tree)
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
]
# Signatures of commands are their documentation: one line per option.
LONG_BY_NATURE = {("cli/reply_commands.py", "localise")}


def span(node):
    return node.end_lineno - node.lineno + 1


def length(node):
    """Lines of a function without its docstring and without the functions inside it."""
    first = node.body[0]
    has_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    inner = sum(span(child) for child in node.body if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)))
    return span(node) - (span(first) if has_docstring else 0) - inner


def percentile(values, share):
    """The value below which a share of the values lies."""
    return sorted(values)[int(share * (len(values) - 1))]


def test_files_stay_within_the_size_budget():
    """Median at most 120 lines, nine of ten at most 300, none over 400."""
    sizes = {
        name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in zip(NAMES, MODULES, strict=True)
    }
    assert max(sizes.values()) <= 400, max(sizes, key=sizes.get)
    assert percentile(sizes.values(), 0.9) <= 300
    assert statistics.median(sizes.values()) <= 120


def test_functions_stay_within_the_size_budget():
    """Median at most 8 lines, nine of ten at most 30, none over 50."""
    sizes = {
        (str(path.relative_to(SERVER)), node.name): length(node)
        for path, node in FUNCTIONS
        if (str(path.relative_to(SERVER)), node.name) not in LONG_BY_NATURE
    }
    assert max(sizes.values()) <= 50, max(sizes, key=sizes.get)
    assert percentile(sizes.values(), 0.9) <= 30
    assert statistics.median(sizes.values()) <= 8


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_module_starts_with_what_it_does(path):
    """The docstring begins with one sentence of at least five words."""
    docstring = ast.get_docstring(TREES[path]) or ""
    assert len(docstring.split("\n\n")[0].split()) >= 5


def strings(tree):
    """String literals that are not docstrings."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_code_holds_no_words_of_other_languages(path):
    """No string in the source is written with a letter outside ASCII; code points are written as escapes."""
    source = path.read_text(encoding="utf-8").splitlines()
    for node in strings(TREES[path]):
        line = source[node.lineno - 1]
        assert line.isascii(), f"{path.name}:{node.lineno}"


RULE_WORDS = {
    "sorry", "apologise", "apologize", "please", "thank", "thanks", "dear", "hello", "regards", "sincerely", "refund",
    "parcel", "order", "unfortunately", "not", "never", "january", "monday", "herr", "frau", "monsieur", "usted", "san",
}  # fmt: skip


def table_names():
    """Names of the register tables of all languages."""
    library = LanguageLibrary(ROOT / "locales")
    for folder in library.folders:
        data = library.get(parse_tag(folder)).register
        for tables in (data.words, data.phrases, data.maps, data.patterns):
            yield from tables


@pytest.mark.parametrize("step", ["read", "protect", "translate", "adapt", "verify", "schedule"])
def test_steps_hold_no_words_that_rules_look_for(step):
    """A string of a step that is one word is never a word of customer service or of a calendar."""
    # The kind of a span and its slot, and the names of tables in language data: not words looked for.
    allowed = {("protect", "order"), ("translate", "order"), *(("adapt", name) for name in table_names())}
    for path in (SERVER / step).rglob("*.py"):
        for node in strings(TREES[path]):
            word = node.value.strip().lower()
            assert word not in RULE_WORDS or (step, word) in allowed, f"{path.name}:{node.lineno}: {word}"


@pytest.mark.parametrize("folder", ["locales", "style_profiles"])
def test_language_data_holds_no_code(folder):
    """Only data files lie among the data."""
    assert {path.suffix for path in (ROOT / folder).rglob("*") if path.is_file()} <= {".yaml", ".po"}


def test_decisions_have_numbers_of_their_own():
    """No two decision records share a number."""
    numbers = [path.name[:4] for path in (ROOT / "docs" / "decisions").glob("[0-9]*.md")]
    assert numbers
    assert len(set(numbers)) == len(numbers)


def test_every_make_target_says_what_it_does():
    """`make help` lists every target a person may call."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = next(line for line in text.splitlines() if line.startswith(".PHONY:")).split()[1:]
    for target in phony:
        assert any(line.startswith(f"{target}:") and "## " in line for line in text.splitlines()), target

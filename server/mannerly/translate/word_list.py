"""Write a list of words as one pattern that reads each letter once; must not know what the words are for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

# The letters that may follow, each with its own followers; "" where a word ends.
_Tree: TypeAlias = "dict[str, _Tree]"


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that matches the longest of the words.

    A plain alternation tries word after word at every place of a text, which takes many times as long.

    Args:
        words: at least one, none empty.
    """
    tree: _Tree = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _pattern(tree)


def _pattern(node: _Tree) -> str:
    branches = [re.escape(letter) + _pattern(below) for letter, below in node.items() if letter]
    if not branches:
        return ""
    text = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{text})?" if "" in node else text

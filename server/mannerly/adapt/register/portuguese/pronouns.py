"""Finds and builds the Portuguese possessives, stressed pronouns and nouns for the reader; knows no verb forms."""

from __future__ import annotations

from dataclasses import dataclass

from mannerly.adapt.register.portuguese.lexicon import Lexicon
from mannerly.adapt.register.portuguese.marks import Mark, Weight
from mannerly.adapt.register.text import Kind, Text, Word, like

_UNKNOWN = "Whether the customer is a man or a woman is not known."


@dataclass(frozen=True, kw_only=True)
class Third:
    """How the third person names the reader.

    Args:
        names: "pronoun", "male" or "female" where the reader is named; "" where no pronoun is used.
        lords: whether several readers are gentlemen and ladies.
        doubt: why the naming is not as wished, "" when it is.
    """

    names: str
    lords: bool = False
    doubt: str = ""


class PronounReader:
    """Reads seu, teu, tu, ti, contigo, consigo, si."""

    def __init__(self, text: Text, lexicon: Lexicon, seconds: set[int], *, told: bool = False) -> None:
        """Use the indexes of the verbs in the second person; `told` when the text is known to speak to the reader."""
        self._told = told
        self._text, self._lexicon, self._seconds = text, lexicon, seconds
        self._back = {second: third for third, second in lexicon.maps["possessive"].items()}

    def marks(self, third: Third) -> list[Mark]:
        """Return a mark for every possessive and pronoun of the reader."""
        found: list[Mark] = []
        for word in self._text.words:
            if word.kind is Kind.WORD and not word.quoted and not word.glued:
                mark = self._mark(word, word.lower, third)
                found += [mark] if mark is not None else []
        return found

    def _mark(self, word: Word, lower: str, third: Third) -> Mark | None:
        one, possessive = self._lexicon.one, self._lexicon.maps["possessive"]
        if lower in possessive:
            return None if self._is_others(word) else self._plain(word, possessive[lower], "possessive", Weight.WEAK)
        if lower in self._back:
            return self._plain(word, self._back[lower], "possessive", Weight.STRONG, second=True)
        if lower == one("tu"):
            return self._plain(word, self.stressed(third), "pronoun", Weight.STRONG, second=True)
        if lower == one("ti"):
            return self._plain(word, self.after_preposition(third), "pronoun", Weight.STRONG, second=True)
        if lower == one("contigo"):
            return self._plain(word, self.accompanied(third), "pronoun", Weight.STRONG, second=True)
        if lower == one("si") and self._is_stressed(word):
            return self._plain(word, one("ti"), "pronoun", Weight.WEAK)
        if lower == one("consigo") and not self._is_managing(word):
            return self._plain(word, one("contigo"), "pronoun", Weight.WEAK)
        return None

    def _plain(self, word: Word, other: str, rule: str, weight: Weight, *, second: bool = False) -> Mark:
        return Mark(
            second=second, weight=weight, rule=rule, start=word.start, end=word.end, other=like(word.text, other)
        )

    def stressed(self, third: Third) -> str:
        """Return what names the reader as a subject that cannot be left out."""
        return self._lexicon.maps["named"][third.names or "pronoun"]

    def after_preposition(self, third: Third) -> str:
        """Return what names the reader after a preposition."""
        return self._lexicon.maps["named"][third.names] if third.names else self._lexicon.one("si")

    def accompanied(self, third: Third) -> str:
        """Return "with you"."""
        if not third.names:
            return self._lexicon.one("consigo")
        return f"{self._lexicon.one('com')} {self._lexicon.maps['named'][third.names]}"

    def _is_others(self, word: Word) -> bool:
        """A person named before in the same sentence may own it."""
        for place in range(word.index - 1, -1, -1):
            before = self._text.words[place]
            is_opener = any(self._lexicon.has(name, before.lower) for name in ("subordinators", "conjunctions"))
            if is_opener or (before.kind is Kind.MARK and before.text in ",.!?;:"):
                return False
            if self._told and self._lexicon.has("bodies", before.lower) and self._is_of_body(word):
                return True
            if self._lexicon.has("possible_owners", before.lower):
                return not self._is_called(before)
        return False

    def _is_of_body(self, word: Word) -> bool:
        """Whether a company has it and a customer hardly: "a empresa atualizou a sua política"."""
        after = self._text.at(word.index + 1)
        return after is not None and self._lexicon.has("body_owned", after.lower)

    def _is_called(self, owner: Word) -> bool:
        before = self._text.at(owner.index - 1)
        return before is not None and (before.lower in self._lexicon.maps["possessive"] or before.lower in self._back)

    def _is_stressed(self, word: Word) -> bool:
        before, after = self._text.at(word.index - 1), self._text.at(word.index + 1)
        alone = after is not None and self._lexicon.has("alone", after.lower) and after.lower != "pr"
        return before is not None and self._lexicon.has("before_si", before.lower) and not alone

    def _is_managing(self, word: Word) -> bool:
        before, after = self._text.at(word.index - 1), self._text.at(word.index + 1)
        is_last = after is None or after.kind is Kind.MARK
        if is_last and before is not None and self._lexicon.has("conjunctions", before.lower):
            return False
        if before is None or before.kind is not Kind.WORD or self._lexicon.has("before_managing", before.lower):
            return True
        return after is not None and bool(self._lexicon.infinitive(after.lower))


def third_of(level: str, gender: str, *, polite: str, plain: str, named: bool) -> Third:
    """Return how a level names the reader.

    Args:
        level: asked for.
        gender: "male", "female" or anything else.
        polite: the level of the noun for a gentleman or a lady.
        plain: the level of the pronoun.
        named: whether the plain level uses its pronoun.
    """
    pronoun = Third(names="pronoun" if named else "")
    if level == plain:
        return pronoun
    if level == polite and gender in ("male", "female"):
        return Third(names=gender, lords=True)
    return Third(names=pronoun.names, lords=True, doubt=_UNKNOWN)

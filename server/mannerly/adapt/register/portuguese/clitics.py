"""Finds and builds the Portuguese unstressed pronouns of the reader; needs to know which verbs are the reader's."""

from __future__ import annotations

from dataclasses import dataclass

from mannerly.adapt.register.portuguese.lexicon import Lexicon
from mannerly.adapt.register.portuguese.marks import Mark, Weight
from mannerly.adapt.register.text import Kind, Text, Word, like

_RULE = "object"
_REACH = 5
_GENDER_DOUBT = "Whether the customer is a man or a woman is not known; the masculine stands for both."


@dataclass(frozen=True, kw_only=True)
class Host:
    """The verb that a clitic belongs to.

    Args:
        word: the verb it hangs on or stands before.
        lemmas: of the verb that governs it: the infinitive behind an auxiliary.
        governor: the last verb of the group.
        glued: whether the clitic stands behind a hyphen.
    """

    word: Word
    lemmas: frozenset[str]
    governor: Word
    glued: bool


class CliticReader:
    """Reads te, lhe, se, o and a."""

    def __init__(
        self,
        text: Text,
        lexicon: Lexicon,
        seconds: set[int],
        thirds: set[int],
        openers: frozenset[int],
        *,
        told: bool = False,
    ) -> None:
        """Use the indexes of the verbs of the reader in either person, and of words that open clauses.

        Args:
            text: the text.
            lexicon: the tables.
            seconds: verbs of the reader in the second person.
            thirds: verbs of the reader in the third person.
            openers: words that open clauses.
            told: whether the text is known to speak to the reader and of nobody else.
        """
        self._told = told
        self._text, self._lexicon = text, lexicon
        self._seconds, self._thirds, self._openers = seconds, thirds, openers
        self._named = ""
        self._owners = any(lexicon.has("third_persons", word.lower) for word in text.words)

    def marks(self, *, feminine: bool, known: bool, named: str = "") -> list[Mark]:
        """Return a mark for every clitic of the reader; the gender chooses between o and a.

        Args:
            feminine: whether the reader is a woman.
            known: whether the reader's gender is known.
            named: what names the reader behind the verb instead of o and a, "" where they are used.
        """
        self._named = named
        found: list[Mark] = []
        for word in self._text.words:
            is_clitic = self._lexicon.has("clitics", word.lower) and word.index not in self._openers
            if word.kind is Kind.WORD and not word.quoted and is_clitic:
                mark = self._mark(word, feminine=feminine, known=known)
                found += [mark] if mark is not None else []
        return found

    def _mark(self, word: Word, *, feminine: bool, known: bool) -> Mark | None:
        lower, one = word.lower, self._lexicon.one
        host = self._host(word)
        if host is None:
            return None
        if lower == one("te"):
            return self._te(word, host, feminine=feminine, known=known)
        if lower == one("lhe"):
            return self._plain(word, one("te"), second=False, weight=Weight.WEAK)
        if lower == one("se"):
            return self._reflexive(word, host)
        contracted = self._lexicon.maps["contracted"]
        if lower in contracted:
            return self._plain(word, contracted[lower], second=False, weight=Weight.WEAK)
        back = {second: third for third, second in contracted.items()}
        if lower in back and host.glued:
            return self._plain(word, back[lower], second=True, weight=Weight.STRONG)
        return self._object(word, host) if self._lexicon.has("clitic_forms", lower) else None

    def _plain(self, word: Word, other: str, *, second: bool, weight: Weight) -> Mark:
        return Mark(
            second=second, weight=weight, rule=_RULE, start=word.start, end=word.end, other=like(word.text, other)
        )

    def _host(self, word: Word) -> Host | None:
        if word.glued:
            hyphen, verb = self._text.at(word.index - 1), self._text.at(word.index - 2)
            if hyphen is None or hyphen.text != "-" or verb is None or verb.kind is not Kind.WORD:
                return None
            whole = self._lexicon.whole(verb.lower) if self._is_after_cut(word) else ""
            lemmas = self._lexicon.lemmas(whole or verb.lower) or self._split_lemmas(word, verb)
            governor = self._governor(verb, word.index + 1)
            if governor is not verb:
                lemmas = self._lexicon.lemmas(governor.lower)
            return Host(word=verb, lemmas=lemmas, governor=governor, glued=True) if lemmas else None
        verb = self._next_verb(word)
        if verb is None:
            return None
        governor = self._governor(verb, verb.index + 1)
        return Host(word=verb, lemmas=self._lexicon.lemmas(governor.lower), governor=governor, glued=False)

    def _whole(self, verb: Word) -> str:
        return verb.lower if self._lexicon.read(verb.lower) else self._lexicon.whole(verb.lower)

    def _split_lemmas(self, word: Word, verb: Word) -> frozenset[str]:
        """Return the lemma of a verb that holds a pronoun inside it: "dir-lhe-ei"."""
        short = self._lexicon.maps["short_infinitives"].get(verb.lower, "")
        return frozenset(filter(None, [self._lexicon.infinitive(verb.lower) or short]))

    def _is_after_cut(self, word: Word) -> bool:
        return word.lower in self._lexicon.maps["plain_object"]

    def _next_verb(self, word: Word) -> Word | None:
        after = self._text.at(word.index + 1)
        while after is not None and self._lexicon.has("between_clitic", after.lower):
            after = self._text.at(after.index + 1)
        if after is None or after.kind is not Kind.WORD or not self._lexicon.read(after.lower):
            return self._open_verb(after)
        return after

    def _open_verb(self, after: Word | None) -> Word | None:
        is_open = after is not None and self._lexicon.matches("open_verb", after.lower, 0)
        return after if is_open else None

    def _governor(self, verb: Word, start: int) -> Word:
        current = verb
        for place in range(start, start + _REACH - 1):
            word = self._text.at(place)
            if word is None or word.kind is not Kind.WORD:
                break
            is_auxiliary = any(
                self._lexicon.has("auxiliaries", lemma) for lemma in self._lexicon.lemmas(self._whole(current))
            )
            if not is_auxiliary:
                break
            is_main = self._lexicon.infinitive(word.lower) or self._lexicon.matches("participle", word.lower, 0)
            if is_main and self._lexicon.read(word.lower):
                current = word
            elif not self._lexicon.has("between_verbs", word.lower):
                break
        return current

    def _subject_is(self, host: Host, indexes: set[int]) -> bool:
        if host.word.index in indexes or host.governor.index in indexes:
            return True
        if not self._lexicon.infinitive(host.word.lower) and not self._lexicon.matches("gerund", host.word.lower, 0):
            return False
        for place in range(host.word.index - 1, max(host.word.index - _REACH, -1), -1):
            word = self._text.words[place]
            if word.index in indexes:
                return True
            if word.kind is not Kind.WORD or self._lexicon.is_finite(word.lower):
                return False
        return False

    def _te(self, word: Word, host: Host, *, feminine: bool, known: bool) -> Mark:
        lexicon = self._lexicon
        if self._subject_is(host, self._seconds):
            return self._plain(word, lexicon.one("se"), second=True, weight=Weight.STRONG)
        if not any(lexicon.has("person_objects", lemma) for lemma in host.lemmas) or self._has_object(word, host):
            return _loose(self._plain(word, lexicon.one("lhe"), second=True, weight=Weight.STRONG))
        if self._named:
            return _loose(self._behind(word, host))
        return _loose(self._accusative(word, host, feminine=feminine), doubt="" if known else _GENDER_DOUBT)

    def _has_object(self, word: Word, host: Host) -> bool:
        """Whether the verb has a thing for its object already: "devolver-te o valor"."""
        if any(
            self._lexicon.has("only_persons", lemma) and not self._lexicon.has("two_objects", lemma)
            for lemma in host.lemmas
        ):
            return False
        if not host.glued and self._is_relative(word):
            return True
        last = word if host.glued else host.governor
        after, further = self._text.at(last.index + 1), self._text.at(last.index + 2)
        if after is None:
            return False
        if further is not None and self._lexicon.infinitive(further.lower):
            return False
        return after.kind in (Kind.SPAN, Kind.NUMBER) or self._lexicon.has("determiners", after.lower)

    def _is_relative(self, word: Word) -> bool:
        """Whether the thing is the noun before "que": "a mensagem que te deixámos"."""
        that, noun = self._text.at(word.index - 1), self._text.at(word.index - 2)
        lexicon = self._lexicon
        if that is None or noun is None or that.lower != lexicon.one("que") or noun.kind is not Kind.WORD:
            return False
        is_verb = lexicon.is_finite(noun.lower) and not lexicon.is_soft(noun.lower)
        return not (is_verb or lexicon.has("before_that", noun.lower) or lexicon.infinitive(noun.lower))

    def _behind(self, word: Word, host: Host) -> Mark:
        """Name the reader behind the verb: "te ajudar" -> "ajudar você"."""
        start, raw = min(word.start, host.word.start), self._text.raw
        if host.glued:
            tail = raw[word.end : max(word.end, host.governor.end)]
            other, end = f"{host.word.text}{tail} {self._named}", max(word.end, host.governor.end)
        else:
            other, end = f"{raw[host.word.start : host.governor.end]} {self._named}", host.governor.end
        return Mark(
            second=True,
            weight=Weight.STRONG,
            rule=_RULE,
            start=start,
            end=end,
            other=like(raw[start : start + 1], other),
        )

    def _accusative(self, word: Word, host: Host, *, feminine: bool) -> Mark:
        clitic = self._lexicon.maps["object_by_gender"]["female" if feminine else "male"]
        if not host.glued:
            return self._plain(word, clitic, second=True, weight=Weight.STRONG)
        other = self._lexicon.joined(host.word.text, clitic)
        if host.word.index in self._seconds | self._thirds:
            return self._plain(word, clitic, second=True, weight=Weight.STRONG)
        return Mark(second=True, weight=Weight.STRONG, rule=_RULE, start=host.word.start, end=word.end, other=other)

    def _reflexive(self, word: Word, host: Host) -> Mark | None:
        lexicon = self._lexicon
        if not any(lexicon.has("reflexives", lemma) for lemma in host.lemmas):
            return None
        if not self._subject_is(host, self._thirds) and not self._is_for(host, word):
            return None
        return self._plain(word, lexicon.one("te"), second=False, weight=Weight.SILENT)

    def _is_for(self, host: Host, word: Word) -> bool:
        """A reflexive infinitive after a preposition speaks of the reader: "para se registar"."""
        if not self._lexicon.infinitive(host.word.lower):
            return False
        before = self._text.at((host.word if host.glued else word).index - 1)
        while before is not None and self._lexicon.has("negations", before.lower):
            before = self._text.at(before.index - 1)
        return before is not None and self._lexicon.has("infinitive_prepositions", before.lower)

    def _object(self, word: Word, host: Host) -> Mark | None:
        lexicon = self._lexicon
        if self._owners or not (self._is_of_persons(host) or self._is_repaid(word, host)):
            return None
        if not host.glued and not self._is_clitic_here(word, host):
            return None
        if host.word.index in self._thirds and host.word is host.governor and not lexicon.infinitive(host.word.lower):
            return None
        whole = lexicon.whole(host.word.lower) if host.glued and self._is_after_cut(word) else ""
        te = lexicon.one("te")
        if not whole:
            return self._plain(word, te, second=False, weight=Weight.WEAK)
        other = f"{like(host.word.text, whole)}-{te}"
        return Mark(second=False, weight=Weight.WEAK, rule=_RULE, start=host.word.start, end=word.end, other=other)

    def _is_of_persons(self, host: Host) -> bool:
        return any(self._lexicon.has("only_persons", lemma) for lemma in host.lemmas)

    def _is_repaid(self, word: Word, host: Host) -> bool:
        """Whether somebody gets his money back, and no sum was named that "o" could stand for: "reembolsá-lo"."""
        lexicon = self._lexicon
        before = [other.lower for other in self._text.words if other.start < word.start]
        is_meant = self._told or any(lower in lexicon.maps["possessive"] for lower in before)
        if not is_meant or not any(lexicon.has("repaying", lemma) for lemma in host.lemmas):
            return False
        is_it = lexicon.has("feminine_forms", word.lower)
        return not is_it and not any(lexicon.has("sums", lower) for lower in before)

    def _is_clitic_here(self, word: Word, host: Host) -> bool:
        """A bare o or a is a clitic where the word before draws it in front of the verb."""
        before, lexicon = self._text.at(word.index - 1), self._lexicon
        if before is None or not lexicon.has("bare_clitics", word.lower):
            return False
        drawn = lexicon.has("pronoun_triggers", before.lower) or any(
            lexicon.has("auxiliaries", lemma) for lemma in lexicon.lemmas(before.lower)
        )
        links = lexicon.has("feminine_article", word.lower) and bool(lexicon.infinitive(host.word.lower))
        return drawn and not links and not lexicon.has("noun_hosts", host.word.lower)


def _loose(mark: Mark, doubt: str = "") -> Mark:
    return Mark(
        second=mark.second, weight=mark.weight, rule=mark.rule, start=mark.start, end=mark.end, other=mark.other,
        colloquial=True, doubt=doubt,
    )  # fmt: skip

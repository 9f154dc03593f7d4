"""Tells Russian imperatives from the words and statements that look like them; knows no other predicate."""

from __future__ import annotations

from mannerly.adapt.register.russian.clauses import Sentence, Token
from mannerly.adapt.register.russian.forms import Form
from mannerly.adapt.register.russian.words import FORMAL, INFORMAL, NUMBER, Words
from mannerly.adapt.register.text import Kind

_RIVALS = frozenset({"NOUN", "ADJF", "ADJS", "PRTS", "NPRO", "NUMR", "PREP", "COMP"})
_LEAST, _GUESSED = 0.1, 0.5
_LEADS = ("CONJ", "PRCL", "ADVB", "INTJ", "Prnt", "PRED", "COMP")


class Commands:
    """The second person of verbs in one sentence.

    Args:
        words: word lists of the language.
        sentence: the sentence.
    """

    def __init__(self, words: Words, sentence: Sentence) -> None:
        """Use these words for this sentence."""
        self._words = words
        self._sentence = sentence
        self._stated: dict[int, Form] = {}

    def at(self, place: int) -> tuple[str, Form] | None:
        """Return the level and the reading of a second-person verb at a place, None where there is none."""
        token = self._sentence.tokens[place]
        if token.word.capital and not token.word.opens and not token.word.text.isupper():
            before = self._sentence.before(place)
            if before is not None and before.word.kind.value == "word":
                return None
        if self._in_idiom(place) or self._in_compound(place):
            return None
        return self._plural(place, token) or self._singular(place, token)

    def _plural(self, place: int, token: Token) -> tuple[str, Form] | None:
        stated = token.having("VERB", "plur", "2per")
        asked = token.having("VERB", "plur", "impr")
        found = stated + asked
        if not found or not self._likely(place, token, found):
            return None
        if stated and (not asked or self._is_stated(place, stated[0])):
            self._stated[place] = stated[0]
            return FORMAL, stated[0]
        return FORMAL, asked[0]

    def is_misspelt(self, place: int) -> bool:
        """Tell whether an imperative stands for a statement: in a subordinate clause behind its subject."""
        start = self._sentence.clause(place).start
        leads = {token.key for token in self._sentence.tokens[start:place]}
        near = {token.key for token in self._sentence.tokens[max(start, place - 2) : place]}
        return bool(leads & self._words.of("subordinators")) and bool(near & self._words.of("reader_vy"))

    def _singular(self, place: int, token: Token) -> tuple[str, Form] | None:
        stated = token.having("VERB", "sing", "2per")
        asked = tuple(form for form in token.having("VERB", "sing", "impr", "excl") if not form.has("Abbr"))
        if stated and self._likely(place, token, stated + asked):
            clause = self._sentence.clause(place)
            named = any(self._sentence.tokens[at].key in self._words.of("reader_ty") for at in clause)
            return INFORMAL, (asked[0] if asked and not named else stated[0])
        if not asked or token.key in self._words.of("never_commands"):
            return None
        if token.key in self._words.of("commands"):
            return (INFORMAL, asked[0]) if self._opens_clause(place) and not self._plural_subject(place) else None
        if token.any("past", "plur") and token.key not in self._words.of("like_past"):
            return None
        if not any(form.known for form in asked):
            guessed = token.is_any("impr") and token.share(asked) >= _GUESSED and self._opens_clause(place)
            return (INFORMAL, asked[0]) if guessed and self._has_complement(place, token) else None
        sure = all(form.has("impr") or form.marks & {"INTJ", "Prnt"} for form in token.forms)
        if (sure and not self._after_preposition(place)) or self._opens_a_command(place, token):
            return INFORMAL, asked[0]
        return None

    def _likely(self, place: int, token: Token, found: tuple[Form, ...]) -> bool:
        rivals = tuple(form for form in token.forms if form.marks & _RIVALS)
        if self._after_preposition(place):
            return not rivals
        if not any(form.known for form in found):
            return token.share(found) >= token.share(rivals)
        return token.share(rivals) < 0.7 or self._subject_near(place)

    def _after_preposition(self, place: int) -> bool:
        before = self._sentence.before(place)
        return before is not None and before.is_any("PREP") and not before.any("ADVB")

    def _subject_near(self, place: int) -> bool:
        readers = self._words.of("reader_vy") | self._words.of("reader_ty")
        near = self._sentence.tokens[max(0, place - 2) : place + 3]
        return any(token.key in readers for token in near)

    def _in_compound(self, place: int) -> bool:
        """Tell whether a hyphen ties the word to another that is no particle."""
        token, before = self._sentence.tokens[place], self._sentence.before(place)
        after, tied = self._sentence.after(place), self._sentence.after(place, 2)
        if before is not None and before.word.text == "-" and token.word.glued and before.word.glued:
            return True
        if after is None or after.word.text != "-" or not after.word.glued or tied is None or not tied.word.glued:
            return False
        return tied.key not in self._words.of("particles")

    def _in_idiom(self, place: int) -> bool:
        key = self._sentence.tokens[place].key
        idioms = [idiom for idiom in self._words.phrases("idioms") if key in idiom]
        return any(self._stands(idiom, place - idiom.index(key)) for idiom in idioms)

    def _stands(self, idiom: tuple[str, ...], start: int) -> bool:
        return start >= 0 and tuple(token.key for token in self._sentence.tokens[start : start + len(idiom)]) == idiom

    def _is_stated(self, place: int, form: Form) -> bool:
        """Tell a statement from a command where both look alike."""
        clause = self._sentence.clause(place)
        tokens = self._sentence.tokens
        if self._has_subject(clause, place):
            return True
        if form.lemma in self._words.of("rather_stated") or self._is_denied(place, form):
            return True
        leads = [tokens[at] for at in range(clause.start, place)]
        if any(tokens[at].key in self._words.of("asking") for at in clause):
            return True
        if any(self._opens_statement(token) for token in leads):
            return True
        if leads and leads[0].key in self._words.of("joins"):
            earlier = [at for at in self._stated if at < clause.start]
            same = self._sentence.segments[earlier[-1]] == self._sentence.segments[place] if earlier else False
            return same and _tense(self._stated[earlier[-1]]) == _tense(form)
        return self._is_question(place) or self._follows_condition(clause, form)

    def _is_denied(self, place: int, form: Form) -> bool:
        """Tell whether a negative pronoun makes a future of it: commands take the imperfective there."""
        clause = {self._sentence.tokens[at].key for at in self._sentence.clause(place)}
        denied = form.has("futr") and bool(clause & self._words.of("negations"))
        return denied and form.lemma not in self._words.of("warnings")

    def _has_subject(self, clause: range, place: int) -> bool:
        tokens = self._sentence.tokens
        for at in (*range(place - 1, clause.start - 1, -1), *range(place + 1, clause.stop)):
            if tokens[at].key in self._words.of("reader_vy"):
                return True
            if tokens[at].key in self._words.of("requests"):
                return False
            if at > place and (tokens[at].is_any("VERB") or not tokens[at].forms):
                return False
        return False

    def _opens_statement(self, token: Token) -> bool:
        return token.key in self._words.of("subordinators") or any(
            form.lemma in self._words.of("relatives") or "Ques" in form.marks for form in token.forms
        )

    def _is_question(self, place: int) -> bool:
        if not self._sentence.asks:
            return False
        later = self._sentence.tokens[place:]
        return not any(token.key in self._words.of("requests") for token in (*self._sentence.tokens[:place], *later))

    def _follows_condition(self, clause: range, form: Form) -> bool:
        if form.lemma not in self._words.of("outcomes"):
            return False
        return any(token.key in self._words.of("conditions") for token in self._sentence.tokens[: clause.start])

    def _opens_a_command(self, place: int, token: Token) -> bool:
        """Tell whether a word that may be something else opens its clause as a command does."""
        if token.any("PREP") or token.share(token.having("impr")) < _LEAST:
            return False
        return self._opens_clause(place) and self._has_complement(place, token)

    def _opens_clause(self, place: int) -> bool:
        """Tell whether only words that may stand before an imperative, or a place or purpose, come before it."""
        start = self._sentence.clause(place).start
        stops = [at for at in range(start, place) if not self._sentence.tokens[at].forms]
        leads = self._sentence.tokens[stops[-1] + 1 if stops else start : place]
        if self._after_preposition(place):
            return False
        return all(map(self._may_lead, leads)) or (self._is_adverbial(leads) and self._is_only_verb(place))

    def _is_adverbial(self, leads: tuple[Token, ...]) -> bool:
        words = [token for token in leads if token.key not in self._words.of("joins")]
        inside = any(token.is_any("VERB") or token.any("NPRO", "nomn") for token in words)
        return bool(words) and words[0].is_any("PREP") and not inside

    def _is_only_verb(self, place: int) -> bool:
        after = range(place + 1, self._sentence.clause(place).stop)
        return not any(self._sentence.tokens[at].is_any("VERB") for at in after)

    def _may_lead(self, token: Token) -> bool:
        free = not token.forms or token.is_any(*_LEADS) or token.key in self._words.of("reader_ty")
        return free and token.key not in self._words.of("subordinators")

    def _has_complement(self, place: int, token: Token) -> bool:
        after = self._sentence.after(place)
        if after is None:
            return False
        if after.word.text == "," or after.key in self._words.of("requests"):
            following = self._sentence.after(place, 2)
            known = self._words.of("requests") | self._words.of("interrogatives")
            return bool({after.key, following.key if following else ""} & known)
        if after.word.kind is Kind.SPAN or (after.word.text.isascii() and after.word.text.isalpha()):
            return not token.any("past")
        taken = (form for form in after.forms if form.marks & {"NPRO", "NOUN", "ADJF", "NUMR", "PRTF"})
        object_near = any(form.marks & {"accs", "datv"} for form in taken)
        if token.any("past"):
            return self._is_object(after) and not self._plural_subject(place)
        return object_near or (after.is_any("PREP", "ADVB", "INFN") and token.share(token.having("impr")) >= 0.3)

    def _is_object(self, token: Token) -> bool:
        """Tell whether a word can only be an object, and not the subject of a plural past tense."""
        if token.any("NPRO", "datv") or token.any("NOUN", "datv") or token.any("Fixd", "accs"):
            return True
        return token.any("accs") and not token.any("plur", "nomn") and not token.is_any("PREP", "ADVB")

    def _plural_subject(self, place: int) -> bool:
        tokens = (self._sentence.tokens[at] for at in self._sentence.segment(place))
        return any(token.any("NPRO", "nomn", NUMBER[FORMAL]) for token in tokens)


def _tense(form: Form) -> str:
    return next((tense for tense in ("pres", "futr") if tense in form.marks), "")

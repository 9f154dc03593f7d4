"""Arabic singular verbs that the rest of their sentence decides, and those that it leaves open; knows no plural."""

from __future__ import annotations

from collections.abc import Iterator

from mannerly.adapt.register.arabic.reading import Lexicon, Reading, Site
from mannerly.adapt.register.arabic.spelling import Token
from mannerly.adapt.register.arabic.verbs import FEMALE, MALE, PLURAL, ArabicVerbs, Form

_RULES = {"i": "present", "j": "subjunctive", "p": "past"}


class RestVerbs:
    """Finds singular verbs by what addresses one reader in the same sentence."""

    def __init__(self, lexicon: Lexicon, verbs: ArabicVerbs) -> None:
        """Use these lists and verbs."""
        self._lexicon = lexicon
        self._verbs = verbs

    def sites(self, reading: Reading, known: dict[int, Site]) -> Iterator[Site]:
        """Go through the verbs that are not among the known places and address the reader for sure."""
        found = {index for index, site in known.items() if not site.plural}
        verbs = {index for index in found if known[index].rule in {"present", "subjunctive"}}
        for token, form in self._open(reading, known):
            is_addressed = any(other.word.index in found for other in reading.sentence(token))
            if form.mood == "p":
                is_reader = self._did(token, form, reading, found, verbs, is_addressed=is_addressed)
            else:
                is_reader = is_addressed and self._comes(token, form, reading)
            site = self._site(token, form, reading) if is_reader else None
            if site is not None:
                found.add(token.word.index)
                yield site

    def unsure(self, reading: Reading, known: dict[int, Site]) -> Iterator[Token]:
        """Go through the verbs that may address the reader, in sentences that address one reader elsewhere."""
        found = {index for index, site in known.items() if not site.plural}
        for token, form in self._open(reading, known):
            if any(other.word.index in found for other in reading.sentence(token)):
                is_past = form.mood == "p"
                is_open = self._may_have_done(token, form, reading) if is_past else self._may_do(token, form, reading)
                if is_open and not self._has_subject(token, form, reading):
                    yield token
        orders = {index for index in found if known[index].rule == "command"}
        others = (token for token in reading if token.word.index not in known)
        yield from (token for token in others if self._may_order(token, reading, orders))

    def _may_order(self, token: Token, reading: Reading, orders: set[int]) -> bool:
        """Tell whether a word may be one more request in a sentence of requests."""
        if not any(other.word.index in orders for other in reading.sentence(token)):
            return False
        forms = [form for form in self._verbs.read(token.bare) if form.mood + form.person == "c" + MALE]
        things = self._lexicon.lists["things_past"]
        return any((reading.opens(token) or form.conjunction) and form.verb not in things for form in forms)

    def _open(self, reading: Reading, known: dict[int, Site]) -> Iterator[tuple[Token, Form]]:
        for token in reading:
            if token.word.index in known:
                continue
            forms = [form for form in self._verbs.read(token.bare) if form.person == MALE and form.mood != "c"]
            if forms:
                yield token, min(forms, key=lambda form: "pij".index(form.mood))

    def _site(self, token: Token, form: Form, reading: Reading) -> Site | None:
        mood = "j" if form.mood != "p" and reading.mood(token, form.lead) else form.mood
        plural = self._verbs.written(form, mood, PLURAL)
        if plural is None:
            return None
        return Site(
            token=token,
            plural=False,
            rule=_RULES[mood],
            forms={MALE: token.bare, FEMALE: token.bare, PLURAL: plural},
            lemma=form.verb,
            case="accusative" if form.verb in self._lexicon.lists["copulas"] else "",
        )

    def _did(
        self, token: Token, form: Form, reading: Reading, found: set[int], verbs: set[int], *, is_addressed: bool
    ) -> bool:
        lexicon, before, after = self._lexicon, reading.before(token), reading.beyond(token)
        if self._has_subject(token, form, reading) or self._speaks_of_me(reading, token, found):
            return False
        if form.verb in lexicon.lists["beginnings"] and after is not None and after.word.index in verbs:
            return True
        if form.verb in lexicon.lists["being"]:
            return after is not None and self._had(after, reading, is_addressed=is_addressed)
        if before is None:
            return False
        if lexicon.has("were", before):
            return before.word.index in found
        if form.verb in lexicon.lists["lasting"] and lexicon.has("lasting_before", before):
            return is_addressed
        if lexicon.has("relative", before):
            return self._gave(token, form, reading, is_addressed=is_addressed)
        return self._is_asked_who(before, reading) and not self._lexicon.may_be_hers(form.core, form.verb)

    def _had(self, after: Token, reading: Reading, *, is_addressed: bool) -> bool:
        """Tell whether a past form behind "had" is the reader's."""
        forms = [form for form in self._verbs.read(after.bare) if form.mood + form.person == "p" + MALE]
        if not forms:
            return False
        last = reading.follows(after)
        is_bought = forms[0].verb in self._lexicon.lists["bought"] and not self._lexicon.has("from", last)
        return is_bought or (is_addressed and forms[0].verb not in self._lexicon.lists["agent_verbs"])

    def _gave(self, token: Token, form: Form, reading: Reading, *, is_addressed: bool) -> bool:
        """Tell whether the deed behind a relative pronoun is the reader's and not the writer's."""
        lexicon, after = self._lexicon, reading.follows(token)
        if lexicon.has("to_us", after):
            return bool(form.suffix)
        if form.verb in lexicon.lists["given"] and any(
            lexicon.has("received", other) for other in reading.preceding(token)
        ):
            return True
        if after is not None and (lexicon.fits("definite", after.bare) or lexicon.has("to_you", after)):
            return False
        return is_addressed and bool(form.suffix) and form.verb not in lexicon.lists["agent_verbs"]

    def _is_asked_who(self, before: Token, reading: Reading) -> bool:
        lead = reading.at(before.word.index - 1)
        return lead is not None and lead.word.opens and before.fold in self._lexicon.lists["from"] and (
            self._lexicon.has("with_whom", lead)
        )  # fmt: skip

    def _comes(self, token: Token, form: Form, reading: Reading) -> bool:
        lexicon, before, after = self._lexicon, reading.before(token), reading.follows(token)
        if before is None or after is None or not lexicon.has("when", before) or self._has_noun_before(token, reading):
            return False
        return form.verb in lexicon.lists["comings"] and lexicon.fits("complement", after.fold)

    def _may_do(self, token: Token, form: Form, reading: Reading) -> bool:
        before = reading.before(token)
        if (form.conjunction or self._lexicon.has("then", before)) and form.verb not in self._lexicon.lists["things"]:
            return True
        is_opening = before is None or self._lexicon.has("ask_before", before)
        return is_opening and not self._has_noun_before(token, reading)

    def _may_have_done(self, token: Token, form: Form, reading: Reading) -> bool:
        if self._speaks_of_me(reading, token, set()):
            return False
        is_hers = self._lexicon.may_be_hers(form.core, form.verb) and self._has_noun_before(token, reading)
        before = reading.at(token.word.index - 1)
        if form.suffix in self._lexicon.lists["us"] and before is not None:
            return False
        return not is_hers and (form.suffix != "" or before is None or not self._is_noun(before))

    def _is_noun(self, token: Token) -> bool:
        return self._lexicon.fits("definite", token.bare) or (
            self._lexicon.fits("feminine", token.fold) or self._lexicon.fits("owned", token.fold)
        )

    def _has_noun_before(self, token: Token, reading: Reading) -> bool:
        return any(
            self._is_noun(other) and not self._lexicon.has("relative", other) for other in reading.preceding(token)
        )

    def _has_subject(self, token: Token, form: Form, reading: Reading) -> bool:
        """Tell whether the word behind may do what the verb says."""
        after = reading.follows(token)
        if after is None:
            return False
        if self._lexicon.has("she", after) or (form.mood != "p" and self._is_noun(after)):
            return True
        is_hers = self._lexicon.may_be_hers(form.core, form.verb)
        return (is_hers and self._is_noun(after)) or (bool(form.suffix) and self._lexicon.fits("definite", after.bare))

    def _speaks_of_me(self, reading: Reading, token: Token, found: set[int]) -> bool:
        return any(
            other.word.index not in found and (self._lexicon.has("me", other) or self._is_mine(other))
            for other in reading.sentence(token)
        )

    def _is_mine(self, token: Token) -> bool:
        """Tell whether a word is a verb of the future in the first person singular."""
        word = self._lexicon.spelling.without_and(token.bare)
        prefix = self._lexicon.maps["first_person"]
        return word.startswith(prefix["future"]) and self._verbs.reads(
            self._lexicon.maps["person_prefix"][prefix["present"]] + word.removeprefix(prefix["future"])
        )

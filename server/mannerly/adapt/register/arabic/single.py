"""Arabic verbs that address one reader, told from she, it and I; knows no plural of respect in a text."""

from __future__ import annotations

from collections.abc import Iterator

from mannerly.adapt.register.arabic.reading import Lexicon, Reading, Site
from mannerly.adapt.register.arabic.spelling import Token
from mannerly.adapt.register.arabic.verbs import FEMALE, MALE, PLURAL, ArabicVerbs, Form

_RULES = {"i": "present", "j": "subjunctive", "c": "command", "p": "past"}


class SingleVerbs:
    """Finds verbs that can only, or in their place, address one reader."""

    def __init__(self, lexicon: Lexicon, verbs: ArabicVerbs) -> None:
        """Use these lists and verbs."""
        self._lexicon = lexicon
        self._verbs = verbs

    def sites(self, reading: Reading, known: frozenset[int]) -> Iterator[Site]:
        """Go through the verbs of a text; `known` are the words that address one reader otherwise."""
        found, commands = set(known), set[int]()
        for token in reading:
            if token.word.index in known:
                continue
            forms = tuple(form for form in self._verbs.read(token.bare) if form.person != PLURAL)
            chosen = self._chosen(token, reading, forms, found, commands) if forms else None
            site = self._site(token, reading, chosen) if chosen else None
            if site is not None:
                found.add(token.word.index)
                last = reading.at(token.word.index - 1)
                is_order = site.rule == "command" or (last is not None and self._is_not(last))
                commands |= {token.word.index} if is_order else set()
                yield site

    def _chosen(
        self, token: Token, reading: Reading, forms: tuple[Form, ...], found: set[int], commands: set[int]
    ) -> Form | None:
        by_mood = {form.mood + form.person: form for form in reversed(forms)}
        if "ifs" in by_mood:
            return by_mood["ifs"]
        if reading.mood(token, "") and "jfs" in by_mood:
            return by_mood["jfs"]
        for kind in ("cfs", "cms"):
            if kind in by_mood and self._orders(token, reading, by_mood[kind], found, commands):
                return by_mood[kind]
        for kind in ("ims",) if "ims" in by_mood or reading.mood(token, "") != "j" else ("jms",):
            if kind in by_mood and self._addresses(token, reading, by_mood[kind], found):
                return by_mood[kind]
        if "pms" in by_mood and self._did(token, reading, by_mood["pms"], found):
            return by_mood["pms"]
        return None

    def _site(self, token: Token, reading: Reading, form: Form) -> Site | None:
        mood = form.mood
        if mood in "ij":
            mood = "j" if self._is_short(token, reading, form) else "i"
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
            is_sure=form.person == FEMALE,
        )

    def _is_short(self, token: Token, reading: Reading, form: Form) -> bool:
        if form.person == FEMALE:
            return form.mood == "j"
        index = token.word.index
        last = reading.at(index - 1)
        if last is not None and self._is_not(last):
            is_order = reading.opens(last) or self._lexicon.begins("and", last.fold)
            before = reading.before(token)
            if before is not None and self._lexicon.has("subjunctive", before):
                return True
            return is_order and not self._lexicon.has("you_before", before)
        return bool(reading.mood(token, form.lead))

    def _addresses(self, token: Token, reading: Reading, form: Form, found: set[int]) -> bool:
        """Tell whether a present is said to the reader and not of her or it."""
        lexicon, before = self._lexicon, reading.before(token)
        if lexicon.has("she", reading.follows(token)):
            return False
        if before is not None and self._is_bound(before, reading, found):
            return True
        if self._takes(token, reading, form):
            return True
        if self._has_other_subject(token, reading, form):
            return False
        if self._forbids(token, reading, found):
            return form.verb not in lexicon.lists["things"]
        if before is None:
            return self._opens_with(token, reading, form)
        if before.word.index in found and self._verbs.read(before.bare):
            return bool(form.conjunction) or form.verb not in lexicon.lists["things"]
        if before.fold in lexicon.lists["that"] and lexicon.has("she", reading.before(before)):
            return False
        if form.conjunction and any(found_at in found for found_at in self._verbs_before(token, reading)):
            return form.verb not in lexicon.lists["things"]
        if before.fold in lexicon.lists["relative"]:
            is_object = bool(form.suffix) or lexicon.has("relative_male", before)
            return is_object and form.verb not in lexicon.lists["things"]
        if not lexicon.has("ask_before", before):
            return False
        return form.verb not in lexicon.lists["things"] or self._is_need(token, reading, form)

    def _is_need(self, token: Token, reading: Reading, form: Form) -> bool:
        after, lists = reading.follows(token), self._lexicon.lists
        if after is None:
            return False
        if form.verb in lists["being"]:
            return after.fold in lists["be_you"]
        return form.verb in lists["needing"] and self._lexicon.fits("complement", after.fold)

    def _takes(self, token: Token, reading: Reading, form: Form) -> bool:
        """Tell whether what follows leaves no thing as the subject: a masculine noun, or "us" behind "allow"."""
        lexicon, before, after = self._lexicon, reading.before(token), reading.follows(token)
        if before is None or after is None:
            return False
        if before.fold in lexicon.lists["asking"]:
            return form.verb in lexicon.lists["allowing"] and lexicon.has("us_after", after)
        is_wish = before.fold in lexicon.lists["that"] and not form.suffix
        others = any(lexicon.has("she", found) for found in reading.preceding(token))
        return is_wish and not others and lexicon.fits("masculine_object", after.fold)

    def _is_not(self, token: Token) -> bool:
        return self._lexicon.spelling.without_and(token.fold) in self._lexicon.lists["negation"]

    def _forbids(self, token: Token, reading: Reading, found: set[int]) -> bool:
        """Tell whether the verb is a request not to do something."""
        last = reading.at(token.word.index - 1)
        if last is None or not self._is_not(last):
            return False
        is_joined = self._lexicon.begins("and", last.fold)
        return reading.opens(last) or (
            is_joined and any(earlier.word.index in found for earlier in reading.preceding(last))
        )

    def _is_bound(self, before: Token, reading: Reading, found: set[int]) -> bool:
        """Tell whether the word before leaves no other subject than the reader."""
        lists = self._lexicon.lists
        if self._lexicon.has("you_before", before):
            return True
        if self._lexicon.has("were", before):
            return before.word.index in found or not self._lexicon.has("she", reading.before(before))
        if before.fold in lists["that"]:
            earlier = reading.before(before)
            return earlier is not None and earlier.word.index in found
        is_that = self._lexicon.spelling.without_and(before.fold) in lists["that"]
        return is_that and any(earlier.word.index in found for earlier in reading.preceding(before))

    def _opens_with(self, token: Token, reading: Reading, form: Form) -> bool:
        return form.verb in self._lexicon.lists["person_verbs"] or self._is_need(token, reading, form)

    def _verbs_before(self, token: Token, reading: Reading) -> Iterator[int]:
        return (earlier.word.index for earlier in reading.preceding(token) if self._verbs.read(earlier.bare))

    def _has_other_subject(self, token: Token, reading: Reading, form: Form) -> bool:
        after = reading.follows(token)
        if after is None:
            return False
        lexicon = self._lexicon
        if lexicon.has("she", after):
            return True
        is_past, is_thing = form.mood == "p", form.verb in lexicon.lists["things"]
        is_thing = lexicon.may_be_hers(form.core, form.verb) if is_past else is_thing
        if form.suffix and form.mood != "p" and lexicon.fits("definite", after.bare):
            return True
        return is_thing and (lexicon.fits("feminine", after.fold) or lexicon.fits("definite", after.bare))

    def _did(self, token: Token, reading: Reading, form: Form, found: set[int]) -> bool:
        """Tell whether a past form is said to the reader and not of her, it or the writer."""
        lexicon, before = self._lexicon, reading.before(token)
        if before is not None and form.verb in lexicon.lists["with_what"]:
            before = reading.before(before)
        if before is None or self._has_other_subject(token, reading, form):
            return False
        if lexicon.has("you_before", before):
            return True
        if lexicon.has("were", before):
            return before.word.index in found
        if lexicon.has("as_before", before) or before.fold in lexicon.lists["relative"]:
            return form.verb in lexicon.lists["customer_verbs"]
        if not lexicon.has("past_before", before):
            return bool(form.conjunction) and self._follows_past(token, reading, found)
        after = reading.follows(token)
        is_hers = lexicon.may_be_hers(form.core, form.verb)
        return not is_hers or after is None or lexicon.fits("complement", after.fold)

    def _follows_past(self, token: Token, reading: Reading, found: set[int]) -> bool:
        return any(
            earlier.word.index in found and any(form.mood == "p" for form in self._verbs.read(earlier.bare))
            for earlier in reading.preceding(token)
        )

    def _goes_on(self, token: Token, reading: Reading, form: Form, commands: set[int]) -> bool:
        """Tell whether a form behind "and" or "then" carries on a request of the same sentence."""
        lexicon, after = self._lexicon, reading.follows(token)
        is_then = lexicon.has("then", reading.at(token.word.index - 1)) or bool(form.conjunction)
        if not is_then or not reading.addresses(token, commands) or lexicon.has("doers", after):
            return False
        if form.verb in lexicon.lists["things_past"] or lexicon.has("to_you", after):
            return False
        if form.suffix:
            return form.suffix in lexicon.lists["us"] and (after is None or lexicon.fits("after_us", after.fold))
        return reading.is_before_value(token) or lexicon.fits("masculine_object", after.fold if after else "")

    def _orders(self, token: Token, reading: Reading, form: Form, found: set[int], commands: set[int]) -> bool:
        """Tell whether a form at the opening of a clause is a request and not a deed of somebody else."""
        lexicon, after = self._lexicon, reading.follows(token)
        is_joined = form.conjunction in lexicon.lists["so"] or (bool(form.conjunction) and bool(commands))
        if form.conjunction and not is_joined and not token.word.opens:
            return False
        if not is_joined and not reading.opens(token):
            return False
        next_word = after.fold if after is not None else ""
        if self._goes_on(token, reading, form, commands):
            return True
        core = lexicon.spelling.fold(form.core)
        shape = "" if form.suffix else lexicon.command_next.get(core, "")
        if shape and shape not in lexicon.lists["guarded_shapes"]:
            return lexicon.fits(shape, next_word)
        if core in lexicon.lists["orders"]:
            return True
        if lexicon.has("doers", after) or lexicon.has("to_you", after):
            return False
        if lexicon.has("let", token):
            return True
        if form.suffix in lexicon.lists["us"]:
            is_clear = lexicon.begins("after_us", next_word) or (is_joined and not next_word)
            return form.verb in lexicon.lists["orders_us"] and is_clear
        if form.person == FEMALE:
            return True
        if form.suffix:
            is_free = is_joined or lexicon.fits("complement", next_word)
            is_free = is_free or (lexicon.fits("time", next_word) and reading.addresses(token, found))
            return is_free and lexicon.command_next.get(core, "") in lexicon.lists["guarded_shapes"]
        return bool(shape) and lexicon.fits(shape, next_word)

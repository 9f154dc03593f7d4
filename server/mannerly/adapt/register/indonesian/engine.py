"""The register engine of Indonesian: Bapak/Ibu, Anda and kamu; must not know any other language."""

from __future__ import annotations

from mannerly.adapt.register.engine import Evidence, Plan, Wish
from mannerly.adapt.register.indonesian.reading import (
    ALL,
    ANDA,
    BAPAK_IBU,
    CALLED,
    DROP,
    KAMU,
    SELF,
    YOU,
    Lexicon,
    Place,
    Reader,
)
from mannerly.adapt.register.text import Change, Kind, Text, like
from mannerly.language.register import RegisterData
from mannerly.model.facts import Gender

_RULES = "id.register."


class Indonesian:
    """Finds how the reader is addressed and turns pronouns, clitics and casual words into those of another level."""

    def __init__(self, data: RegisterData) -> None:
        """Read the words of these data."""
        self._lexicon = Lexicon(data)
        self._keeps_self = not data.policy["first_person"]

    def evidence(self, text: Text) -> tuple[Evidence, ...]:
        """Return every place that shows a level."""
        words = text.words
        return tuple(
            Evidence(place.level, words[place.first].start, words[place.last].end, place.also)
            for place in Reader(text, self._lexicon).readings()
        )

    def plan(self, text: Text, wish: Wish) -> Plan:
        """Return the changes of all places whose level is not wanted."""
        reader, end = Reader(text, self._lexicon), 0
        changes = list[Change]()
        for place in reader.places():
            is_right = not wish.accepts.isdisjoint({place.level, *place.also})
            made = None if is_right else self._change(place, reader, text, wish)
            if made is not None and made.start >= end:
                changes.append(made)
                end = made.end
        return Plan(changes=tuple(changes))

    def _change(self, place: Place, reader: Reader, text: Text, wish: Wish) -> Change | None:
        first, last = text.words[place.first], text.words[place.last]
        if place.role in (YOU, ALL):
            return self._address(place, reader, text, wish)
        if place.role == SELF:
            return self._own(place, text, wish)
        if place.role == CALLED:
            return self._called(place, text, wish)
        if wish.level == KAMU:
            return None
        if place.role == DROP:
            return Change(_RULES + "particle", _start_with_comma(place, text), last.end, "")
        return Change(_RULES + "casual-word", first.start, last.end, like(first.text, place.after))

    def _called(self, place: Place, text: Text, wish: Wish) -> Change | None:
        first, last = text.words[place.first], text.words[place.last]
        if place.level == KAMU:
            return Change(_RULES + "called", first.start, last.end, self._honorific(wish))
        after = text.at(place.last + 1)
        if after is not None and after.kind is not Kind.MARK:
            return Change(_RULES + "called", first.start, after.start, "")
        if first.opens:
            return None
        return Change(_RULES + "called", _start_with_comma(place, text), last.end, "")

    def _own(self, place: Place, text: Text, wish: Wish) -> Change | None:
        is_formal = place.level != KAMU
        if is_formal != (wish.level == KAMU) or (is_formal and self._keeps_self):
            return None
        word = text.words[place.first]
        own = self._lexicon.maps["self"]["kamu" if is_formal else "formal"]
        after = (
            f"{place.lead}{own}" if place.lead else like(word.text if len(word.text) > 1 else "", own) + place.follow
        )
        return Change(_RULES + "first-person", word.start, word.end, after)

    def _address(self, place: Place, reader: Reader, text: Text, wish: Wish) -> Change:
        first, last = text.words[place.first], text.words[place.last]
        start = first.start
        form = self._form(place, wish)
        if wish.level == KAMU:
            joined = self._lexicon.maps["joined"].get(reader.low(place.first - 1), "")
            if joined and place.role == YOU and not place.lead and not place.follow:
                before = text.words[place.first - 1]
                return Change(_RULES + "clitic", before.start, last.end, like(before.text, joined))
            form = form[:1].upper() + form[1:] if first.opens and not place.lead else form
        elif place.level == KAMU and not place.lead:
            better = self._lexicon.maps["preposition"].get(reader.low(place.first - 1), "")
            if better:
                before = text.words[place.first - 1]
                start, form = before.start, f"{like(before.text, better)} {form}"
        if _shouts(text, first.text):
            form = form.upper()
        rule = "clitic" if place.lead or place.follow.startswith(" ") else "everybody" if place.role == ALL else "you"
        return Change(_RULES + rule, start, last.end, f"{place.lead}{form}{place.follow}")

    def _form(self, place: Place, wish: Wish) -> str:
        if place.role == ALL:
            return self._lexicon.maps["everybody"][wish.level]
        if wish.level == BAPAK_IBU:
            return self._honorific(wish)
        return self._lexicon.maps["you"][KAMU if wish.level == KAMU else ANDA]

    def _honorific(self, wish: Wish) -> str:
        known = wish.customer.gender in (Gender.FEMALE, Gender.MALE)
        return self._lexicon.maps["you"][wish.customer.gender.value if known else "unknown"]


def _start_with_comma(place: Place, text: Text) -> int:
    """Return where the text before a word ends that goes, with the comma before it."""
    before = text.words[place.first - 1]
    return text.words[place.first - 2].end if before.text == "," and place.first > 1 else before.end


def _shouts(text: Text, word: str) -> bool:
    return len(word) > 1 and word.isupper() and text.raw.isupper()


def build(data: RegisterData) -> Indonesian:
    """Build the engine of Indonesian from its data."""
    return Indonesian(data)

"""Commands in Turkish, polite and bare; knows how they differ from nouns of the same form and no other verb."""

from __future__ import annotations

from mannerly.adapt.register.turkish.line import Lexicon, Line
from mannerly.adapt.register.turkish.nouns import Kind


class Commands:
    """The commands of one text.

    Args:
        line: the text.
        lexicon: the language.
    """

    def __init__(self, line: Line, lexicon: Lexicon) -> None:
        """Use these words."""
        self._line = line
        self._lexicon = lexicon
        self._verbs = lexicon.verbs

    def polite(self, place: int) -> str:
        """Return the bare stem of a polite command at a place, "" where there is none."""
        key = self._line.keys[place]
        if self._lexicon.has("no_commands", key) or self._line.is_suffix(place) or self._line.is_name(place):
            return ""
        stem = self._verbs.plain(key)
        if not stem or self._lexicon.has("stems_in_n", key):
            return ""
        allowed = self._lexicon.after.get(key)
        if allowed is not None and not self._is_after(place, allowed):
            return ""
        noun = self._lexicon.has("commands_like_nouns", key) or self._is_noun(key)
        if noun and not self._is_led(place):
            return ""
        if self._line.ends_clause(place):
            return stem
        opens = self._line.words[place].opens and self._lexicon.has("openers", key)
        return stem if opens or self._stands_alone(key, stem) else ""

    def bare(self, place: int) -> tuple[str, bool] | None:
        """Return the polite form of a bare command at a place and whether it is sure, None where there is none."""
        key = self._line.keys[place]
        if self._line.is_suffix(place) or self._line.is_name(place) or not self._line.ends_clause(place):
            return None
        if self._verbs.is_command(key) or self._lexicon.has("courtesies", key):
            return (self._verbs.polite(key), True) if self._is_verb(place) else None
        if self._verbs.is_doing(key):
            return self._verbs.polite(key), self._is_warning(place)
        return None

    def _is_verb(self, place: int) -> bool:
        if not self._lexicon.has("stems_like_nouns", self._line.keys[place]):
            return True
        if self._lexicon.has("degrees", self._line.key(place - 1)) or not self._line.ends_part(place):
            return False
        return self._is_led(place)

    def _is_led(self, place: int) -> bool:
        """Tell whether an object, an adverb or "please" makes a command of what may be a noun."""
        before = self._line.key(place - 1)
        linked = self._lexicon.has("before_command", before) or self._lexicon.parts("converb", before) is not None
        return linked or self._has_object(place) or self._is_asked(place)

    def _is_after(self, place: int, allowed: frozenset[str]) -> bool:
        return self._line.key(place - 1) in allowed

    def _is_noun(self, key: str) -> bool:
        """Tell whether the form is that of a noun as well: görüşünüz, "your opinion" and "do meet"."""
        parts = self._lexicon.parts("siz", key)
        owned = self._lexicon.nouns.owned(parts["core"] if parts else key)
        return owned is not None and owned.kind is Kind.BARE

    def _stands_alone(self, key: str, stem: str) -> bool:
        """Tell whether the form is a command wherever it stands: no noun has its ending."""
        if self._lexicon.ends("long_command", key):
            return not self._lexicon.nouns.is_open(key)
        return self._verbs.is_doing(stem) and self._lexicon.ends("glided", key)

    def _has_object(self, place: int) -> bool:
        before = self._line.key(place - 1)
        if place > 1 and self._line.is_suffix(place - 1):
            return self._lexicon.ends("object", before)
        return (
            self._line.is_word(place - 1)
            and before not in self._lexicon.nouns.bare
            and not self._lexicon.has("before_owned", before)
            and self._lexicon.ends("object", before)
        )

    def _is_asked(self, place: int) -> bool:
        return self._line.any_in("asking", self._line.sentence(place))

    def _is_warning(self, place: int) -> bool:
        if self._is_asked(place) or self._lexicon.has("warned", self._line.key(place - 1)):
            return True
        if self._lexicon.has("warnings", self._line.keys[place]):
            return True
        after = self._line.words[place + 1].text if place + 1 < len(self._line.words) else ""
        return self._has_object(place) and bool(after) and after in ".!"

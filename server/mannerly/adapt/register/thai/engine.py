"""The register engine of Thai: official, polite, friendly and close; must not know any other language."""

from __future__ import annotations

from mannerly.adapt.register.engine import Evidence, Plan, Wish
from mannerly.adapt.register.text import Change, Text
from mannerly.adapt.register.thai.reading import FEMALE, Found, Lexicon, Particle, Reader
from mannerly.language.register import RegisterData
from mannerly.model.facts import Gender
from mannerly.model.spans import is_marker

_RULES = "th.register."
_OFFICIAL, _POLITE, _FRIENDLY, _CLOSE = "thangkan", "suphap", "sonthana", "kan_eng"
_COURTEOUS, _CLOSE_WORDS = "courteous", "close"


class Thai:
    """Finds particles, pronouns and courteous words and turns them into those of another level."""

    def __init__(self, data: RegisterData) -> None:
        """Read the words of these data."""
        self._lexicon = Lexicon(data)

    def evidence(self, text: Text) -> tuple[Evidence, ...]:
        """Return every place that shows a level."""
        reader = Reader(text, self._lexicon)
        found = [_shown(particle) for particle in reader.particles]
        polite = _POLITE if reader.is_polite else _OFFICIAL
        found += [Evidence(polite, *place, frozenset({_OFFICIAL})) for place in reader.shown(_COURTEOUS)]
        found += [Evidence(_CLOSE, *place) for place in reader.shown(_CLOSE_WORDS)]
        return tuple(sorted(found, key=lambda evidence: evidence.start))

    def is_at_odds(self, text: Text, wish: Wish) -> bool:
        """Tell whether a particle is of another gender than the agent's."""
        if wish.agent.gender not in {Gender.FEMALE, Gender.MALE}:
            return False
        reader = Reader(text, self._lexicon)
        return bool(_Voice(self._lexicon, reader, wish).particles())

    def plan(self, text: Text, wish: Wish) -> Plan:
        """Return the changes of words and particles that the level needs."""
        reader = Reader(text, self._lexicon)
        voice = _Voice(self._lexicon, reader, wish)
        changes = [*self._words(reader, voice, wish), *voice.particles(), *voice.added()]
        return Plan(changes=tuple(_apart(changes)))

    def _words(self, reader: Reader, voice: _Voice, wish: Wish) -> list[Change]:
        names = self._lexicon.maps["you"]
        changes = [
            Change(_RULES + self._rule(found.word), found.start, found.end, voice.spoken(found.after))
            for found in reader.changed(wish.level)
            if not self._stays(found, reader, wish)
        ]
        if names[wish.level] != names[_POLITE]:
            changes += [Change(_RULES + "pronoun", *place, names[wish.level]) for place in reader.pronouns()]
        return changes

    def _rule(self, word: str) -> str:
        lists = ("pronouns", "first_person", "requests")
        return next((self._lexicon.maps["rules"][name] for name in lists if word in self._lexicon[name]), "wording")

    def _stays(self, found: Found, reader: Reader, wish: Wish) -> bool:
        if found.word in self._lexicon["respectful"] and wish.pair in self._lexicon["respectful_pairs"]:
            return wish.level == _POLITE
        if found.word not in self._lexicon["statement_only"]:
            return False
        end = next((particle for particle in reader.particles if particle.start >= found.end), None)
        clause = reader.raw[found.start : end.start if end else len(reader.raw)]
        return reader.is_question(clause.rstrip())


class _Voice:
    """The particles of one text in the voice that is wanted."""

    def __init__(self, lexicon: Lexicon, reader: Reader, wish: Wish) -> None:
        self._lexicon, self._reader, self._wish = lexicon, reader, wish
        known = wish.agent.gender.value if wish.agent.gender in (Gender.FEMALE, Gender.MALE) else ""
        own = next((particle.tone for particle in reader.particles if particle.polite), FEMALE)
        self._gender = known or own

    def spoken(self, word: str) -> str:
        """Return a word, or the one of the writer's gender where the table names a choice."""
        return self._lexicon.maps["by_gender"].get(f"{word}_{self._gender}", word)

    def particles(self) -> list[Change]:
        """Return the changes of the particles that stand there."""
        changes, is_soft = list[Change](), any(particle.soft for particle in self._reader.particles)
        for particle in self._reader.particles:
            can_soften = not (particle.plain or particle.question or is_soft)
            keeps = particle.soft and self._wish.level in (_FRIENDLY, _CLOSE)
            after = self._form(question=particle.question, soft=keeps or can_soften)
            is_soft = is_soft or can_soften
            if not particle.polite and not particle.soft and self._wish.level == _CLOSE:
                continue
            start = particle.gap if not after else particle.start
            if not after and self._lexicon.pattern("word_next").match(self._reader.raw, particle.end):
                after = " "
            if self._reader.raw[start : particle.end] != after:
                changes.append(Change(_RULES + "particle", start, particle.end, after))
        return changes

    def added(self) -> list[Change]:
        """Return the particles at the ends of lines that speak to the reader and have none."""
        if self._wish.level == _OFFICIAL:
            return []
        lines = self._lexicon.pattern("line").finditer(self._reader.raw)
        return [change for line in lines if (change := self._at_end(line.start(), line[0])) is not None]

    def _at_end(self, start: int, line: str) -> Change | None:
        end, reader = start + len(line), self._reader
        speaks = any(start <= place[0] < end for name in (_COURTEOUS, _CLOSE_WORDS) for place in reader.shown(name))
        ends = any(start <= particle.start < end for particle in reader.particles)
        if ends or not speaks or self._lexicon.pattern("incomplete").match(line):
            return None
        tail = self._lexicon.pattern("tail").search(line)
        body = line[: tail.start()] if tail else line
        if body and is_marker(body[-1]) and not self._lexicon.pattern("argument").search(body[:-1].rstrip()):
            body = body[:-1].rstrip()
        if not body or self._lexicon.pattern("open_end").search(body):
            return None
        question = reader.is_question(body)
        form = self._form(question=question, soft=True)
        gap = "" if self._lexicon.pattern("joins").search(body) else " "
        place = start + len(body)
        return Change(_RULES + "particle", place, place, gap + form) if form else None

    def _form(self, *, question: bool, soft: bool) -> str:
        if self._wish.level == _OFFICIAL:
            return ""
        particle = self._lexicon.maps["particle"]
        has_soft = soft and self._wish.level in (_FRIENDLY, _CLOSE) and not question
        tone = "high" if question or has_soft else "low"
        polite = "" if self._wish.level == _CLOSE else particle[f"{self._gender}_{tone}"]
        return (particle["soft"] if has_soft else "") + polite


def _shown(particle: Particle) -> Evidence:
    if not particle.polite:
        return Evidence(_CLOSE, particle.start, particle.end)
    if particle.soft:
        return Evidence(_FRIENDLY, particle.start, particle.end)
    return Evidence(_POLITE, particle.start, particle.end, frozenset({_FRIENDLY}))


def _apart(changes: list[Change]) -> list[Change]:
    """Leave out changes that touch an earlier one."""
    kept, end = list[Change](), 0
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        if change.start >= end:
            kept.append(change)
            end = max(end, change.end)
    return kept


def build(data: RegisterData) -> Thai:
    """Build the engine of Thai from its data."""
    return Thai(data)

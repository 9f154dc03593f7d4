"""Schemas of formats.yaml, punctuation.yaml, meaning.yaml, agreement.yaml and wording.yaml; applies nothing."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, field_validator, model_validator

from mannerly.language.patterns import checked_pattern, compiled
from mannerly.language.yaml_reader import DataModel


class FormatExample(DataModel):
    """One value and how the locale writes it."""

    date: str = ""
    time: str = ""
    money: str = ""
    number: str = ""
    percent: str = ""
    gives: str


class Formats(DataModel):
    """A language's formats.yaml; patterns are CLDR's, lengths Babel's."""

    language: str
    date: str
    date_without_year: str
    date_with_weekday: str
    time: str
    date_time: str = Field(pattern=r"\{date\}.*\{time\}|\{time\}.*\{date\}")
    first_of_month: str = ""
    year_offset: int = Field(default=0, ge=0, le=1000)
    numbering: Literal["latn", "default"] = "latn"
    money: Literal["standard", "name"] = "standard"
    money_patterns: dict[str, str] = {}
    phone: Literal["international", "national_at_home"] = "international"
    sources: tuple[str, ...] = Field(min_length=1)
    reviewed: tuple[str, ...] = ()
    examples: tuple[FormatExample, ...] = Field(min_length=1)


class Change(DataModel):
    """A text and what the rule makes of it."""

    before: str = Field(alias="from")
    after: str = Field(alias="to")


class PatternRule(DataModel):
    """Replace what a pattern finds; spans are opaque private-use characters to it."""

    id: str = Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*\.punctuation\.[a-z0-9-]+$")
    find: str
    use: str
    why: str = Field(min_length=1)
    source: str = Field(min_length=1)
    changes: tuple[Change, ...] = Field(min_length=1)
    stays: tuple[str, ...] = Field(min_length=1)

    @field_validator("find")
    @classmethod
    def _compiles(cls, pattern: str) -> str:
        return checked_pattern(pattern)

    def apply(self, text: str) -> str:
        """Return the text after the rule."""
        return compiled(self.find).sub(self.use, text)


class Punctuation(DataModel):
    """A language's punctuation.yaml; `sentence_space` stands between two sentences of a paragraph."""

    language: str
    sentence_space: str = Field(default=" ", pattern=r"^ ?$")
    reviewed: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    rules: tuple[PatternRule, ...] = ()

    @model_validator(mode="after")
    def _ids_unique(self) -> Punctuation:
        ids = [rule.id for rule in self.rules]
        if len(set(ids)) != len(ids):
            raise ValueError("a rule id stands twice")
        return self


class MeaningExamples(DataModel):
    """Sentences that deny something, and sentences that do not."""

    negated: tuple[str, ...] = Field(min_length=2)
    affirmed: tuple[str, ...] = Field(min_length=2)


class Meaning(DataModel):
    """A language's meaning.yaml."""

    language: str
    reviewed: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    negation: tuple[str, ...] = Field(min_length=1)
    examples: MeaningExamples

    def is_negated(self, text: str) -> bool:
        """Tell whether a sentence denies something."""
        return any(compiled(pattern, ignore_case=True).search(text) for pattern in self.negation)


class Particle(DataModel):
    """A particle with two written forms, chosen by the sound before it."""

    id: str
    written: str
    after_consonant: str
    after_vowel: str
    after_rieul: str
    why: str
    examples: tuple[Change, ...] = Field(min_length=1)
    stays: tuple[str, ...] = Field(min_length=1)


class Agreement(DataModel):
    """A language's agreement.yaml."""

    language: str
    reviewed: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    final_sounds: dict[str, Literal["consonant", "vowel", "rieul"]] = {}
    particles: tuple[Particle, ...] = ()


class Frame(DataModel):
    """One way to say a thing that means the same as another, rewritten before two source sentences are compared.

    `find` reads the plain form: lower case, without marks but "?", slots and spans as U+FFFC. What `use` makes of it
    is only a key and need not be good language. Only a text with one of the `words`, if there are any, is searched:
    that is quicker.
    """

    id: str = Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*\.wording\.[a-z0-9-]+$")
    words: tuple[str, ...] = ()
    find: str
    use: str
    why: str = Field(min_length=1)
    same: tuple[tuple[str, str], ...] = Field(min_length=1)
    differ: tuple[tuple[str, str], ...] = Field(min_length=1)

    @field_validator("find")
    @classmethod
    def _compiles(cls, pattern: str) -> str:
        return checked_pattern(pattern)


class Wording(DataModel):
    """A language's wording.yaml: what makes two source sentences the same.

    `same` maps a written form to its plain form, word by word; `frames` then rewrite ways of saying, in file order;
    `also` lists, by phrase id, other wordings of an approved phrase.
    """

    language: str
    same: dict[str, str] = {}
    frames: tuple[Frame, ...] = ()
    also: dict[str, tuple[str, ...]] = {}

    @model_validator(mode="after")
    def _ids_unique(self) -> Wording:
        ids = [frame.id for frame in self.frames]
        if len(set(ids)) != len(ids):
            raise ValueError("a frame id stands twice")
        return self

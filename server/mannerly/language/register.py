"""Schema of a language's register data: levels, words, verb classes, rules with examples; rewrites nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from mannerly.language.patterns import checked_pattern
from mannerly.language.yaml_reader import DataModel
from mannerly.model.facts import AgeBand, Gender, Register

NO_LEVEL = "none"


class Level(DataModel):
    """One speech level or form of address of a language, in the field's term ("teineigo", "Sie", "vos")."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name: str = Field(min_length=1)
    formality: Literal["formal", "informal"] = Field(alias="register")
    used_for: str = Field(min_length=1)


class LevelChange(DataModel):
    """A sentence, the level asked for, what is known of the people, and the sentence at that level."""

    before: str = Field(alias="from")
    after: str = Field(alias="to")
    level: str
    gender: Gender = Gender.UNKNOWN
    age_band: AgeBand = AgeBand.UNKNOWN
    agent_gender: Gender = Gender.UNKNOWN
    pair: str = ""
    addressed: bool | None = None


class LevelStay(DataModel):
    """A sentence that a rule leaves alone when this level is asked for."""

    text: str
    level: str


class RegisterRule(DataModel):
    """What a rule of the engine does and why; the engine names it in each of its changes."""

    id: str = Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*\.register\.[a-z0-9-]+$")
    why: str = Field(min_length=1)
    source: str = Field(min_length=1)
    changes: tuple[LevelChange, ...] = Field(min_length=1)
    stays: tuple[LevelStay, ...] = Field(min_length=1)


class VerbClass(DataModel):
    """A conjugation: lemmas of the class end in `ending`; a form is the stem with the ending of its slot.

    `like` takes over the forms of another class; `stems` replaces the stem for some slots: slot prefix ->
    [pattern, replacement], the longest matching prefix first.
    """

    ending: str = ""
    like: str = ""
    forms: dict[str, str] = {}
    stems: dict[str, tuple[str, str]] = {}


class Verbs(DataModel):
    """Classes, their members (white space between lemmas), and irregular verbs slot by slot.

    An irregular verb may name a class with the key `class`; its own slots win.
    """

    classes: dict[str, VerbClass] = {}
    members: dict[str, str] = {}
    irregular: dict[str, dict[str, str]] = {}


class RegisterData(DataModel):
    """A language's register files, all `register*.yaml` of its folders merged.

    Args:
        language: BCP-47 tag.
        levels: the levels the language really has.
        defaults: level id that "formal" and "informal" mean in general.
        service: level id they mean towards a customer, where that differs: service Japanese is never plain.
        policy: choices an institution may make ("capital_pronoun: true"), read by the engine.
        words: named lists of words (white space between them).
        phrases: named lists of entries that may hold spaces.
        maps: named tables from one form to another.
        patterns: named regular expressions.
        markers: patterns by level id that show the level; the whole engine of a language without one of its own.
        shows: sentences by the level that they show, "none" for those that show none.
        verbs: conjugation.
        rules: what the engine does, with examples.
    """

    language: str
    reviewed: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    defaults: dict[str, str] = {}
    service: dict[str, str] = {}
    policy: dict[str, str | bool | int] = {}
    words: dict[str, str] = {}
    phrases: dict[str, tuple[str, ...]] = {}
    maps: dict[str, dict[str, str]] = {}
    patterns: dict[str, str] = {}
    markers: dict[str, tuple[str, ...]] = {}
    shows: dict[str, tuple[str, ...]] = {}
    verbs: Verbs = Verbs()
    rules: tuple[RegisterRule, ...] = ()

    @field_validator("patterns")
    @classmethod
    def _compile(cls, patterns: dict[str, str]) -> dict[str, str]:
        return {name: checked_pattern(pattern) for name, pattern in patterns.items()}

    @field_validator("markers")
    @classmethod
    def _compile_markers(cls, markers: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        return {level: tuple(map(checked_pattern, patterns)) for level, patterns in markers.items()}

    @model_validator(mode="after")
    def _consistent(self) -> RegisterData:
        rules = [rule.id for rule in self.rules]
        if len(set(rules)) != len(rules):
            raise ValueError("a rule id stands twice")
        known = {level.id for level in self.levels}
        for register, level in self.defaults.items():
            if level not in self.levels_of(Register(register)):
                raise ValueError(f"the default for {register} is no {register} level")
        unknown = {*self.service.values(), *self.markers, *self.shows} - known - {NO_LEVEL}
        if unknown:
            raise ValueError(f"no such level: {sorted(unknown)}")
        return self

    def level(self, level_id: str) -> Level | None:
        """Return a level by id, None when the language has no such level."""
        return next((level for level in self.levels if level.id == level_id), None)

    def levels_of(self, register: Register) -> frozenset[str]:
        """Return the ids of the levels of a register."""
        return frozenset(level.id for level in self.levels if level.formality == register.value)


_MERGED = ("words", "phrases", "maps", "patterns", "policy", "service", "defaults", "markers")


def merged_register(files: tuple[Mapping[str, Any], ...]) -> dict[str, Any]:
    """Merge register files, least specific first: named tables by name, rules by id, the rest as a whole.

    Args:
        files: mappings as read; a map of the same name is merged entry by entry.
    """
    data: dict[str, Any] = {}
    for file in files:
        for key, value in file.items():
            if key in _MERGED and isinstance(value, dict):
                data[key] = _tables(data.get(key, {}), value)
            elif key == "verbs" and isinstance(value, dict):
                kept = data.get("verbs", {})
                data["verbs"] = {part: {**kept.get(part, {}), **value.get(part, {})} for part in kept | value}
            elif key == "rules" and isinstance(value, list):
                own = {rule.get("id") for rule in value if isinstance(rule, dict)}
                data["rules"] = [rule for rule in data.get("rules", []) if rule.get("id") not in own] + value
            elif key in {"sources", "reviewed"} and isinstance(value, list):
                data[key] = [*data.get(key, []), *value]
            else:
                data[key] = value
    return data


def _tables(base: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    both = {name: {**base[name], **table} for name, table in more.items() if _are_tables(base.get(name), table)}
    return {**base, **more, **both}


def _are_tables(one: object, other: object) -> bool:
    return isinstance(one, dict) and isinstance(other, dict)

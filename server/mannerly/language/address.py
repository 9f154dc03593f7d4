"""Schema and use of address.yaml: names, titles, salutations, closings, address terms; writes no text of its own."""

from __future__ import annotations

from typing import Any, Literal

import regex
from pydantic import Field, field_validator, model_validator

from mannerly.language.conditions import When, rows_that_hold
from mannerly.language.tags import parse_tag
from mannerly.language.yaml_reader import DataModel
from mannerly.model.facts import Customer, Register, ReplyFacts

NameOrder = Literal["given_family", "family_given"]
_SLOT = regex.compile(r"\{(\w+)\}")
_LATIN_START = regex.compile(r"\p{Latin}")
_OPTIONAL_SLOTS = frozenset({"title"})
_PERSON_SLOTS = frozenset({"title", "given_name", "family_name", "full_name", "display_name", "agent_name", "company"})


class AddressRow(DataModel):
    """One salutation or closing."""

    id: str = Field(pattern=r"^[a-z]{2,3}(-[A-Za-z]+)?\.(salutation|closing)\.[a-z0-9-]+$")
    when: When = When()
    say: str = Field(min_length=1)
    why: str = Field(min_length=1)
    examples: tuple[dict[str, Any], ...] = Field(min_length=1)

    @property
    def slots(self) -> frozenset[str]:
        """Names of the slots in `say`."""
        return frozenset(_SLOT.findall(self.say))


class TermRow(DataModel):
    """One form of an address term; the conditions stand beside `say` in the file."""

    when: When = When()
    say: str

    @model_validator(mode="before")
    @classmethod
    def _conditions_beside_say(cls, data: Any) -> Any:  # noqa: ANN401 - whatever the file holds
        if isinstance(data, dict) and "when" not in data:
            return {"when": {key: value for key, value in data.items() if key != "say"}, "say": data.get("say")}
        return data


class RecogniseExamples(DataModel):
    """Lines that are, and are not, salutations or closings."""

    salutation: tuple[str, ...] = Field(min_length=1)
    closing: tuple[str, ...] = Field(min_length=1)
    neither: tuple[str, ...] = Field(min_length=1)


class Recognise(DataModel):
    """Patterns that find what a writer in this language typed."""

    salutation: tuple[str, ...] = Field(min_length=1)
    closing: tuple[str, ...] = Field(min_length=1)
    examples: RecogniseExamples

    @field_validator("salutation", "closing")
    @classmethod
    def _compiles(cls, patterns: tuple[str, ...]) -> tuple[str, ...]:
        for pattern in patterns:
            try:
                regex.compile(pattern)
            except regex.error as error:
                raise ValueError(f"not a pattern: {error}") from error
        return patterns


class Address(DataModel):
    """A language's address.yaml."""

    language: str
    reviewed: tuple[str, ...] = ()
    sources: tuple[str, ...] = Field(min_length=1)
    name_order: NameOrder
    space_before_latin_names: bool = False
    titles: dict[str, str] = {}
    courtesy_titles: dict[Literal["female", "male"], tuple[str, ...]] = {}
    lower_after_salutation: tuple[str, ...] = ()
    name_particles: tuple[str, ...] = ()
    terms: dict[str, tuple[TermRow, ...]] = {}
    salutations: tuple[AddressRow, ...] = Field(min_length=1)
    closings: tuple[AddressRow, ...] = Field(min_length=1)
    recognise: Recognise

    @model_validator(mode="after")
    def _complete(self) -> Address:
        for name, rows in self.terms.items():
            if not rows or not rows[-1].when.is_open:
                raise ValueError(f"terms.{name}: the last row must need nothing")
        for section in (self.salutations, self.closings):
            last, ids = section[-1], [row.id for row in section]
            if not last.when.is_open or last.slots & _PERSON_SLOTS - _OPTIONAL_SLOTS:
                raise ValueError(f"{last.id}: the last row must need nothing")
            if len(set(ids)) != len(ids):
                raise ValueError("an id stands twice")
            for row in section:
                if unknown := row.slots - _PERSON_SLOTS - set(self.terms):
                    raise ValueError(f"{row.id}: unknown slots {sorted(unknown)}")
        return self

    def term(self, name: str, facts: ReplyFacts, register: Register, pair: str = "") -> str:
        """Return the form of an address term for these people."""
        return next(iter(rows_that_hold(self.terms[name], facts, register, pair))).say

    def write(
        self, rows: tuple[AddressRow, ...], facts: ReplyFacts, register: Register, pair: str = ""
    ) -> tuple[AddressRow, str]:
        """Return the first row that applies and its text.

        Args:
            rows: `salutations` or `closings`.
            facts: who writes to whom.
            register: formality of the reply.
            pair: address pair the style profile chose.
        """
        people = self._people(facts)
        for row in rows_that_hold(rows, facts, register, pair):
            if all(people.get(slot) for slot in row.slots & _PERSON_SLOTS - _OPTIONAL_SLOTS):
                terms = {name: self.term(name, facts, register, pair) for name in row.slots & set(self.terms)}
                return row, _filled(
                    row.say, people | terms, capital_for=frozenset(terms), latin_space=self.space_before_latin_names
                )
        raise AssertionError("the last row needs nothing")

    def full_name(self, customer: Customer) -> str:
        """Return given and family name in the locale's order, "" unless both are known."""
        if not (customer.given_name and customer.family_name):
            return ""
        parts = (customer.given_name, customer.family_name)
        # A name in a foreign script keeps its own order: Kim Lee is not turned round in Japanese text.
        foreign = parse_tag(self.language).likely_script != "Latn" and all(part.isascii() for part in parts)
        order = parts if foreign or self.name_order == "given_family" else parts[::-1]
        separator = "" if all(_is_east_asian(part) for part in parts) else " "
        return separator.join(order)

    def _people(self, facts: ReplyFacts) -> dict[str, str]:
        customer = facts.customer
        return {
            "title": self.titles.get(customer.title.upper().rstrip("."), customer.title),
            "given_name": customer.given_name,
            "family_name": customer.family_name,
            "full_name": self.full_name(customer),
            "display_name": customer.display_name,
            "agent_name": facts.agent.name,
            "company": facts.agent.company,
        }


def _filled(template: str, values: dict[str, str], *, capital_for: frozenset[str], latin_space: bool) -> str:
    """Fill the slots; a term at the start gets a capital, a name never does."""

    def value(match: regex.Match[str]) -> str:
        text = values.get(match[1], "")
        before = template[match.start() - 1 : match.start()]
        if latin_space and match[1] in _PERSON_SLOTS and before.strip() and _LATIN_START.match(text):
            text = f" {text}"
        return text[:1].upper() + text[1:] if match.start() == 0 and match[1] in capital_for else text

    filled = _SLOT.sub(value, template)
    return regex.sub(r" {2,}", " ", filled).strip()


def _is_east_asian(text: str) -> bool:
    return bool(regex.fullmatch(r"[\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}]+", text))

"""Signs that a model babbled instead of translating; pure functions on masked texts, no engine and no retry."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import regex

from mannerly.model.spans import FIRST_MARKER, MAX_SPANS
from mannerly.translate.codes import expected_script
from mannerly.translate.output_language import reads_as


@dataclass(frozen=True, kw_only=True)
class GuardLimits:
    """When a translation counts as broken.

    Args:
        loop_words: times that a word or a few words may follow themselves.
        loop_chars: times in a row from which one character is a loop; "....." is none of a language's ways.
        loop_syllables: the same for two to twelve characters.
        copied_words: words without capital or digit from which an unchanged text is no name any more.
        copied_share: share of the source's words in one unbroken run in the translation that counts as copied.
        ratio: shortest and longest translation, as multiples of the source's letters, wide scripts weighted.
        ratio_slack: letters by which short texts may exceed the ratio: "No." may become a polite sentence.
        script_share: share of letters that must be of the target's script, Latin words of the source aside.
        language_words: words from which the language of the output is looked at.
        language_certainty: probability of the source's language from which the output counts as not translated.
    """

    loop_words: int = 3
    loop_chars: int = 5
    loop_syllables: int = 4
    copied_words: int = 3
    copied_share: float = 0.7
    ratio: tuple[float, float] = (0.3, 3.0)
    ratio_slack: int = 15
    script_share: float = 0.6
    language_words: int = 6
    language_certainty: float = 0.95


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One guard that does not believe a translation.

    Args:
        code: stable id, the last part of a finding's code.
        reason: one sentence for the agent, without text of the reply.
        weak: True for a guess that must not block a reply by itself.
    """

    code: str
    reason: str
    weak: bool = False


@dataclass(frozen=True, kw_only=True)
class Attempt:
    """A masked source, its masked translation and the languages, as tags."""

    source: str
    text: str
    source_language: str
    target_language: str


_SPACED = regex.compile(r"\p{L}[\p{L}\p{M}'\u2019-]*|\p{N}+")
# Letters of an idea in these scripts, measured in Latin letters.
_WEIGHTS = {"Hani": 3.0, "Hira": 1.6, "Kana": 1.6, "Hang": 2.2}
_WIDE = {script: regex.compile(rf"\p{{Script={script}}}") for script in _WEIGHTS}
_SCRIPTS_OF = {"Jpan": ("Hani", "Hira", "Kana"), "Kore": ("Hang", "Hani"), "Hans": ("Hani",), "Hant": ("Hani",)}
_LATIN_WORD = regex.compile(r"\p{Script=Latn}+")
_MARKER = regex.compile(f"[{chr(FIRST_MARKER)}-{chr(FIRST_MARKER + MAX_SPANS)}]")
_LETTER = regex.compile(r"\p{L}")


def faults_of(attempt: Attempt, limits: GuardLimits) -> tuple[Fault, ...]:
    """Return what speaks against a translation, strongest first; empty when nothing does."""
    checks = (is_empty, loops, is_copied, has_wrong_length, has_wrong_script, changes_digits, has_wrong_language)
    return tuple(fault for check in checks if (fault := check(attempt, limits)))


def is_empty(attempt: Attempt, _limits: GuardLimits) -> Fault | None:
    """Find a translation without any letter or digit of a source that has some."""
    if _SPACED.search(_plain(attempt.source)) and not _SPACED.search(_plain(attempt.text)):
        return Fault(code="empty", reason="The pack returned no words.")
    return None


def loops(attempt: Attempt, limits: GuardLimits) -> Fault | None:
    """Find characters or words that repeat themselves, unless the source does so too."""
    fault = Fault(code="loop", reason="The pack repeats itself.")
    text, source = _plain(attempt.text), _plain(attempt.source)
    for unit, times in ((r"\S", limits.loop_chars), (r"\S{2,12}?", limits.loop_syllables)):
        for match in regex.finditer(rf"({unit})\1{{{times - 1},}}", text):
            if match[1] * times not in source:
                return fault
    words, source_words = _words(text), _words(source)
    if _longest_repeat(words) > max(limits.loop_words, _longest_repeat(source_words)):
        return fault
    triples = list(zip(words, words[1:], words[2:], strict=False))
    return fault if len(triples) >= 12 and len(set(triples)) < len(triples) / 2 else None


def is_copied(attempt: Attempt, limits: GuardLimits) -> Fault | None:
    """Find source text that came back as it was; names and brands may."""
    common = [word for word in _SPACED.findall(_plain(attempt.source))[1:] if word.islower() or not word.isascii()]
    if len(common) < limits.copied_words:
        return None
    source, text = _words(_plain(attempt.source)), _words(_plain(attempt.text))
    if _common_run(source, text) >= max(limits.copied_words, limits.copied_share * len(source)):
        return Fault(code="copied", reason="The pack returned the source text instead of a translation.")
    return None


def has_wrong_length(attempt: Attempt, limits: GuardLimits) -> Fault | None:
    """Find a translation that is far too short or too long."""
    source, text = _weight(attempt.source), _weight(attempt.text)
    low, high = limits.ratio
    if text < (source - limits.ratio_slack) * low or text > source * high + limits.ratio_slack:
        return Fault(code="length", reason="The translation is far shorter or longer than the source.")
    return None


def has_wrong_script(attempt: Attempt, limits: GuardLimits) -> Fault | None:
    """Find a translation that is not written in the script of its language."""
    script = expected_script(attempt.target_language)
    scripts = _SCRIPTS_OF.get(script, (script,))
    if not script:
        return None
    text = _plain(attempt.text)
    if "Latn" not in scripts:
        names = _names(_LATIN_WORD.findall(_plain(attempt.source)))
        text = _LATIN_WORD.sub(lambda match: "" if match[0] in names else match[0], text)
    letters = len(_LETTER.findall(text))
    own = sum(len(regex.findall(rf"(?=\p{{L}})\p{{Script={name}}}", text)) for name in scripts)
    if "Hira" in scripts or "Kana" in scripts:
        own += text.count("\u30fc")  # the long-vowel mark is common to both kana
    if letters >= 2 and own < limits.script_share * letters:
        return Fault(code="script", reason="The translation is not in the script of its language.")
    return None


def changes_digits(attempt: Attempt, _limits: GuardLimits) -> Fault | None:
    """Find digits outside spans that are not the same on both sides; their order may change."""
    if _digits(attempt.source) != _digits(attempt.text):
        return Fault(code="digits", reason="The translation has other digits than the source.")
    return None


def has_wrong_language(attempt: Attempt, limits: GuardLimits) -> Fault | None:
    """Find a translation that reads like the source's language; a guess, so a weak fault."""
    text = _plain(attempt.text)
    if len(_words(text)) < limits.language_words:
        return None
    certainty = reads_as(text, attempt.source_language, attempt.target_language)
    if certainty >= limits.language_certainty:
        return Fault(code="language", reason="The translation reads like the source's language.", weak=True)
    return None


def _plain(masked: str) -> str:
    return _MARKER.sub(" ", masked)


def _names(words: list[str]) -> set[str]:
    """Return the words that look like names: with a capital, the first one only where no word has none."""
    capital = {word for word in words[1:] if not word.islower()}
    return capital if any(word.islower() for word in words) else {*capital, *words}


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _SPACED.findall(text)]


def _longest_repeat(words: list[str]) -> int:
    """Return how often a run of one to four words follows itself, at most."""
    most = 1 if words else 0
    for size in range(1, 5):
        for start in range(len(words) - size + 1):
            run, times = words[start : start + size], 1
            while words[start + times * size : start + (times + 1) * size] == run:
                times += 1
            most = max(most, times)
    return most


def _common_run(one: list[str], other: list[str]) -> int:
    """Return the length of the longest run of words that both have."""
    best, ending = 0, [0] * (len(other) + 1)
    for word in one:
        ending = [0, *(ending[place] + 1 if word == there else 0 for place, there in enumerate(other))]
        best = max(best, *ending)
    return best


def _weight(masked: str) -> float:
    text = _plain(masked)
    count = float(len(_LETTER.findall(text)))
    for script, pattern in _WIDE.items():
        count += (_WEIGHTS[script] - 1) * len(pattern.findall(text))
    return count


def _digits(masked: str) -> Counter[str]:
    runs = regex.findall(r"\p{Nd}+", _plain(masked))
    return Counter("".join(str(int(digit)) for digit in run) for run in runs)

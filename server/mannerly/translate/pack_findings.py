"""The findings about packs: one function per thing the agent is told, with what to do about it."""

from __future__ import annotations

from mannerly.model.draft import Finding, Severity
from mannerly.translate.decoding import TooLong
from mannerly.translate.guards import Fault

_REWRITE = "Say it in simpler words, add the sentence to the phrasebook, or install a better pack."
_READ = "Read this sentence before sending it."


def no_pack(source: str, target: str, remedy: str) -> Finding:
    """No pack, and no two packs, for the pair."""
    return _blocking("no_pack", f"No translation pack from {source} to {target} is installed.", remedy)


def broken_pack(message: str, remedy: str) -> Finding:
    """The pack is installed but does not work."""
    return _blocking("pack_broken", message, remedy)


def too_long(problem: TooLong) -> Finding:
    """The sentence is beyond what models can read."""
    message = f"The sentence has {problem.tokens} pieces; packs translate at most {problem.limit}."
    return _blocking("too_long", message, "Split the sentence.")


def spans_lost() -> Finding:
    """No way was found to keep every protected span."""
    return _blocking("spans_lost", "The pack did not keep every protected part of the sentence.", _REWRITE)


def faulty(fault: Fault) -> Finding:
    """A guard does not believe the translation, twice."""
    if fault.weak:
        return _advice(fault.code, fault.reason)
    return _blocking(fault.code, fault.reason, _REWRITE)


def pieced() -> Finding:
    """The sentence was translated in pieces around its protected spans."""
    reason = "The sentence was translated in pieces, so word order and agreement may be wrong."
    return _blocking("pieced", reason, _READ)


def aligned() -> Finding:
    """A protected span was put back where the model had looked at it."""
    return _advice("aligned", "A protected part was put back by alignment, so it may stand in the wrong place.")


def _blocking(code: str, message: str, remedy: str) -> Finding:
    return Finding(code=f"translate.{code}", severity=Severity.BLOCKING, message=message, remedy=remedy)


def _advice(code: str, message: str) -> Finding:
    return Finding(code=f"translate.{code}", severity=Severity.ADVICE, message=message, remedy=_READ)

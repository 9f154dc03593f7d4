"""The journey of a reply, step by step: read this page first. It knows the order of the steps and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from mannerly.model.context import Context, Deadline
from mannerly.model.draft import Draft, Origin, Provenance, Role, Segment
from mannerly.model.errors import UnknownLocale
from mannerly.model.outcome import Outcome, Preview
from mannerly.model.request import MAX_TEXT, ReplyRequest

Step = Callable[[Draft, Context], Draft]


@dataclass(frozen=True, kw_only=True)
class Steps:
    """What happens to a reply, in this order."""

    detect_language: Step
    protect: Step
    split: Step
    meet_customer: Step
    translate: Step
    agree_particles: Step
    address_customer: Step
    set_register: Step
    rewrite_style: Step
    localise_formats: Step
    punctuate: Step
    isolate_direction: Step
    restore: Step
    verify: Step

    @property
    def in_order(self) -> tuple[Step, ...]:
        """All steps, first to last."""
        return (*self.up_to_translation, *self.after_translation)

    @property
    def up_to_translation(self) -> tuple[Step, ...]:
        """The steps that lead to a raw translation."""
        return (self.detect_language, self.protect, self.split, self.meet_customer, self.translate)

    @property
    def after_translation(self) -> tuple[Step, ...]:
        """The steps that make a raw translation the locale's own."""
        return (
            self.address_customer,
            self.set_register,
            self.rewrite_style,
            self.localise_formats,
            self.agree_particles,
            self.punctuate,
            self.isolate_direction,
            self.restore,
            self.verify,
        )


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What the flow asks others for: the context of a request, the stamp of an outcome.

    Args:
        context_of: resolves locale and style profile of a request.
        finish: stamps a finished draft with direction and signature.
    """

    context_of: Callable[[ReplyRequest, Deadline], Context]
    finish: Callable[[Draft, Context], Outcome]


class ReplyFlow:
    """Localises replies; holds no state of its own, so any number of threads may use it."""

    def __init__(self, steps: Steps, surroundings: Surroundings) -> None:
        """Use these steps and surroundings."""
        self._steps = steps
        self._surroundings = surroundings

    def localise(self, request: ReplyRequest, deadline: Deadline) -> Outcome:
        """Localise one reply.

        Args:
            request: the reply and what is known about it.
            deadline: checked before each step.

        Returns:
            The localised reply with everything said about it.

        Raises:
            InvalidInput: the target locale, source language, zone or profile is not valid.
            DeadlineTooShort: the deadline passed.
            Cancelled: the caller went away.
            QueueFull: too much work is waiting.
        """
        context = self._surroundings.context_of(request, deadline)
        return self._surroundings.finish(_run(self._steps.in_order, Draft(original=request.text), context), context)

    def preview(self, request: ReplyRequest, deadline: Deadline) -> Preview:
        """Localise one reply and show what an agent compares it with; arguments and errors as in localise."""
        context = self._surroundings.context_of(request, deadline)
        raw = _run(self._steps.up_to_translation, Draft(original=request.text), context)
        outcome = self._surroundings.finish(_run(self._steps.after_translation, raw, context), context)
        return Preview(
            outcome=outcome,
            raw_translation=self._raw(raw, context),
            back_translation=self._back_translation(outcome, context),
        )

    def _back_translation(self, outcome: Outcome, context: Context) -> str | None:
        """Return the localised text in the source language again, None where too little of it can be read back."""
        source = outcome.draft.source_language
        if not (outcome.draft.text.strip() and source) or len(outcome.draft.text) > MAX_TEXT:
            return None
        request = replace(
            context.request, text=outcome.draft.text, source=outcome.locale, target=source, profile="", glossary={}
        )
        try:
            back_context = self._surroundings.context_of(request, context.deadline)
        except UnknownLocale:
            return None
        back = _run(self._steps.up_to_translation, Draft(original=request.text), back_context)
        if any(segment.role is Role.BODY and not segment.text for segment in back.segments):
            return None
        return self._raw(back, back_context)

    def _raw(self, draft: Draft, context: Context) -> str:
        """Return the text of a draft that was translated only; salutation and closing stand as they came."""
        kept = draft.with_segments(_as_it_came)
        return self._steps.restore(replace(kept, edits=()), context).text


def _as_it_came(segment: Segment) -> Segment:
    if segment.role is Role.BODY or segment.provenance.origin is not Origin.NONE:
        return segment
    return replace(segment, text=segment.source, provenance=Provenance(origin=Origin.KEPT))


def _run(steps: tuple[Step, ...], draft: Draft, context: Context) -> Draft:
    for step in steps:
        context.deadline.check()
        draft = step(draft, context)
    return draft

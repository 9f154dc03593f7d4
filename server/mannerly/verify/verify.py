"""The verify step: looks at the finished text once more, with every check, and changes nothing."""

from __future__ import annotations

from mannerly.model.context import Context
from mannerly.model.draft import Draft
from mannerly.verify.channel_length import check_length
from mannerly.verify.engine_faults import check_copied, check_loops
from mannerly.verify.negation import IsNegated, negation_check
from mannerly.verify.numbers import check_numbers
from mannerly.verify.reading import Check, Reading
from mannerly.verify.script import check_script
from mannerly.verify.span_count import check_span_count
from mannerly.verify.span_text import check_span_text
from mannerly.verify.typography import check_typography
from mannerly.verify.untranslated import check_untranslated
from mannerly.verify.wording import ForbiddenTerms, OtherLevels, forbidden_check, register_check


class Verify:
    """Adds findings to a restored draft, always in the same order: check by check, then segment by segment."""

    def __init__(
        self,
        *,
        is_negated: IsNegated = lambda _text, _language: None,
        forbidden_terms: ForbiddenTerms = lambda _context: (),
        other_levels: OtherLevels = lambda _segment, _text, _reading: (),
    ) -> None:
        """Set up the checks.

        Args:
            is_negated: (text, language) -> whether the sentence denies something; None without data.
            forbidden_terms: the terms that must not reach this customer.
            other_levels: (segment, its text, reading) -> where it shows a level of address that was not asked for.
        """
        self._checks: tuple[Check, ...] = (
            check_untranslated,
            check_span_count,
            check_span_text,
            check_numbers,
            negation_check(is_negated),
            check_copied,
            check_loops,
            check_script,
            forbidden_check(forbidden_terms),
            register_check(other_levels),
            check_length,
            check_typography,
        )

    def __call__(self, draft: Draft, context: Context) -> Draft:
        """Return the draft with what the checks found; nothing is said twice."""
        reading = Reading(draft, context)
        found = dict.fromkeys(finding for check in self._checks for finding in check(reading))
        return draft.noting(findings=tuple(finding for finding in found if finding not in draft.findings))

"""Converts finished replies to the wire; must not change a word of them."""

from __future__ import annotations

from mannerly.api.convert import enums
from mannerly.model.draft import AppliedStatus, Draft, Edit, Finding, Segment
from mannerly.model.outcome import Outcome, Preview, Signature
from mannerly.model.spans import unmask
from mannerly.v1 import finding_pb2, reply_pb2, reply_service_pb2


def outcome_to_wire(outcome: Outcome) -> reply_pb2.LocalisedReply:
    """Return the message of a localised reply."""
    draft = outcome.draft
    return reply_pb2.LocalisedReply(
        text=draft.text,
        locale=outcome.locale,
        direction=enums.DIRECTION.name_of(outcome.direction),
        source_language=draft.source_language,
        register=enums.REGISTER.name_of(outcome.register),
        ready_to_send=draft.ready_to_send,
        segments=[_segment(draft, segment) for segment in draft.segments],
        findings=[_finding(finding) for finding in draft.findings],
        edits=[_edit(edit) for edit in draft.edits],
        applied=[_applied(status) for status in draft.applied],
        signature=_signature(outcome.signature),
        speech_level=outcome.speech_level,
    )


def preview_to_wire(preview: Preview) -> reply_service_pb2.ReplyPreview:
    """Return the message of one column of a preview."""
    return reply_service_pb2.ReplyPreview(
        reply=outcome_to_wire(preview.outcome),
        raw_translation=preview.raw_translation,
        back_translation=preview.back_translation,
    )


def _segment(draft: Draft, segment: Segment) -> reply_pb2.Segment:
    provenance = segment.provenance
    return reply_pb2.Segment(
        source=draft.source_of(segment),
        text=unmask(segment.text, draft.spans),
        role=enums.ROLE.name_of(segment.role),
        provenance=reply_pb2.Provenance(
            origin=enums.ORIGIN.name_of(provenance.origin),
            phrase_id=provenance.phrase_id,
            packs=provenance.packs,
            pivot_language=provenance.pivot,
            rule_id=provenance.rule_id,
        ),
        score=segment.score,
    )


def _finding(finding: Finding) -> finding_pb2.Finding:
    span = None if finding.span is None else finding_pb2.TextRange(start=finding.span[0], end=finding.span[1])
    return finding_pb2.Finding(
        code=finding.code,
        severity=enums.SEVERITY.name_of(finding.severity),
        message=finding.message,
        remedy=finding.remedy,
        segment=finding.segment,
        range=span,
    )


def _edit(edit: Edit) -> finding_pb2.Edit:
    return finding_pb2.Edit(
        step=edit.step,
        rule_id=edit.rule_id,
        before=edit.before,
        after=edit.after,
        reason=edit.reason,
        segment=edit.segment,
    )


def _applied(status: AppliedStatus) -> finding_pb2.AppliedFeature:
    return finding_pb2.AppliedFeature(
        feature=enums.FEATURE.name_of(status.feature),
        outcome=enums.FEATURE_OUTCOME.name_of(status.outcome),
        reason=status.reason,
    )


def _signature(signature: Signature) -> reply_pb2.Signature:
    return reply_pb2.Signature(
        text=signature.text,
        service_version=signature.service_version,
        packs=[
            reply_pb2.PackStamp(name=pack.name, version=pack.version, sha256=pack.sha256) for pack in signature.packs
        ],
        phrasebook_revision=signature.phrasebook,
        rules_revision=signature.rules,
        style_profile=signature.profile,
        style_profile_revision=signature.profile_revision,
        beam_size=signature.beam,
        libraries_revision=signature.libraries,
    )

"""Builds the request messages that both clients send; opens nothing."""

from __future__ import annotations

from collections.abc import Sequence

from mannerly.api.convert.requests import reply_to_wire, target_to_wire
from mannerly.client.errors import CallFailed, from_status
from mannerly.model.errors import InvalidInput
from mannerly.model.request import ReplyRequest
from mannerly.v1 import reply_pb2
from mannerly.v1 import reply_service_pb2 as wire


def localise_message(request: ReplyRequest) -> wire.LocaliseReplyRequest:
    """Return the message of one reply."""
    return wire.LocaliseReplyRequest(reply=reply_to_wire(request), target=target_to_wire(request))


def preview_message(requests: Sequence[ReplyRequest]) -> wire.PreviewReplyRequest:
    """Return the message of a preview.

    Raises:
        InvalidInput: the requests are not about the same reply.
    """
    replies = [reply_to_wire(request) for request in requests]
    if not replies or any(reply != replies[0] for reply in replies):
        remedy = "Change target, profile and overrides only."
        raise InvalidInput("A preview is about one reply.", field="requests", remedy=remedy)
    return wire.PreviewReplyRequest(reply=replies[0], targets=[target_to_wire(request) for request in requests])


def item_message(item_id: str, request: ReplyRequest) -> wire.StreamLocaliseRepliesRequest:
    """Return the message of a stream's item."""
    return wire.StreamLocaliseRepliesRequest(
        item_id=item_id, reply=reply_to_wire(request), target=target_to_wire(request)
    )


def item_result(answer: wire.StreamLocaliseRepliesResponse) -> tuple[str, reply_pb2.LocalisedReply | CallFailed]:
    """Return the id and what became of a stream's item."""
    if answer.HasField("error"):
        return answer.item_id, from_status(answer.error)
    return answer.item_id, answer.reply

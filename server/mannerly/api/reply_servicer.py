"""ReplyService: converts, hands over, converts back; holds no rule of its own."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from typing import TypeVar

from mannerly.api.call import current
from mannerly.api.convert.outcomes import outcome_to_wire, preview_to_wire
from mannerly.api.convert.requests import request_from_wire, wire_fields
from mannerly.api.errors import status_of
from mannerly.api.interceptors.around import Context, Unreadable
from mannerly.api.interceptors.errors import log_failure
from mannerly.api.ports import LocaliseReplies
from mannerly.api.streaming import side_by_side
from mannerly.api.workers import Workers
from mannerly.model.context import Deadline
from mannerly.model.errors import DeadlineTooShort, InvalidInput
from mannerly.model.outcome import Outcome, Preview
from mannerly.model.request import ReplyRequest
from mannerly.observe.metrics import Metrics
from mannerly.v1 import reply_pb2, reply_service_pb2_grpc
from mannerly.v1 import reply_service_pb2 as wire

MAX_TARGETS = 10
MAX_ITEM_ID = 128
T = TypeVar("T")
Work = Callable[[ReplyRequest, Deadline], T]


class ReplyServicer(reply_service_pb2_grpc.ReplyServiceServicer):
    """Serves ReplyService.

    Args:
        replies: does the work.
        workers: where it is done.
        metrics: counts finished replies.
        stream_items: items of one stream in work at the same time.
        item_seconds: deadline of a stream's item.
    """

    def __init__(
        self,
        replies: LocaliseReplies,
        workers: Workers,
        metrics: Metrics,
        *,
        stream_items: int,
        item_seconds: float,
    ) -> None:
        self._replies = replies
        self._workers = workers
        self._metrics = metrics
        self._stream_items = stream_items
        self._item_seconds = item_seconds

    async def LocaliseReply(  # noqa: N802 - named by the API
        self, request: wire.LocaliseReplyRequest, context: Context
    ) -> wire.LocaliseReplyResponse:
        """Localise one reply for one target."""
        reply = await self._localise(request.reply, request.target, current().deadline_at)
        return wire.LocaliseReplyResponse(reply=reply)

    async def PreviewReply(  # noqa: N802 - named by the API
        self, request: wire.PreviewReplyRequest, context: Context
    ) -> wire.PreviewReplyResponse:
        """Localise one reply for several targets, one after the other, and all or none."""
        if not 1 <= len(request.targets) <= MAX_TARGETS:
            remedy = "Split the preview." if request.targets else "Send at least one."
            raise InvalidInput(f"There are not 1 to {MAX_TARGETS} targets.", field="targets", remedy=remedy)
        asked = []
        for index, target in enumerate(request.targets):
            with wire_fields(f"targets[{index}]"):
                asked.append(request_from_wire(request.reply, target))
        previews = []
        for index, one in enumerate(asked):
            with wire_fields(f"targets[{index}]"):
                preview: Preview = await self._run(self._replies.preview, one, current().deadline_at)
            self._metrics.count_reply(preview.outcome.draft)
            previews.append(preview_to_wire(preview))
        return wire.PreviewReplyResponse(previews=previews)

    async def StreamLocaliseReplies(  # noqa: N802 - named by the API
        self, request_iterator: AsyncIterator[wire.StreamLocaliseRepliesRequest], context: Context
    ) -> AsyncIterator[wire.StreamLocaliseRepliesResponse]:
        """Localise many replies; a bad item gets a status of its own."""
        async for answer in side_by_side(request_iterator, self._item, limit=self._stream_items):
            yield answer

    async def _item(self, item: wire.StreamLocaliseRepliesRequest | Unreadable) -> wire.StreamLocaliseRepliesResponse:
        item_id = "" if isinstance(item, Unreadable) else item.item_id[:MAX_ITEM_ID]
        try:
            reply = await self._localise_item(item)
        except Exception as error:
            log_failure(error)
            status = status_of(error, current().request_id)
            return wire.StreamLocaliseRepliesResponse(item_id=item_id, error=status)
        return wire.StreamLocaliseRepliesResponse(item_id=item_id, reply=reply)

    async def _localise_item(self, item: wire.StreamLocaliseRepliesRequest | Unreadable) -> reply_pb2.LocalisedReply:
        if isinstance(item, Unreadable):
            raise Unreadable.error()
        if not 1 <= len(item.item_id) <= MAX_ITEM_ID:
            message = f"The id of the item does not have 1 to {MAX_ITEM_ID} characters."
            raise InvalidInput(message, field="item_id", remedy="Choose another id.")
        at = min(current().deadline_at, time.monotonic() + self._item_seconds)
        try:
            async with asyncio.timeout(at - time.monotonic()):
                return await self._localise(item.reply, item.target, at, patient=True)
        except TimeoutError as error:
            raise DeadlineTooShort(remedy="Send shorter replies, or fewer at the same time.") from error

    async def _localise(
        self, reply: reply_pb2.Reply, target: reply_pb2.Target, at: float, *, patient: bool = False
    ) -> reply_pb2.LocalisedReply:
        with wire_fields():
            request = request_from_wire(reply, target)
            outcome: Outcome = await self._run(self._replies.localise, request, at, patient=patient)
        self._metrics.count_reply(outcome.draft)
        return outcome_to_wire(outcome)

    async def _run(self, work: Work[T], request: ReplyRequest, at: float, *, patient: bool = False) -> T:
        return await self._workers.run(lambda deadline: work(request, deadline), deadline_at=at, patient=patient)

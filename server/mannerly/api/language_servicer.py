"""LanguageService: converts, asks the catalogue, converts back; holds no rule of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from mannerly.api.call import current
from mannerly.api.convert.catalogue import locale_to_wire, pack_to_wire, pair_to_wire, report_to_wire
from mannerly.api.convert.limits import MAX_TAG, line
from mannerly.api.interceptors.around import Context
from mannerly.api.paging import page
from mannerly.api.ports import LanguageCatalogue
from mannerly.api.workers import Workers
from mannerly.model.errors import InvalidInput, MannerlyError
from mannerly.v1 import language_service_pb2 as wire
from mannerly.v1 import language_service_pb2_grpc, locale_pb2

T = TypeVar("T")
LOCALES = "locales/"


class LanguageServicer(language_service_pb2_grpc.LanguageServiceServicer):
    """Serves LanguageService.

    Args:
        catalogue: knows what is installed.
        workers: where it is asked, since it may read files.
    """

    def __init__(self, catalogue: LanguageCatalogue, workers: Workers) -> None:
        self._catalogue = catalogue
        self._workers = workers

    async def ListLocales(  # noqa: N802 - named by the API
        self, request: wire.ListLocalesRequest, context: Context
    ) -> wire.ListLocalesResponse:
        """List locales by tag."""
        everything = await self._ask(self._catalogue.locales)
        chosen, token = page(
            everything, key=lambda info: info.tag, kind="locales", size=request.page_size, token=request.page_token
        )
        return wire.ListLocalesResponse(locales=[locale_to_wire(info) for info in chosen], next_page_token=token)

    async def GetLocale(  # noqa: N802 - named by the API
        self, request: wire.GetLocaleRequest, context: Context
    ) -> locale_pb2.Locale:
        """Return one locale."""
        tag = line(request.name, "name", MAX_TAG + len(LOCALES)).removeprefix(LOCALES)
        if not tag or tag == request.name:
            raise InvalidInput("The name is not that of a locale.", field="name", remedy="Send locales/{tag}.")
        try:
            return locale_to_wire(await self._ask(lambda: self._catalogue.locale(tag)))
        except MannerlyError as error:
            error.field = "name"
            raise

    async def ListPacks(  # noqa: N802 - named by the API
        self, request: wire.ListPacksRequest, context: Context
    ) -> wire.ListPacksResponse:
        """List packs by name."""
        everything = await self._ask(self._catalogue.packs)
        chosen, token = page(
            everything, key=lambda info: info.id, kind="packs", size=request.page_size, token=request.page_token
        )
        return wire.ListPacksResponse(packs=[pack_to_wire(info) for info in chosen], next_page_token=token)

    async def GetPairSupport(  # noqa: N802 - named by the API
        self, request: wire.GetPairSupportRequest, context: Context
    ) -> locale_pb2.PairSupport:
        """Return what is supported for one pair."""
        source = _tag(request.source_locale, "source_locale")
        target = _tag(request.target_locale, "target_locale")
        try:
            return pair_to_wire(await self._ask(lambda: self._catalogue.pair(source, target)))
        except MannerlyError as error:
            error.field = {"source": "source_locale", "target": "target_locale"}.get(error.field, error.field)
            raise

    async def VerifyOffline(  # noqa: N802 - named by the API
        self, request: wire.VerifyOfflineRequest, context: Context
    ) -> wire.VerifyOfflineResponse:
        """Check every file."""
        report = await self._workers.run(self._catalogue.verify_offline, deadline_at=current().deadline_at)
        return report_to_wire(report)

    async def _ask(self, question: Callable[[], T]) -> T:
        return await self._workers.run(lambda _: question(), deadline_at=current().deadline_at)


def _tag(value: str, field: str) -> str:
    if not value:
        raise InvalidInput("The locale is missing.", field=field, remedy="Send a BCP-47 tag such as pt-BR.")
    return line(value, field, MAX_TAG)

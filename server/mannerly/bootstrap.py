"""The one composition root: builds every part from the settings; nothing else constructs a service."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from google.protobuf.json_format import MessageToJson

from mannerly import __version__
from mannerly.adapt.address import AddressCustomer
from mannerly.adapt.agreement import AgreeParticles
from mannerly.adapt.direction import IsolateDirection
from mannerly.adapt.localise_formats import LocaliseFormats
from mannerly.adapt.punctuation import Punctuate
from mannerly.adapt.register.engines import Engines
from mannerly.adapt.register.foreign import foreign_to
from mannerly.adapt.register.registers import Registers
from mannerly.adapt.register.step import SetRegister
from mannerly.adapt.rewriting import RewriteStyle
from mannerly.api.convert.outcomes import outcome_to_wire
from mannerly.api.serve import serve
from mannerly.catalogue import Catalogue
from mannerly.cli.services import Services
from mannerly.language.library import LanguageLibrary
from mannerly.language.recognition import Recogniser
from mannerly.language.tags import parse_tag
from mannerly.model.context import Context, Deadline
from mannerly.model.draft import Draft, Segment
from mannerly.model.outcome import Outcome, PackStamp
from mannerly.model.request import ReplyRequest
from mannerly.observe.libraries import libraries_revision
from mannerly.observe.logs import configure_logging
from mannerly.observe.metrics import Metrics
from mannerly.pack_management import PackManagement
from mannerly.profiles.library import ProfileLibrary
from mannerly.protect.mask import Protect
from mannerly.protect.restore import Restore
from mannerly.read.detect import DetectLanguage
from mannerly.read.detector import LangidDetector
from mannerly.read.people import MeetCustomer
from mannerly.read.split import Split
from mannerly.register_desk import RegisterDesk
from mannerly.reply_flow import ReplyFlow, Step, Steps, Surroundings
from mannerly.settings import Settings, load_settings
from mannerly.surroundings import ContextResolver, Stamper
from mannerly.translate.batcher import BatcherLimits
from mannerly.translate.decoding import Decoding
from mannerly.translate.pack_settings import PackSettings
from mannerly.translate.pack_translator import PackTranslator
from mannerly.translate.packs import PackStore
from mannerly.translate.phrases import PhraseTranslator
from mannerly.translate.step import Translate
from mannerly.verify.reading import Reading
from mannerly.verify.verify import Verify

# No word of any language, and yet something to detect, protect and look up.
_WARM_UP_TEXT = "x 0"
_ENGLISH = "en"


@dataclass(frozen=True)
class Mannerly:
    """Every part, built once and when first needed.

    Args:
        settings: what the operator chose.
    """

    settings: Settings

    @cached_property
    def library(self) -> LanguageLibrary:
        """Language data."""
        return LanguageLibrary(self.settings.locales_dir)

    @cached_property
    def profiles(self) -> ProfileLibrary:
        """Style profiles."""
        return ProfileLibrary(self.settings.style_profiles_dir)

    @cached_property
    def store(self) -> PackStore:
        """Translation packs on disk."""
        return PackStore(self.settings.packs_folder)

    @cached_property
    def translator(self) -> PackTranslator:
        """Translation packs in memory."""
        chosen = self.settings
        return PackTranslator(
            self.store,
            PackSettings(
                decoding=Decoding(beam_size=chosen.beam_size),
                limits=BatcherLimits(pending=chosen.max_queue, window_s=chosen.batch_wait_ms / 1000),
                cache_size=chosen.cache_size,
                inter_threads=chosen.inter_threads,
                intra_threads=chosen.intra_threads,
            ),
        )

    @cached_property
    def metrics(self) -> Metrics:
        """Counters and timers."""
        return Metrics()

    @cached_property
    def detector(self) -> LangidDetector:
        """Language detector over the languages with data."""
        return LangidDetector(parse_tag(name).language for name in self.library.languages)

    @cached_property
    def replies(self) -> ReplyFlow:
        """The reply flow."""
        surroundings = Surroundings(
            context_of=ContextResolver(library=self.library, profiles=self.profiles), finish=self._finish
        )
        return ReplyFlow(self._steps(), surroundings)

    @cached_property
    def registers(self) -> Registers:
        """Register engines."""
        english = self.library.get(parse_tag(_ENGLISH)).register
        engines = Engines(lambda locale: self.library.get(parse_tag(locale)).register)
        return Registers(engines, foreign_to(english))

    @cached_property
    def set_register(self) -> SetRegister:
        """The step that brings sentences to a level of address."""
        return SetRegister(self.registers, lambda tag: self.library.get(parse_tag(tag)).register)

    @cached_property
    def catalogue(self) -> Catalogue:
        """What is installed."""
        return Catalogue(
            library=self.library,
            profiles=self.profiles,
            store=self.store,
            translator=self.translator,
            missing_register=self.registers.missing,
        )

    @cached_property
    def packs(self) -> PackManagement:
        """Pack management for operators."""
        return PackManagement(self.store)

    def warm_up(self) -> None:
        """Load what the first call would wait for."""
        self.library.load_all()
        self.detector(_WARM_UP_TEXT)
        self.translator.warm_up()
        # The first reply would build the index of phrases and the patterns of dates and amounts.
        request = ReplyRequest(text=_WARM_UP_TEXT, source=_ENGLISH, target=self.library.languages[0])
        self.replies.localise(request, Deadline())

    def serve(self, started: Callable[[str], None]) -> None:
        """Serve until SIGTERM or SIGINT."""
        chosen = self.settings
        configure_logging(chosen.log_format, chosen.log_level)

        def announce(port: int) -> None:
            started(f"{chosen.listen.rpartition(':')[0]}:{port}" if port else chosen.listen)

        try:
            asyncio.run(
                serve(
                    chosen,
                    replies=self.replies,
                    catalogue=self.catalogue,
                    warm_up=self.warm_up,
                    metrics=self.metrics,
                    started=announce,
                )
            )
        finally:
            self.translator.close()

    def _steps(self) -> Steps:
        recogniser = Recogniser(self.library)
        timed = self._timed
        return Steps(
            detect_language=timed("detect_language", DetectLanguage(detector=self.detector)),
            protect=timed("protect", Protect()),
            split=timed(
                "split",
                Split(salutation_prefix=recogniser.salutation_prefix, is_closing=recogniser.is_closing),
            ),
            meet_customer=timed("meet_customer", MeetCustomer(self.library)),
            translate=timed(
                "translate", Translate(self.library, PhraseTranslator(), self.translator, self._is_at_level)
            ),
            address_customer=timed("address_customer", AddressCustomer(self.library)),
            set_register=timed("set_register", self.set_register),
            rewrite_style=timed("rewrite_style", RewriteStyle({})),
            localise_formats=timed("localise_formats", LocaliseFormats(self.library)),
            agree_particles=timed("agree_particles", AgreeParticles(self.library)),
            punctuate=timed("punctuate", Punctuate(self.library)),
            isolate_direction=timed("isolate_direction", IsolateDirection()),
            restore=timed("restore", Restore()),
            verify=timed(
                "verify",
                Verify(
                    is_negated=self._is_negated,
                    forbidden_terms=lambda context: context.forbidden_terms,
                    other_levels=self._other_levels,
                ),
            ),
        )

    def _timed(self, name: str, step: Step) -> Step:
        def run(draft: Draft, context: Context) -> Draft:
            begun = time.perf_counter()
            try:
                return step(draft, context)
            finally:
                self.metrics.observe_step(name, time.perf_counter() - begun)

        return run

    def _finish(self, draft: Draft, context: Context) -> Outcome:
        stamper = Stamper(
            library=self.library,
            stamps=self._stamps,
            version=__version__,
            beam=self.settings.beam_size,
            libraries=libraries_revision(),
            level_of=lambda context: self.registers.wanted(context)[0],
        )
        return stamper(draft, context)

    def _stamps(self, labels: tuple[str, ...]) -> tuple[PackStamp, ...]:
        packs = self.translator.used(labels)
        return tuple(PackStamp(name=pack.name, version=pack.version, sha256=pack.sha256) for pack in packs)

    def _is_at_level(self, text: str, context: Context) -> bool:
        return not self._places_at_other_levels(text, context)

    def _other_levels(self, segment: Segment, text: str, reading: Reading) -> tuple[tuple[int, int], ...]:
        if self.set_register.is_addressed(segment, reading.draft.source_language) is False:
            return ()
        return self._places_at_other_levels(text, reading.context)

    def _places_at_other_levels(self, text: str, context: Context) -> tuple[tuple[int, int], ...]:
        _level, accepts = self.registers.wanted(context)
        evidence = self.registers.read(text, context.locale).evidence
        return tuple((found.start, found.end) for found in evidence if not found.fits(accepts))

    def _is_negated(self, text: str, language: str) -> bool | None:
        tag = parse_tag(language)
        return self.library.get(tag).meaning.is_negated(text) if self.library.supports(tag) else None


def command_line() -> Services:
    """Return the services of the command line, over the settings of environment and file."""
    built: dict[str, Mannerly] = {}

    def mannerly() -> Mannerly:
        return built.setdefault("one", Mannerly(load_settings())) if not built else built["one"]

    def run_server(overrides: dict[str, Any], started: Callable[[str], None]) -> None:
        Mannerly(load_settings(**overrides)).serve(started)

    def locales_dir() -> Path:
        return mannerly().settings.locales_dir

    return Services(
        replies=lambda: mannerly().replies,
        catalogue=lambda: mannerly().catalogue,
        packs=lambda: mannerly().packs,
        library=lambda: mannerly().library,
        register=lambda: RegisterDesk(mannerly().registers),
        locales_dir=locales_dir,
        serve=run_server,
        to_json=lambda outcome: MessageToJson(outcome_to_wire(outcome), ensure_ascii=False),
    )

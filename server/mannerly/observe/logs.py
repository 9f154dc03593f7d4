"""Sets up structlog: JSON for machines, colours on a terminal, always stderr; must not choose what is logged."""

from __future__ import annotations

import logging
import sys
from typing import TextIO

import structlog


def configure_logging(log_format: str = "auto", level: str = "info", stream: TextIO | None = None) -> None:
    """Set up logging for the process; the last call wins.

    Args:
        log_format: "json", "pretty" or "auto" (pretty when the stream is a terminal).
        level: least severe level to write: debug, info, warning or error.
        stream: where lines go; stderr when None.
    """
    out = stream or sys.stderr
    pretty = log_format == "pretty" or (log_format == "auto" and out.isatty())
    renderer = structlog.dev.ConsoleRenderer(colors=out.isatty()) if pretty else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.PrintLoggerFactory(file=out),
        cache_logger_on_first_use=False,
    )


def where(error: BaseException) -> list[str]:
    """Return the frames of an exception as "module:line", innermost last, without its message.

    The message is left out because code far below may have put a customer's words into it.
    """
    frames = []
    trace = error.__traceback__
    while trace is not None:
        frames.append(f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}")
        trace = trace.tb_next
    return frames[-20:]

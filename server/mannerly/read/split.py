"""The split step: cuts the masked text into segments without losing a character; knows no word of any language."""

from __future__ import annotations

import heapq
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from mannerly.model.context import Context
from mannerly.model.draft import Draft, Role, Segment
from mannerly.model.spans import FIRST_MARKER, Span, SpanKind, is_marker, unwrapped
from mannerly.read.sentences import split_sentences

_LINE = re.compile(r"[^\r\n\u2028\u2029]+[\r\n\u2028\u2029]*|[\r\n\u2028\u2029]+")
_SENTENCE_ENDS = (".", "!", "?", "\u3002", "\uff01", "\uff1f", "\u061f", "\u0964")
# A colon, one span, and a capital: "Track it here: https://... The link is valid for ..."
_AFTER_COLON = re.compile(r":\s*(?P<link>[^\w\s])\s+(?=[^\W\d_a-z])")
_LINKS = frozenset({SpanKind.URL, SpanKind.EMAIL})
_EMOJI = frozenset({SpanKind.EMOJI})
# An emoji between a sentence and a capital ends the sentence as a full stop would.
_AFTER_EMOJI = re.compile(r"(?<=\S)\s*(?P<link>[^\w\s])\s+(?=[^\W\d_a-z])")
_REPEATED = ("!", "?", "\uff01")
_LATE_LINES = 6
_SIGNATURE_LINES = 3
_SIGNATURE_LENGTH = 60


@dataclass(frozen=True, kw_only=True)
class Split:
    """Set `lead` and `segments` from `masked`.

    Args:
        splitter: cuts one line into consecutive pieces, (line, language) -> pieces.
        salutation_prefix: length of the salutation a line begins with, 0 for none.
        is_closing: tells whether a line is a closing formula.
    """

    splitter: Callable[[str, str], list[str]] = split_sentences
    salutation_prefix: Callable[[str, str], int]
    is_closing: Callable[[str, str], bool]

    def __call__(self, draft: Draft, _context: Context) -> Draft:
        """Return the draft with its segments; joining lead, sources and glue gives `masked` again."""
        lines = self._lines(draft)
        roles = self._roles(lines, draft)
        pieces = [piece for line, role in zip(lines, roles, strict=True) for piece in _line_pieces(line, role)]
        lead, segments = _segments(pieces)
        if segments and self._greets(lines, draft):
            segments = (replace(segments[0], role=Role.SALUTATION), *segments[1:])
        return replace(draft, lead=lead, segments=segments)

    def _lines(self, draft: Draft) -> list[list[str]]:
        """Return the sentences of each line; the salutation is a piece of its own."""
        lines, first = list[list[str]](), True
        for match in _LINE.finditer(draft.masked):
            line = match[0]
            if line.isspace():
                lines.append([line])
                continue
            cut = self._salutation_end(line, draft) if first else 0
            first = False
            body = line[cut:]
            sentences = self._sentences(body, draft) if body.strip() else [body]
            lines.append([part for part in (line[:cut], *sentences) if part])
        return lines

    def _salutation_end(self, line: str, draft: Draft) -> int:
        """Return where the salutation ends that a line begins with, markup around it included; 0 for none."""
        before, core, _ = unwrapped(line, draft.spans)
        length = min(self.salutation_prefix(core, draft.source_language), len(core))
        if length <= 0:
            return 0
        end = len(before) + length
        while line[end : end + 1] in _REPEATED and line[end - 1] in _REPEATED:
            end += 1  # "Anna!!!"
        markup, _, _ = unwrapped(line[end:], draft.spans)
        return end + len(markup.rstrip())

    def _sentences(self, body: str, draft: Draft) -> list[str]:
        text = body.strip()
        start = body.index(text)
        pieces = self.splitter(text, draft.source_language.split("-")[0])
        if "".join(pieces) != text:
            pieces = [text]
        pieces = [part for piece in pieces for part in _cut_after_spans(piece, draft.spans)]
        pieces = _emoji_back(pieces, draft.spans)
        return (
            [body[:start] + pieces[0], *pieces[1:-1], pieces[-1] + body[start + len(text) :]] if pieces[1:] else [body]
        )

    def _greets(self, lines: list[list[str]], draft: Draft) -> bool:
        first = next((line for line in lines if "".join(line).strip()), None)
        return first is not None and self._salutation_end("".join(first), draft) > 0

    def _roles(self, lines: list[list[str]], draft: Draft) -> list[Role]:
        """Return the role of each line; CLOSING means its last sentence, or all of it when the whole line matches."""
        roles = [Role.BODY] * len(lines)
        filled = [index for index, line in enumerate(lines) if "".join(line).strip()]
        for position, index in enumerate(filled):
            if position < len(filled) - _LATE_LINES or (position == 0 and len(lines[index]) == 1):
                continue
            following = filled[position + 1 :]
            if self._closes(lines, index, draft) and all(_is_short(lines[later]) for later in following[:1]):
                roles[index] = Role.CLOSING
                for later in following[:_SIGNATURE_LINES]:
                    if not _is_short(lines[later]):
                        break
                    roles[later] = Role.SIGNATURE
                break
        return roles

    def _closes(self, lines: list[list[str]], index: int, draft: Draft) -> bool:
        line = lines[index]
        _, whole, _ = unwrapped("".join(line), draft.spans)
        if self.is_closing(whole, draft.source_language):
            lines[index] = ["".join(line)]
            return True
        return len(line) > 1 and self.is_closing(unwrapped(line[-1], draft.spans)[1], draft.source_language)


def _line_pieces(line: list[str], role: Role) -> list[tuple[str, Role]]:
    """Return a line's pieces with their roles: a closing is the last piece, a signature is the whole line."""
    if role is Role.CLOSING:
        return [*((piece, Role.BODY) for piece in line[:-1]), (line[-1], role)]
    if role is Role.SIGNATURE:
        return [("".join(line), role)]
    return [(piece, role) for piece in line]


def _is_short(line: list[str]) -> bool:
    text = "".join(line).strip()
    return len(text) <= _SIGNATURE_LENGTH and not text.endswith(_SENTENCE_ENDS)


def _segments(pieces: list[tuple[str, Role]]) -> tuple[str, tuple[Segment, ...]]:
    """Return the leading white space and one segment per piece that has text; white space becomes glue."""
    lead, segments = "", list[Segment]()
    for piece, role in pieces:
        text = piece.strip()
        start = piece.index(text) if text else len(piece)
        before, after = piece[:start], piece[start + len(text) :]
        if segments:
            segments[-1] = replace(segments[-1], glue=segments[-1].glue + before)
        else:
            lead += before
        if text:
            segments.append(Segment(source=text, text=text, glue=after, role=role))
    return lead, tuple(segments)


def _cut_after_spans(piece: str, spans: tuple[Span, ...]) -> list[str]:
    """Cut where a link after a colon, or an emoji, ends a sentence that has no full stop of its own."""
    parts, start = list[str](), 0
    for match in heapq.merge(_AFTER_COLON.finditer(piece), _AFTER_EMOJI.finditer(piece), key=re.Match.end):
        index = ord(match["link"]) - FIRST_MARKER
        kinds = _LINKS if match.re is _AFTER_COLON else _EMOJI
        if is_marker(match["link"]) and 0 <= index < len(spans) and spans[index].kind in kinds:
            parts.append(piece[start : match.end()])
            start = match.end()
    return [part for part in (*parts, piece[start:]) if part]


def _emoji_back(pieces: list[str], spans: tuple[Span, ...]) -> list[str]:
    """Give emoji that open a sentence back to the sentence before, which they comment."""
    joined = list[str]()
    for piece in pieces:
        if joined:
            length = _emoji_length(piece, spans)
            joined[-1] += piece[:length]
            piece = piece[length:]
        if piece:
            joined.append(piece)
    return joined


def _emoji_length(piece: str, spans: tuple[Span, ...]) -> int:
    length = 0
    while length < len(piece) and is_marker(piece[length]) and _is_emoji(piece[length], spans):
        length += 1
        length += len(piece[length:]) - len(piece[length:].lstrip())
    return length


def _is_emoji(marker: str, spans: tuple[Span, ...]) -> bool:
    index = ord(marker) - FIRST_MARKER
    return index < len(spans) and spans[index].kind is SpanKind.EMOJI

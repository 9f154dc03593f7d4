"""The one family of errors; knows nothing of gRPC (mannerly.api.errors maps them to codes).

No error carries message text: a docstring is the default message, `field` names the offending
input and `remedy` says what to do.
"""

from __future__ import annotations


class MannerlyError(Exception):
    """The request could not be served."""

    reason = "INTERNAL"

    def __init__(self, message: str = "", *, field: str = "", remedy: str = "") -> None:
        """Describe one failure.

        Args:
            message: one sentence for a person, without customer text; default is the docstring.
            field: dotted path of the offending request field or setting, "" when none.
            remedy: one sentence that says what to do, "" when nothing can be done.
        """
        self.message = message or (type(self).__doc__ or "").strip().splitlines()[0]
        self.field = field
        self.remedy = remedy
        super().__init__(" ".join(part for part in (self.message, remedy) if part))


class InvalidInput(MannerlyError):
    """A field of the request is not valid."""

    reason = "INVALID_INPUT"


class UnknownLocale(InvalidInput):
    """The locale is well-formed but not one that Mannerly has language data for."""

    reason = "UNKNOWN_LOCALE"


class NotFound(MannerlyError):
    """The resource does not exist."""

    reason = "NOT_FOUND"


class LanguageDataError(MannerlyError):
    """A language data file or style profile is broken."""

    reason = "LANGUAGE_DATA_BROKEN"


class PackError(MannerlyError):
    """A translation pack is damaged or unsafe."""

    reason = "PACK_BROKEN"


class PackMissing(MannerlyError):
    """No translation pack is installed for the language pair."""

    reason = "PACK_MISSING"


class MissingCapability(MannerlyError):
    """Nothing installed can do what was asked."""

    reason = "MISSING_CAPABILITY"


class NoOpenTime(MannerlyError):
    """The business hours leave no open time within 400 days."""

    reason = "NO_OPEN_TIME"


class QueueFull(MannerlyError):
    """The translation queue is full."""

    reason = "QUEUE_FULL"

    def __init__(self, message: str = "", *, retry_after_s: float = 1.0) -> None:
        """Describe overload.

        Args:
            message: as in MannerlyError.
            retry_after_s: seconds after which a retry is sensible, > 0.
        """
        super().__init__(message, remedy="Retry after the delay given.")
        self.retry_after_s = retry_after_s


class DeadlineTooShort(MannerlyError):
    """The deadline passed, or would pass before the work could be done."""

    reason = "DEADLINE_TOO_SHORT"


class ServiceClosing(MannerlyError):
    """The service is closing."""

    reason = "SERVICE_CLOSING"


class Cancelled(MannerlyError):
    """The caller cancelled the request."""

    reason = "CANCELLED"


class SettingsError(MannerlyError):
    """The settings are not valid."""

    reason = "SETTINGS_INVALID"

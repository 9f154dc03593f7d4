"""A thin typed client: model values in, wire messages out, errors that say what to do."""

from mannerly.client.asynchronous import AsyncClient
from mannerly.client.channel import Connection
from mannerly.client.errors import CallFailed
from mannerly.client.synchronous import Client

__all__ = ["AsyncClient", "CallFailed", "Client", "Connection"]

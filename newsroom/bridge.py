"""The ASGI application: connections on the event loop, Django in a pool of threads.

Django's own ASGI handler with ordinary middleware served 700 requests a second,
thread workers 11,300 but none at all beside a hundred half-open connections
(design.md §4). So: read everything here, think in a thread, send from here.
No view runs on the loop, and no thread ever waits for a client.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from newsroom.request_body import BodyLimits, Receive, SenderGone, TooLarge, TooSlow, discard, read_body
from newsroom.wsgi_call import SENT_AT_ONCE_BYTES, Answer, WsgiHandler, call, environ_from

Scope = dict[str, Any]
Send = Callable[[dict[str, Any]], Awaitable[None]]

logger = logging.getLogger(__name__)


def refusal(status: int, sentence: str) -> Answer:
    body = sentence.encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode()), (b"connection", b"close")]
    return Answer(status, headers, body)


TOO_LARGE = refusal(413, "This is larger than the newsroom takes in one go. Send a smaller file or a shorter text.\n")
TOO_SLOW = refusal(408, "The request did not arrive in time. Please send it again.\n")
TOO_BUSY = refusal(503, "The newsroom has more requests than it can answer. Please try again in a minute.\n")
BROKEN = refusal(500, "Something went wrong on our side. Please try again; if it happens again, tell the newsroom.\n")


class Bridge:
    """`ready(scope)`, if given, may answer on the loop what needs no Django, such as an unchanged page; None passes the request on."""

    def __init__(
        self,
        handler: WsgiHandler,
        *,
        threads: int = 8,
        limits: BodyLimits | None = None,
        waiting_most: int = 500,
        ready: Callable[[Scope], Answer | None] | None = None,
    ) -> None:
        self.handler = handler
        self.pool = ThreadPoolExecutor(threads, thread_name_prefix="request")
        self.limits = limits or BodyLimits()
        self.waiting_most = waiting_most
        self.waiting = 0
        self.ready = ready

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1000})

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.shutdown":
                self.pool.shutdown(wait=False, cancel_futures=True)
            await send({"type": message["type"] + ".complete"})
            if message["type"] == "lifespan.shutdown":
                return

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self.ready(scope) if self.ready else None
        if answer is None:
            try:
                body = await read_body(receive, declared_bytes(scope), self.limits)
            except SenderGone:
                return
            except (TooLarge, TooSlow) as refused:
                await self._send(scope, TOO_LARGE if isinstance(refused, TooLarge) else TOO_SLOW, send)
                await discard(receive)
                return
            answer = await self._think(environ_from(scope, body))
        await self._send(scope, answer, send)

    async def _think(self, environ: dict[str, Any]) -> Answer:
        """Run Django in a thread. If nobody waits for the answer any more, it is closed all the same."""
        if self.waiting >= self.waiting_most:
            environ["wsgi.input"].close()
            return TOO_BUSY
        self.waiting += 1
        job = self.pool.submit(call, self.handler, environ)
        try:
            return await asyncio.wrap_future(job)
        except asyncio.CancelledError:
            job.add_done_callback(close_unsent)
            raise
        except Exception:
            # Django answers a view's own errors; what comes here is an error in a stream or in the handler itself.
            logger.exception("request failed outside Django")
            return BROKEN
        finally:
            self.waiting -= 1

    async def _send(self, scope: Scope, answer: Answer, send: Send) -> None:
        has_body = answer.may_have_body and scope["method"] != "HEAD"
        try:
            await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
            await send(
                {"type": "http.response.body", "body": answer.body if has_body else b"", "more_body": has_body and answer.rest is not None}
            )
            if has_body and answer.rest is not None:
                await self._send_rest(answer.rest.read, send)
        finally:
            if answer.rest is not None:
                # In the pool, since closing the response tells Django, which may touch a thread's database connection.
                self.pool.submit(answer.close)

    async def _send_rest(self, read: Callable[[int], bytes], send: Send) -> None:
        loop, more = asyncio.get_running_loop(), True
        while more:
            block = await loop.run_in_executor(self.pool, read, SENT_AT_ONCE_BYTES)
            more = len(block) == SENT_AT_ONCE_BYTES
            await send({"type": "http.response.body", "body": block, "more_body": more})


def declared_bytes(scope: Scope) -> int:
    return next((int(value) for name, value in scope["headers"] if name == b"content-length"), 0)


def close_unsent(job: "Future[Answer]") -> None:
    if not job.cancelled() and job.exception() is None:
        job.result().close()

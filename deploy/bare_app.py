"""The least that an application can do: say 304 with some headers. What `make bench` compares with."""

import ast
import os

HEADERS = [(name.lower().encode(), value.encode()) for name, value in ast.literal_eval(os.environ["BARE_HEADERS"]).items()]


async def application(scope, receive, send):
    if scope["type"] == "lifespan":
        while True:
            message = await receive()
            await send({"type": message["type"] + ".complete"})
            if message["type"] == "lifespan.shutdown":
                return
    await send({"type": "http.response.start", "status": 304, "headers": HEADERS})
    await send({"type": "http.response.body", "body": b""})

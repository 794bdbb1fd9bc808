"""The entry under the real server: gunicorn's asgi worker on a loopback port, spoken to by raw sockets where it matters."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from newsroom.tests.server import ROOT, free_port

MB = 1024 * 1024
APP = "newsroom.tests.small_site:application"


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A small site behind the real bridge and the real worker: 2 threads, bodies of 1 MB at most, two seconds of patience."""
    port = free_port()
    folder = tmp_path_factory.mktemp("asgi")
    environment = os.environ | {"SMALL_SITE": str(folder)}
    command = [sys.executable, "-m", "gunicorn", APP, "-k", "asgi", "-w", "1", "-b", f"127.0.0.1:{port}", "--no-control-socket"]
    command += ["--asgi-lifespan", "on", "--graceful-timeout", "1", "--keep-alive", "2"]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    wait_for(port)
    yield port
    server.send_signal(signal.SIGTERM)
    assert server.wait(10) == 0


def wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the server did not open")


def connect(port: int) -> http.client.HTTPConnection:
    return http.client.HTTPConnection("127.0.0.1", port, timeout=10)


def ask(port: int, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> tuple[int, bytes]:
    with closing(connect(port)) as connection:
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read()


def raw(port: int, sent: bytes, seconds: float = 5) -> bytes:
    """Send bytes as they are and return all that comes until the server closes or `seconds` pass in silence."""
    with socket.create_connection(("127.0.0.1", port), timeout=seconds) as connection:
        connection.sendall(sent)
        received = b""
        try:
            while piece := connection.recv(65536):
                received += piece
        except TimeoutError:
            pass
        return received


class TestOrdinaryRequests:
    def test_path_query_headers_and_address_arrive_as_they_were_sent(self, port):
        headers = {"X-Word": "hello", "Cookie": "a=1"}

        status, body = ask(port, "GET", "/echo/caf%C3%A9?q=%26", headers=headers)

        assert (status, body.decode().splitlines()) == (200, ["GET", "/echo/café", "q=%26", "hello", "a=1", "127.0.0.1", "0"])

    def test_a_posted_body_arrives_whole(self, port):
        sent = os.urandom(MB)

        assert ask(port, "POST", "/body", sent) == (200, sent)

    def test_one_connection_serves_one_request_after_another(self, port):
        with closing(connect(port)) as connection:
            answers = []
            for number in range(20):
                connection.request("GET", f"/number/{number}")
                answers.append(connection.getresponse().read())

        assert answers == [str(number).encode() for number in range(20)]

    def test_pipelined_requests_are_answered_in_their_order(self, port):
        sent = b"".join(f"GET /number/{n} HTTP/1.1\r\nHost: a\r\n\r\n".encode() for n in range(5))
        sent += b"GET /number/last HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"

        answers = raw(port, sent)

        bodies = [part.partition(b"\r\n\r\n")[2] for part in answers.split(b"HTTP/1.1 200 OK")[1:]]
        assert bodies == [b"0", b"1", b"2", b"3", b"4", b"last"]

    def test_a_chunked_body_arrives_whole_and_has_a_length(self, port):
        with closing(connect(port)) as connection:
            connection.request("POST", "/echo/", iter([b"one ", b"two ", b"three"]), {"Transfer-Encoding": "chunked"}, encode_chunked=True)
            lines = connection.getresponse().read().decode().splitlines()

        assert lines[-1] == "13"

    def test_many_small_pieces_go_out_as_one_answer_with_a_length(self, port):
        with closing(connect(port)) as connection:
            connection.request("GET", "/pieces")
            answer = connection.getresponse()

            assert answer.getheader("Content-Length") == "5000"
            assert answer.getheader("Transfer-Encoding") is None
            assert answer.read() == b"piece" * 1000

    @pytest.mark.parametrize("path", ["/stream", "/file"])
    def test_a_long_stream_or_file_arrives_whole_and_is_closed(self, port, path):
        status, body = ask(port, "GET", path)

        assert (status, len(body), set(body)) == (200, 3 * MB, {ord("x")})
        assert closed(port, path)

    def test_head_has_the_headers_of_get_and_no_body(self, port):
        answer = raw(port, b"HEAD /pieces HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")

        head, _, body = answer.partition(b"\r\n\r\n")
        assert b"content-length: 5000" in head.lower()
        assert body == b""

    def test_head_of_a_file_closes_the_file(self, port):
        before = count_closed(port, "/file")

        assert ask(port, "HEAD", "/file") == (200, b"")
        assert eventually(lambda: count_closed(port, "/file") == before + 1)

    @pytest.mark.parametrize("status", [204, 304])
    def test_answers_that_have_no_body_get_none(self, port, status):
        sent = f"GET /status/{status} HTTP/1.1\r\nHost: a\r\n\r\nGET /number/7 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"

        first, second = raw(port, sent.encode()).split(b"HTTP/1.1 ")[1:]

        assert first.partition(b"\r\n\r\n")[2] == b""
        assert second.endswith(b"\r\n\r\n7")

    def test_an_error_in_a_view_is_a_500_and_the_next_request_is_served(self, port):
        assert ask(port, "GET", "/error")[0] == 500
        assert ask(port, "GET", "/number/1") == (200, b"1")

    def test_an_error_outside_the_view_is_a_500_too(self, port):
        status, body = ask(port, "GET", "/broken-stream")

        assert (status, body.startswith(b"Something went wrong on our side.")) == (500, True)

    def test_what_is_ready_is_answered_without_a_thread(self, port):
        with ExitStack() as stack:
            both_threads = [stack.enter_context(closing(connect(port))) for _ in range(2)]
            for connection in both_threads:
                connection.request("GET", "/sleep/3")
            time.sleep(0.2)
            began = time.monotonic()

            assert ask(port, "GET", "/ready") == (200, b"ready")
            assert time.monotonic() - began < 2
            assert [connection.getresponse().read() for connection in both_threads] == [b"awake", b"awake"]

    def test_more_requests_than_can_wait_are_told_so(self, port):
        with ExitStack() as stack:
            waiting = [stack.enter_context(closing(connect(port))) for _ in range(6)]  # the small site lets 4 wait
            for connection in waiting:
                connection.request("GET", "/sleep/1")

            assert sorted(connection.getresponse().status for connection in waiting) == [200, 200, 200, 200, 503, 503]


class TestBadSenders:
    def test_a_body_that_says_it_is_too_large_is_refused_before_it_is_sent(self, port):
        answer = raw(port, b"POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\nExpect: 100-continue\r\n\r\n")

        assert answer.startswith(b"HTTP/1.1 413 ")
        assert b"100 Continue" not in answer

    def test_a_large_body_sent_all_the_same_reads_the_refusal(self, port):
        status, body = ask(port, "POST", "/body", b"x" * 8 * MB)

        assert (status, body.startswith(b"This is larger than the newsroom takes in one go.")) == (413, True)

    def test_a_chunked_body_that_grows_too_large_is_refused(self, port):
        with closing(connect(port)) as connection:
            connection.request("POST", "/body", iter([b"x" * 65536] * 24), {"Transfer-Encoding": "chunked"}, encode_chunked=True)

            assert connection.getresponse().status == 413

    def test_a_body_that_stops_halfway_times_out(self, port):
        answer = raw(port, b"POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf")

        assert answer.startswith(b"HTTP/1.1 408 ")

    def test_a_sender_who_leaves_halfway_reaches_no_view(self, port):
        before = ask(port, "GET", "/count/body")

        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.sendall(b"POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf")
        time.sleep(0.3)

        assert ask(port, "GET", "/count/body") == before

    def test_a_reader_who_leaves_during_the_answer_costs_no_thread(self, port):
        before = count_closed(port, "/file")
        for _ in range(4):
            with socket.create_connection(("127.0.0.1", port)) as connection:
                connection.sendall(b"GET /file HTTP/1.1\r\nHost: a\r\n\r\n")
                connection.recv(1000)

        assert ask(port, "GET", "/number/3") == (200, b"3")
        assert eventually(lambda: count_closed(port, "/file") == before + 4)

    def test_a_length_and_chunks_together_are_refused(self, port):
        both = b"POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"

        answer = raw(port, both + b"0\r\n\r\nGET /number/9 HTTP/1.1\r\nHost: a\r\n\r\n")

        assert answer.startswith(b"HTTP/1.1 400 ")
        assert b" 200 " not in answer

    @pytest.mark.parametrize("begun", [b"", b"GET /number/1 HTT", b"POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf"])
    def test_a_hundred_half_open_connections_delay_nobody(self, port, begun):
        with ExitStack() as stack:
            for _ in range(100):
                idle = stack.enter_context(socket.create_connection(("127.0.0.1", port)))
                idle.sendall(begun)
            began = time.monotonic()

            answers = [ask(port, "GET", f"/number/{number}") for number in range(4)]

        assert answers == [(200, b"0"), (200, b"1"), (200, b"2"), (200, b"3")]
        assert time.monotonic() - began < 3

    def test_an_idle_kept_alive_connection_is_closed(self, port):
        began = time.monotonic()

        answer = raw(port, b"GET /number/5 HTTP/1.1\r\nHost: a\r\n\r\n", seconds=6)

        assert answer.endswith(b"5")
        assert time.monotonic() - began < 5  # keep-alive is 2 s; the server closed, not our patience


def count_closed(port: int, path: str) -> int:
    return int(ask(port, "GET", "/count" + path)[1])


def closed(port: int, path: str) -> bool:
    return eventually(lambda: count_closed(port, path) > 0)


def eventually(is_so, seconds: float = 5) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if is_so():
            return True
        time.sleep(0.05)
    return is_so()


def test_the_newsroom_itself_is_served_by_it(server):
    assert ask(server.port, "GET", "/accounts/login/")[0] == 200
    assert Path(server.data, "newsroom.sqlite3").exists()

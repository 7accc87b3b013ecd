"""Many who look at the desk at once: pages asked for over loopback, timed."""

from __future__ import annotations

import os
import random
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from typing import NamedTuple
from urllib.parse import quote

from sayso.stores import open_store

_PATIENCE = 300  # seconds, for the first page and for the slowest
_STORIES = 40
_ARTICLES = 200
_WORDS = re.compile(r"[^\W\d_]{4,}")


class Visits(NamedTuple):
    """What visitors met: seconds by the sort of page, the first look at each apart, and errors."""

    seconds: Mapping[str, Sequence[float]]
    errors: Sequence[str]
    articles: int


def visit(address: str, clients: int, seconds: float, seed: int) -> Visits:
    """Let `clients` look at stories, articles and searches of a store for so long."""
    with open_store(address) as store:
        articles = store.counts()["articles"]
    taken: dict[str, list[float]] = defaultdict(list)
    errors: list[str] = []
    with _desk(address) as port:
        places = _places(port)
        for what, paths in places.items():
            for path in paths:
                taken[f"{what}, first look"].append(_timed(port, path, errors))
        until = time.monotonic() + seconds
        threads = [
            threading.Thread(target=_look, args=(port, places, until, seed + n, taken, errors))
            for n in range(clients)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return Visits(dict(taken), errors, articles)


def _look(
    port: int,
    places: Mapping[str, Sequence[str]],
    until: float,
    seed: int,
    taken: Mapping[str, list[float]],
    errors: list[str],
) -> None:
    chance = random.Random(seed)
    while time.monotonic() < until:
        what = chance.choice(sorted(places))
        taken[what].append(_timed(port, chance.choice(places[what]), errors))


def _timed(port: int, path: str, errors: list[str]) -> float:
    """Seconds from asking to the last byte."""
    begin = time.monotonic()
    try:
        status, _ = _ask(port, path)
        if status != 200:
            errors.append(f"{path}: {status}")
    except (OSError, HTTPException) as error:
        errors.append(f"{path}: {error!r}")
    return time.monotonic() - begin


def _ask(port: int, path: str) -> tuple[int, str]:
    """Status and page, when the story is compared: until then the desk answers 202."""
    until = time.monotonic() + _PATIENCE
    while True:
        connection = HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            page = answer.read().decode()
        finally:
            connection.close()
        if answer.status != 202 or time.monotonic() > until:
            return answer.status, page
        time.sleep(0.2)


def _places(port: int) -> dict[str, list[str]]:
    """Stories of the first pages, articles of theirs, and searches for words of their titles."""
    stories: list[str] = []
    words: list[str] = []
    for number in range(1, 1 + _STORIES // 20):
        _, page = _ask(port, f"/?page={number}")
        for place, title in re.findall(r'<h3[^>]*><a href="(/story/\w+)">([^<]*)', page):
            stories.append(place)
            words += _WORDS.findall(title)
    articles: list[str] = []
    for place in stories:
        _, page = _ask(port, place)
        articles += dict.fromkeys(re.findall(r"/article/\w+", page))
    assert stories, "no story is on the first page"
    searches = [f"/search?q={quote(word)}" for word in dict.fromkeys(words)]
    return {"story": stories, "article": articles[:_ARTICLES], "search": searches[:_ARTICLES]}


@contextmanager
def _desk(address: str) -> Iterator[int]:
    """`sayso serve` in a process of its own; its port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "sayso", "serve", "--store", address, "--port", str(port)]
    # Nobody has an account there, and nothing can be written.
    environ = {**os.environ, "XDG_DATA_HOME": "/nonexistent"}
    process = subprocess.Popen([*command, "--quiet"], env=environ)
    try:
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                _ask(port, "/static/desk.css")
            except OSError:
                assert process.poll() is None, "the desk ended"
                assert time.monotonic() < until, "the desk did not begin"
                time.sleep(0.2)
            else:
                break
        yield port
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=_PATIENCE)

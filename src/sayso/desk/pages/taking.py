"""What is dropped is read, and its page tells how far that is."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from litestar import get, post
from litestar.datastructures import UploadFile
from litestar.enums import RequestEncodingType
from litestar.exceptions import NotFoundException
from litestar.params import Body, FromPath
from litestar.response import Redirect, Response

from sayso import samples
from sayso.desk.heads import heads_of
from sayso.desk.reading import Dropped, Run
from sayso.desk.showing import Asked, Desk, OurDesk

Form = Annotated[dict[str, Any], Body(media_type=RequestEncodingType.MULTI_PART)]
_MOST_LATEST = 8
_FIELDS = ("title", "outlet", "published", "text")


@post("/read", opt={"upload": True}, sync_to_thread=False, status_code=303)
def take_files(desk: OurDesk, data: Form) -> Redirect:
    """Read files."""
    given = data.get("files", ())
    files = given if isinstance(given, list) else [given]
    dropped = [
        Dropped(_name(one.filename), one.file.read())
        for one in files
        if isinstance(one, UploadFile) and one.filename
    ]
    return _begun(desk, dropped) if dropped else Redirect("/", status_code=303)


@post("/read/text", opt={"upload": True}, sync_to_thread=False, status_code=303)
def take_text(desk: OurDesk, data: Form) -> Redirect:
    """Read one text with what was said of it, as a line of JSON Lines."""
    told = {name: str(data[name]).strip() for name in _FIELDS if str(data.get(name, "")).strip()}
    if "text" not in told:
        return Redirect("/", status_code=303)
    return _begun(desk, [Dropped("pasted.jsonl", msgspec.json.encode(told))])


@post("/read/samples", opt={"upload": True}, sync_to_thread=False, status_code=303)
def take_samples(desk: OurDesk) -> Redirect:
    """Read the sample disputes."""
    paths = [path for dispute in samples.disputes() for path in samples.paths(dispute)]
    return _begun(desk, [Dropped(path.name, path.read_bytes()) for path in paths])


@get("/reading/{run:str}", sync_to_thread=True)
def show_run(request: Asked, desk: OurDesk, run: FromPath[str]) -> Response[bytes]:
    """How far a run is, and the stories that what was read by now led to."""
    found = desk.room.run(run)
    if found is None:
        raise NotFoundException
    story_of = desk.library.shelf().story_of
    there = [key for key in tuple(found.articles) if key in story_of]
    stories = list({story_of[key].id: story_of[key] for key in there}.values())
    done = min(found.files, found.read + found.known + len(found.quarantined))
    return desk.show(
        request,
        "run.html",
        [found, *stories],
        run=found,
        stories=stories,
        latest=heads_of(desk.library.store, there[: -_MOST_LATEST - 1 : -1])
        if found.state == "reading"
        else [],
        done=done,
        told=_told(found, done),
    )


def _begun(desk: Desk, dropped: list[Dropped]) -> Redirect:
    return Redirect(f"/reading/{desk.room.take(dropped).id}", status_code=303)


def _name(given: str) -> str:
    """The last part of a file's name: where it lay is nobody's business."""
    return given.replace("\\", "/").rpartition("/")[2] or "unnamed"


def _told(run: Run, done: int) -> str:
    files = "1 file" if run.files == 1 else f"{run.files:,} files"
    parts = [f"{done:,} of {files}", f"{run.words:,} words"]
    if run.known:
        parts.append(f"{run.known:,} known already")
    if run.quarantined:
        parts.append(f"{len(run.quarantined):,} could not be read")
    return " · ".join(parts)


HANDLERS = (take_files, take_text, take_samples, show_run)

"""The picture library: take a file in, after looking at what it really is. The original is kept and never served."""

import hashlib
import io
import warnings
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from PIL import Image, UnidentifiedImageError

from articles import drafting, roles
from articles.models import MediaAsset
from articles.refusals import FormRefused, Obstacle
from articles.vocabulary import Act
from rights.models import Work

MAX_BYTES = 25_000_000
MAX_PIXELS = 60_000_000
FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif"}


@dataclass(frozen=True)
class Words:
    """What is said about a picture."""

    title: str
    alt_text: str = ""
    caption: str = ""
    credit_line: str = ""


@dataclass(frozen=True)
class Looked:
    """What a file turned out to be. Sizes in pixels."""

    extension: str
    width: int
    height: int


def look(content: bytes) -> Looked:
    """Decode the whole picture once. Raises FormRefused with a sentence for each way in which a file can be no picture for us."""
    if len(content) > MAX_BYTES:
        raise _refused("too_large", f"This file is larger than {MAX_BYTES // 1_000_000} MB.", "Save it smaller and try again.")
    try:
        with warnings.catch_warnings():
            # Only a warning in Pillow, and only at 169 megapixels: ours is an error, below and sooner.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(content), formats=list(FORMATS))
            if image.width * image.height > MAX_PIXELS:
                raise _refused("too_many_pixels", "This picture has more than 60 million pixels.", "Save it at most 9,000 pixels wide.")
            image.load()
    except Image.DecompressionBombError as error:
        raise _refused("too_many_pixels", "This picture has more than 60 million pixels.", "Save it at most 9,000 pixels wide.") from error
    except UnidentifiedImageError as error:
        raise _refused("no_picture", "This file is not a picture that we can read.", "Use JPEG, PNG, WebP or AVIF.") from error
    # Pillow raises unrelated types for damaged files: these are the ones that its decoders use.
    except (OSError, ValueError, SyntaxError) as error:
        raise _refused(
            "damaged", "This picture is damaged or was cut off.", "Save it again from its original and try once more."
        ) from error
    return Looked(FORMATS[str(image.format)], image.width, image.height)


def keep(content: bytes, words: Words, work: Work, *, by: Any, at: datetime) -> MediaAsset:
    """Keep a picture with its work. The caller settles the work's rights: until then it leaves by no exit."""
    roles.check(by, Act.UPLOAD_PICTURE)
    looked = look(content)
    digest = hashlib.sha256(content).hexdigest()
    with transaction.atomic():
        work.save()
        asset = MediaAsset(
            **vars(words), work=work, width=looked.width, height=looked.height, sha256=digest, uploaded_by=by, uploaded_at=at
        )
        # Our own name for it: what a sender calls a file may hold a path, another's name or worse.
        asset.file.save(f"{drafting.slug_for(words.title)[:40]}-{digest[:12]}.{looked.extension}", ContentFile(content), save=False)
        asset.save()
    return asset


def _refused(code: str, message: str, remedy: str) -> FormRefused:
    return FormRefused(Obstacle(code, "file", message, remedy, "pictures"))

"""The rights record of a picture: proposed by whoever may upload, confirmed by the rights desk. What is not confirmed leaves by no exit."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from articles import agreeing, roles
from articles.basing import FACTS
from articles.models import MediaAsset
from articles.refusals import FormRefused, MoveRefused, Obstacle
from articles.vocabulary import Act
from rights import basing
from rights.vocabulary import JUDGED, Basis

#: A source's terms and a judgement are about words; for a picture somebody has to have granted something.
NOT_FOR_PICTURES = frozenset({Basis.SOURCE_TERMS, *JUDGED})
NEEDS_EVIDENCE = (Basis.WRITTEN_PERMISSION, Basis.CONTRACT, Basis.AGENCY)


def record(
    asset_id: int, facts: dict[str, Any], *, basis: Basis, by: Any, at: datetime, permission: basing.Permission | None = None
) -> MediaAsset:
    """Save the record and choose a basis; with the role for it, and with all that the basis needs, it is confirmed at once."""
    roles.check(by, Act.UPLOAD_PICTURE)
    with transaction.atomic():
        asset = MediaAsset.objects.select_for_update(of=("self",)).select_related("work").get(pk=asset_id)
        _refuse(asset, basis, by)
        work = asset.work
        for name in FACTS:
            if name in facts:
                setattr(work, name, facts[name])
        work.basis = basis
        _refuse_invalid(work)
        _refuse_uncovered(asset, at)
        basing.unsettle(work, at=at)
        work.save()
        if _is_complete(basis, permission) and roles.may(by, Act.SET_PICTURE_RIGHTS):
            basing.settle(work, by=by, role=roles.check(by, Act.SET_PICTURE_RIGHTS), at=at, permission=permission)
    return asset


def _is_complete(basis: Basis, permission: basing.Permission | None) -> bool:
    return basis is not Basis.UNKNOWN and (basis not in NEEDS_EVIDENCE or permission is not None)


def _refuse(asset: MediaAsset, basis: Basis, by: Any) -> None:
    if asset.work.is_verified and not roles.may(by, Act.SET_PICTURE_RIGHTS):
        raise MoveRefused(
            Obstacle("wrong_role", "basis", "The rights of this picture are confirmed.", "Ask the rights desk to change them.", "rights")
        )
    if basis in NOT_FOR_PICTURES:
        raise FormRefused(
            Obstacle(
                "basis_not_offered", "basis", "This basis covers words, not pictures.", "Choose another one for the picture.", "rights"
            )
        )


def _refuse_uncovered(asset: MediaAsset, at: datetime) -> None:
    """A licence that permits nothing, or a contributor without an agreement, is no basis even as a proposal."""
    work = asset.work
    if work.basis == Basis.CC and work.licence and not work.licence.permits_sharing:
        permits = "This licence permits no one to pass the picture on."
        raise FormRefused(Obstacle("licence_permits_nothing", "licence", permits, "Choose another basis.", "rights"))
    found = agreeing.missing(work, made_at=asset.uploaded_at, at=at) if work.basis == Basis.OWN_CONTRIBUTOR else []
    if found:
        raise FormRefused(*found)


def _refuse_invalid(work: Any) -> None:
    try:
        work.full_clean(exclude=["source"])
    except ValidationError as error:
        named = error.message_dict.items()
        raise FormRefused(
            *[Obstacle("invalid", "basis" if name == "__all__" else name, " ".join(texts), "", "rights") for name, texts in named]
        ) from error

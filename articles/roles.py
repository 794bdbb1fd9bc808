"""Who may do what: one table for the desk's acts and for the admin's permissions, written into groups after each migration.

The operator (superuser) manages people and settings and gets no editorial right from that alone.
"""

from collections.abc import Collection
from typing import Any

from articles.refusals import MoveRefused, Obstacle
from articles.vocabulary import Act, Role
from articles.workflow import SENIORITY

C, E, R, H, P = Role.CONTRIBUTOR, Role.EDITOR, Role.RIGHTS_DESK, Role.CHIEF, Role.PARTNER_MANAGER

#: Act → roles that may do it; a role in `OWN_ONLY` may do it with articles of their own.
ACTS: dict[Act, tuple[Role, ...]] = {
    Act.READ_DRAFTS: (E, R, H),
    Act.CREATE_DRAFT: (C, E, R, H),
    Act.EDIT_DRAFT: (E, H),
    Act.PROPOSE_TERMS: (C, E, R, H),
    Act.CONFIRM_TERMS: (R, H),
    Act.WRITE_WORKSHEET: (C, E, R, H),
    Act.APPROVE_WORKSHEET: (R, H),
    Act.NAME_SECOND_READER: (R,),
    Act.SET_THRESHOLDS: (H,),
    Act.REBASE_LIVE: (R,),
    Act.PLACE_HOLD: (E, R, H),
    Act.LIFT_HOLD: (R,),
    Act.LIFT_BAN: (R,),
    Act.UPLOAD_PICTURE: (C, E, R, H),
    Act.SET_PICTURE_RIGHTS: (R,),
    Act.TAKE_EVIDENCE: (R, H),
    Act.TAKE_IN_AGAIN: (R, H),
    Act.KEEP_SOURCES: (R,),
    Act.KEEP_PARTNERS: (P,),
    Act.READ_PARTNERS: (R, H, P),
    Act.RECORD_RECEIPT: (P,),
    Act.KEEP_HOUSE: (H,),
    Act.KEEP_SECTIONS: (H,),
    Act.KEEP_TAGS: (E, H),
}
OWN_ONLY: dict[Act, tuple[Role, ...]] = {Act.READ_DRAFTS: (C,), Act.EDIT_DRAFT: (C,)}

_VIEW, _ADD, _CHANGE = "view", "add", "change"
#: Model → what each role may do with its rows in the admin. What a form may change is narrower and asked of the acts.
ADMIN: dict[str, dict[Role, tuple[str, ...]]] = {
    "articles.article": {C: (_VIEW, _ADD, _CHANGE), E: (_VIEW, _ADD, _CHANGE), R: (_VIEW, _ADD, _CHANGE), H: (_VIEW, _ADD, _CHANGE)},
    "articles.author": {C: (_VIEW,), E: (_VIEW, _ADD, _CHANGE), R: (_VIEW,), H: (_VIEW, _ADD, _CHANGE)},
    "articles.section": {C: (_VIEW,), E: (_VIEW,), R: (_VIEW,), H: (_VIEW, _ADD, _CHANGE)},
    "articles.mediaasset": {C: (_VIEW, _ADD), E: (_VIEW, _ADD, _CHANGE), R: (_VIEW, _ADD, _CHANGE), H: (_VIEW, _ADD, _CHANGE)},
    "articles.fairuseworksheet": {C: (_VIEW,), E: (_VIEW,), R: (_VIEW,), H: (_VIEW,)},
    "articles.sheetthresholds": {E: (_VIEW,), R: (_VIEW,), H: (_VIEW, _ADD)},
    "taggit.tag": {C: (_VIEW,), E: (_VIEW, _ADD, _CHANGE), R: (_VIEW,), H: (_VIEW, _ADD, _CHANGE)},
    "rights.source": {C: (_VIEW,), E: (_VIEW,), R: (_VIEW, _ADD, _CHANGE), H: (_VIEW,)},
    "rights.sourceterms": {C: (_VIEW,), E: (_VIEW,), R: (_VIEW,), H: (_VIEW,)},
    "rights.contributoragreement": {E: (_VIEW,), R: (_VIEW, _ADD, _CHANGE), H: (_VIEW,)},
    "rights.licence": {C: (_VIEW,), E: (_VIEW,), R: (_VIEW, _ADD, _CHANGE), H: (_VIEW,)},
    "rights.work": {E: (_VIEW,), R: (_VIEW,), H: (_VIEW,)},
    "rights.grant": {E: (_VIEW,), R: (_VIEW,), H: (_VIEW,)},
    "rights.evidence": {R: (_VIEW,), H: (_VIEW,)},
    "rights.hold": {E: (_VIEW,), R: (_VIEW,), H: (_VIEW,)},
    "rights.ledgerentry": {R: (_VIEW,), H: (_VIEW,)},
    "syndication.partner": {R: (_VIEW,), H: (_VIEW,), P: (_VIEW, _ADD, _CHANGE)},
    "syndication.classmembership": {R: (_VIEW,), H: (_VIEW,), P: (_VIEW, _ADD, _CHANGE)},
    "syndication.partnercontact": {R: (_VIEW,), H: (_VIEW,), P: (_VIEW, _ADD, _CHANGE)},
    "syndication.agreement": {R: (_VIEW,), H: (_VIEW,), P: (_VIEW, _ADD, _CHANGE)},
    "syndication.feedtoken": {R: (_VIEW,), H: (_VIEW,), P: (_VIEW, _ADD, _CHANGE)},
    "house.house": {R: (_VIEW,), H: (_VIEW, _ADD, _CHANGE)},
}


def roles_of(user: Any) -> frozenset[Role]:
    """The roles a person holds: their groups. Nobody, an inactive account and the bare operator hold none."""
    if user is None or not user.is_active:
        return frozenset()
    if not hasattr(user, "_desk_roles"):
        names = set(user.groups.values_list("name", flat=True))
        user._desk_roles = frozenset(role for role in Role if role in names)
    return user._desk_roles


def role_for(act: Act, roles: Collection[Role], *, is_own: bool = False) -> Role | None:
    allowed = (*ACTS[act], *(OWN_ONLY.get(act, ()) if is_own else ()))
    return next((role for role in SENIORITY if role in allowed and role in roles), None)


def may(user: Any, act: Act, *, is_own: bool = False) -> bool:
    return role_for(act, roles_of(user), is_own=is_own) is not None


def check(user: Any, act: Act, *, is_own: bool = False) -> Role:
    """The role in which the act is done. Raises MoveRefused when no role allows it."""
    role = role_for(act, roles_of(user), is_own=is_own)
    if role is None:
        allowed = " or ".join(role.replace("_", " ") for role in dict.fromkeys((*ACTS[act], *OWN_ONLY.get(act, ()))))
        raise MoveRefused(
            Obstacle("wrong_role", "", f"“{act.replace('_', ' ').capitalize()}” needs another role.", f"Ask a person who is {allowed}.")
        )
    return role


def fill_groups(apps: Any, **_: object) -> None:
    """Make the groups and give each exactly the permissions of the table. Connected to `post_migrate`; may run often."""
    group_model, permission_model = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    known = {(p.content_type.app_label, p.codename): p for p in permission_model.objects.select_related("content_type")}
    for role in Role:
        group, _created = group_model.objects.get_or_create(name=str(role))
        wanted = [known[key] for key in sorted(permissions_of(role)) if key in known]
        group.permissions.set(wanted)


def permissions_of(role: Role) -> set[tuple[str, str]]:
    """(app label, codename) for each admin permission that the table gives this role."""
    given = set()
    for label, table in ADMIN.items():
        app, model = label.split(".")
        given |= {(app, f"{verb}_{model}") for verb in table.get(role, ())}
    return given

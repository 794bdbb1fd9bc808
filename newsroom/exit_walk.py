"""What could let a work out of the house, and whether somebody has answered for it.

Goes through every address, command, letter and middleware that there is. Each belongs to an exit, by the room's own
`exits.py`, or stands in `newsroom/harmless.py` with the reason why no work leaves by it. It knows what there is and
not what it does: the tests ask every address for words that may not leave.
"""

import ast
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import get_commands
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.regex_helper import normalize

from newsroom import harmless
from rights import exits

#: Names by which a letter is written or handed over.
LETTER_CALLS = frozenset({"queue", "send_mail", "send_mass_mail", "mail_admins", "mail_managers", "EmailMessage", "EmailMultiAlternatives"})
#: The pages that the admin has for every model; what they show is the model's to say.
GENERIC = frozenset({"changelist_view", "add_view", "change_view", "delete_view", "history_view"})


@dataclass(frozen=True)
class Address:
    """One pattern. `template` is its path with `%(name)s` for each parameter; `view` where the code is, for the admin with the model."""

    name: str
    view: str
    template: str
    parameters: tuple[str, ...]


def unaccounted() -> list[str]:
    """Everything that is neither an exit nor harmless for a stated reason, a sentence each; and each answer for what is not there."""
    found = [f"The address /{one.template} ({one.name}, answered by {one.view})" for one in addresses() if not _is_known(one)]
    found += [f"The command {name} of {app}" for name, app in commands().items() if not _is_known_command(name, app)]
    found += [f"The letters of {module}" for module in letters() if module not in _of_exits("mails") | harmless.LETTERS.keys()]
    found += [f"The letter template {name}" for name in letter_templates() if name not in harmless.LETTER_TEMPLATES]
    found += [f"The middleware {name}" for name in settings.MIDDLEWARE if name not in harmless.MIDDLEWARE]
    return [f"{one} is neither an exit nor known to let nothing out." for one in found] + _stale()


def addresses() -> Iterator[Address]:
    """Every pattern under every branch, those of the desk too."""
    yield from _walk(get_resolver(), "", "")


def _walk(resolver: URLResolver, prefix: str, namespace: str) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        # A pattern with an optional group has two forms; the last is the longest.
        template, parameters = normalize(pattern.pattern.regex.pattern)[-1]
        path = prefix + template
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, path, f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace)
        elif isinstance(pattern, URLPattern):
            yield Address(f"{namespace}{pattern.name or path}", view_of(pattern.callback), path, tuple(parameters))


def view_of(view: Any) -> str:
    """Where a view's own code is, under all that is wrapped around it; of the admin's generic views "model: view"."""
    desk = getattr(view, "model_admin", None)
    view = _bare(view)
    while isinstance(view, partial):
        view = _bare(view.func)
    code = getattr(view, "view_class", None) or getattr(view, "__func__", view)
    where = f"{code.__module__}.{code.__qualname__}"
    return f"{desk.opts.label}: {code.__name__}" if desk and code.__name__ in GENERIC else where


def _bare(view: Any) -> Any:
    return inspect.unwrap(view, stop=lambda layer: hasattr(layer, "view_class"))


def commands() -> dict[str, str]:
    """Every management command, with the app that has it."""
    return dict(get_commands())


def letters() -> set[str]:
    """Our modules that call what writes a letter."""
    return {module for module, tree in _our_modules() if _writes_letters(tree)}


def letter_templates() -> set[str]:
    """Our templates that letters are made from: texts, and whatever lies in a folder for mail."""
    root = Path(settings.BASE_DIR, "templates")
    return {
        str(path.relative_to(root))
        for path in root.rglob("*")
        if path.suffix == ".txt" or {"email", "mail"} & {*path.relative_to(root).parts}
    }


def _our_modules() -> Iterator[tuple[str, ast.Module]]:
    for config in apps.get_app_configs():
        folder = Path(config.path)
        if folder.parent == Path(settings.BASE_DIR):
            for path in sorted(folder.rglob("*.py")):
                inside = path.relative_to(folder.parent)
                if not {"tests", "migrations"} & {*inside.parts}:
                    yield ".".join(inside.with_suffix("").parts), ast.parse(path.read_text())


def _writes_letters(tree: ast.Module) -> bool:
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    names = {call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "") for call in calls}
    return bool(names & LETTER_CALLS)


def _of_exits(what: str) -> set[str]:
    return {name for door in exits.every() for name in getattr(door, what)}


def _is_known(address: Address) -> bool:
    if address.name in _of_exits("addresses"):
        return address.view == harmless.VIEWS_OF_EXITS.get(address.name)
    model, is_generic, _ = address.view.partition(": ")
    if is_generic:
        return model in harmless.DESK
    return address.view == harmless.ADDRESSES.get(address.name, ("", ""))[0] or address.view.startswith(tuple(harmless.FOREIGN_VIEWS))


def _is_known_command(name: str, app: str) -> bool:
    return name in harmless.COMMANDS.keys() | _of_exits("commands") or app in harmless.FOREIGN_COMMANDS


def _stale() -> list[str]:
    """What is answered for and does not exist: an address that was renamed would otherwise leave its answer to the next one."""
    names = {one.name for one in addresses()}
    answered = [
        *(("address", name, names) for name in harmless.ADDRESSES.keys() | _of_exits("addresses")),
        *(("command", name, commands()) for name in harmless.COMMANDS.keys() | _of_exits("commands")),
        *(("letters of", name, letters()) for name in harmless.LETTERS.keys() | _of_exits("mails")),
        *(("middleware", name, settings.MIDDLEWARE) for name in harmless.MIDDLEWARE),
    ]
    return [
        f"The {kind} {name} is answered for, but there is none." for kind, name, there in sorted(answered, key=str) if name not in there
    ]

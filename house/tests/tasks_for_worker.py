"""Tasks that leave a trace in a file, so that a test can see from outside what a worker did."""

import time
from pathlib import Path

from house.work import GiveUp, task


def note(trace, word):
    with open(trace, "a") as file:
        file.write(f"{word}\n")


@task
def add(first, second):
    return first + second


@task(takes_context=True)
def count_attempts(context):
    return context.attempt


@task
def fail(message):
    raise RuntimeError(message)


@task
def give_up():
    raise GiveUp("nothing would change")


@task
def exit_process():
    raise SystemExit(3)


@task
def hang_the_first_time(trace):
    """The second attempt ends at once."""
    is_first = not Path(trace).exists()
    note(trace, "begun")
    if is_first:
        time.sleep(60)
    note(trace, "ended")


@task
def wait_for(trace, sign):
    note(trace, "begun")
    while not Path(sign).exists():
        time.sleep(0.02)
    note(trace, "ended")

"""Runs `villages` again and again, each time in a process of its own, and tells what each run cost.

For each line of its input, a JSON list of words and the files for what is printed, it answers with a line of JSON.
The package is imported once, here; every run is a copy of this process as it was then. That cost is told first,
for each run would have it. Nothing else may be done here: the memory a process is charged with includes that of
whoever forked it.
"""

import gc
import json
import os
import resource
import signal
import sys

from village_site.cli import main

CPU_SECONDS, SECONDS = 6, 120


def serve() -> None:
    """Answers until there is no more input."""
    gc.freeze()  # what is imported is not looked through, and so not copied, in every run
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as answers:
        own = resource.getrusage(resource.RUSAGE_SELF)
        print(own.ru_utime + own.ru_stime, file=answers, flush=True)
        while line := sys.stdin.readline():
            words, out, err = json.loads(line)
            child = os.fork()
            if not child:
                prepare(out, err)
                sys.exit(main(words))
            _, status, usage = os.wait4(child, 0)
            cost = {
                "exit": os.waitstatus_to_exitcode(status),
                "cpu": usage.ru_utime + usage.ru_stime,
                "mb": usage.ru_maxrss / 1024,
            }
            print(json.dumps(cost), file=answers, flush=True)


def prepare(out: str, err: str) -> None:
    """The copy prints to files, and is killed when it uses too much time or waits for too long."""
    for descriptor, path in enumerate((os.devnull, out, err)):
        opened = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(opened, descriptor)
        os.close(opened)
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    signal.alarm(SECONDS)


if __name__ == "__main__":
    serve()

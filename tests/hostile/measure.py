"""Runs a command and writes down what it cost: python -S measure.py RESULT CPU-SECONDS COMMAND...

A process of its own and a small one: the memory a process is charged with includes that of whoever forked it.
"""

import json
import os
import resource
import sys


def main() -> None:
    """Writes exit code, CPU seconds and the most memory held (MB) as JSON."""
    result, seconds, *command = sys.argv[1:]
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
        os.execv(command[0], command)
    _, status, usage = os.wait4(child, 0)
    cost = {
        "exit": os.waitstatus_to_exitcode(status),
        "cpu": usage.ru_utime + usage.ru_stime,
        "mb": usage.ru_maxrss / 1024,
    }
    with open(result, "w", encoding="utf-8") as file:  # noqa: PTH123 - without site packages, as small as can be
        json.dump(cost, file)


main()

"""The shell scripts that prepare a machine, run with stand-ins for what they call."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

TOOLS = Path(__file__).parents[1] / ".ci"
BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
Run = Callable[..., subprocess.CompletedProcess[str]]
Program = Callable[[str, str], Path]


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Puts a stand-in, a shell script, into the only folder besides the basic ones on the scripts' PATH."""
    (tmp_path / "bin").mkdir()

    def write(name: str, body: str) -> Path:
        path = tmp_path / "bin" / name
        path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        path.chmod(0o755)
        return path

    for tool in ("awk", "cat", "cp", "dirname", "env", "mkdir", "rm", "sh"):
        found = next(folder / tool for folder in (Path("/usr/bin"), Path("/bin")) if (folder / tool).exists())
        (tmp_path / "bin" / tool).symlink_to(found)
    return write


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a script of .ci/ with the stand-ins and nothing else on its PATH."""

    def call(tool: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [TOOLS / tool, *arguments],
            cwd=tmp_path,
            env={"PATH": str(tmp_path / "bin"), **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    return call


@pytest.mark.parametrize(
    ("user", "expected"),
    [
        ("0", ["update -qq", "install -qq -y --no-install-recommends chromium"]),
        ("1000", ["sudo", "update -qq", "sudo", "install -qq -y --no-install-recommends chromium"]),
    ],
)
def test_packages_are_installed_as_root(
    tmp_path: Path, program: Program, run: Run, user: str, expected: list[str]
) -> None:
    log = tmp_path / "log"
    program("id", f"echo {user}")
    program("sudo", f'echo sudo >>{log}; exec "$@"')
    program("apt-get", f'echo "$@" >>{log}')
    done = run("apt-install", "chromium")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "Installing the system's chromium (apt-get) ...\n"
    assert log.read_text(encoding="utf-8").splitlines() == expected


def test_without_root_one_is_told_what_to_install(program: Program, run: Run) -> None:
    program("id", "echo 1000")
    program("apt-get", "exit 9")
    done = run("apt-install", "chromium")
    assert (done.returncode, done.stderr) == (
        1,
        "Please install chromium as root: apt-get install chromium\n",
    )


def test_without_apt_one_is_told_what_to_install(program: Program, run: Run) -> None:
    program("id", "echo 0")
    done = run("apt-install", "chromium")
    assert done.returncode == 1
    assert done.stderr == "Please install chromium (there is no apt-get on this system to do it).\n"


@pytest.mark.parametrize("name", BROWSERS)
def test_an_installed_browser_is_enough(program: Program, run: Run, name: str) -> None:
    program(name, "exit 0")
    program("apt-get", "exit 9")
    done = run("ensure-chromium")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("package", ["chromium-headless-shell", "chromium"])
def test_a_missing_browser_is_installed(tmp_path: Path, program: Program, run: Run, package: str) -> None:
    program("id", "echo 0")
    program(
        "apt-get",
        f'case "$*" in update*) ;; install*" {package}") cp {tmp_path}/bin/sh {tmp_path}/bin/{package};; *) exit 100;; esac',
    )
    assert run("ensure-chromium").returncode == 0
    assert (tmp_path / "bin" / package).exists()


def test_another_browser_will_do_where_there_is_no_headless_shell(program: Program, run: Run) -> None:
    program("id", "echo 0")
    program("chromium", "exit 0")
    program("apt-get", "exit 100")
    assert run("ensure-chromium").returncode == 0


def test_a_browser_named_but_missing_is_an_error(program: Program, run: Run) -> None:
    program("chromium", "exit 0")
    done = run("ensure-chromium", CHROME="/nowhere/chrome")
    assert (done.returncode, done.stderr) == (1, "CHROME=/nowhere/chrome is not a program that can be run.\n")


def test_a_working_environment_is_left_alone(tmp_path: Path, program: Program, run: Run) -> None:
    python = program("python3", 'case "$*" in *venv*) exit 9;; esac')
    (tmp_path / "venv" / "bin").mkdir(parents=True)
    (tmp_path / "venv" / "bin" / "python").symlink_to(python)
    done = run("create-venv", "python3", "venv")
    assert (done.returncode, done.stderr) == (0, "")


def test_an_environment_is_created(tmp_path: Path, program: Program, run: Run) -> None:
    program("python3", f'exec {sys.executable} "$@"')
    done = run("create-venv", "python3", "venv")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "venv" / "bin" / "pip").exists()


def test_debian_without_venv_gets_its_package(tmp_path: Path, program: Program, run: Run) -> None:
    installed = tmp_path / "installed"
    made = f"mkdir -p {tmp_path}/venv/bin"
    program(
        "python3", f'case "$*" in *venv*) [ -e {installed} ] && {made};; --version) echo Python 3.11.2;; esac'
    )
    program("id", "echo 0")
    program("apt-get", f'case "$*" in install*python3-venv) echo yes >{installed};; esac')
    done = run("create-venv", "python3", "venv")
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines() == [
        "Creating venv with Python 3.11.2 ...",
        "python3 cannot create a virtual environment yet: python3-venv is missing.",
        "Installing the system's python3-venv (apt-get) ...",
    ]
    assert (tmp_path / "venv" / "bin").is_dir()


def test_an_old_python_is_refused(program: Program, run: Run) -> None:
    program("python3", 'case "$1" in --version) echo Python 3.9.2;; *) exit 1;; esac')
    done = run("create-venv", "python3", "venv")
    assert done.returncode == 1
    assert done.stderr.startswith("Python 3.11 or later is needed; python3 is Python 3.9.2.\n")


def test_a_missing_python_is_told(program: Program, run: Run) -> None:
    program("id", "echo 0")
    done = run("create-venv", "python3", "venv")
    assert done.returncode == 1
    assert done.stderr.startswith("There is no python3: install Python 3.11 or later")


def test_an_installed_java_is_enough(program: Program, run: Run) -> None:
    program("java", "exit 0")
    assert run("ensure-java").returncode == 0


def test_a_missing_java_is_installed(tmp_path: Path, program: Program, run: Run) -> None:
    log = tmp_path / "log"
    program("apt-get", f'echo "$@" >> {log}')
    program("id", "echo 0")
    program("java", "exit 1")  # as macOS has one
    assert run("ensure-java").returncode == 0
    assert log.read_text().endswith("install -qq -y --no-install-recommends default-jre-headless\n")


def test_what_a_lock_names_is_installed_once(tmp_path: Path, program: Program, run: Run) -> None:
    log = tmp_path / "log"
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "package-lock.json").write_text("{}")
    program("cmp", '[ "$(cat "$2" 2>&1)" = "$(cat "$3" 2>&1)" ]')
    program("npm", f'mkdir -p node_modules && echo "${{PWD##*/}}: $*" >> {log}')
    for _ in range(2):
        assert run("ensure-npm", "tools").returncode == 0
    (tmp_path / "tools" / "package-lock.json").write_text('{"other": 1}')
    assert run("ensure-npm", "tools").returncode == 0
    assert log.read_text() == "tools: ci --silent\n" * 2


def test_a_missing_npm_is_installed(tmp_path: Path, program: Program, run: Run) -> None:
    log = tmp_path / "log"
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "package-lock.json").write_text("{}")
    npm = tmp_path / "bin" / "npm"
    program("cmp", "exit 1")
    program("apt-get", f'echo "$@" >> {log}; cp {tmp_path}/npm {npm}')
    program("id", "echo 0")
    (tmp_path / "npm").write_text("#!/bin/sh\nmkdir node_modules\n")
    (tmp_path / "npm").chmod(0o755)
    assert run("ensure-npm", "tools").returncode == 0
    assert log.read_text().endswith("install -qq -y --no-install-recommends nodejs npm\n")


@pytest.fixture
def memory(tmp_path: Path, program: Program) -> Callable[[int], Path]:
    """Says how many KiB of memory there are; gives the folder in it."""

    def say(room: int) -> Path:
        folder = tmp_path / "memory"
        program("df", "")
        (tmp_path / "bin" / "awk").unlink()
        program("awk", f"echo {room}")
        program("mktemp", f"mkdir {folder} && echo {folder}")
        program("chmod", f"exec {shutil.which('chmod')} $@")
        return folder

    return say


SAY = ("sh", "-c", 'echo "${TMPDIR:-none}"; exit 3')


def test_temporary_files_lie_in_memory_and_are_gone_afterwards(
    memory: Callable[[int], Path], run: Run
) -> None:
    folder = memory(9_000_000)
    done = run("in-memory", *SAY)
    assert (done.returncode, done.stdout, done.stderr) == (3, f"{folder}\n", "")
    assert not folder.exists()


def test_without_room_they_lie_where_they_always_do(memory: Callable[[int], Path], run: Run) -> None:
    folder = memory(1_000_000)
    done = run("in-memory", *SAY)
    assert (done.returncode, done.stdout, done.stderr) == (3, "none\n", "")
    assert not folder.exists()


def test_where_memory_runs_no_program_neither(
    memory: Callable[[int], Path], program: Program, run: Run
) -> None:
    folder = memory(9_000_000)
    program("chmod", "exit 0")
    done = run("in-memory", *SAY)
    assert (done.returncode, done.stdout, done.stderr) == (3, "none\n", "")
    assert not folder.exists()

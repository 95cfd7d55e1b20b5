"""The wheel holds all that memtrack needs: installed far from the checkout, every verb works."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(cwd), "LANG": "C.UTF-8"}
    return subprocess.run(
        [str(word) for word in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that holds the wheel, and of the checkout nothing; libraries are borrowed by path."""
    folder = tmp_path_factory.mktemp("far")
    built = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder / "dist", cwd=ROOT)
    assert built.returncode == 0, built.stderr
    environment = folder / "env"
    assert run(sys.executable, "-m", "venv", "--without-pip", environment, cwd=folder).returncode == 0
    packages = next((environment / "lib").glob("python*/site-packages"))
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    (wheel,) = (folder / "dist").glob("*.whl")
    install = (
        sys.executable,
        "-m",
        "pip",
        "--python",
        environment / "bin" / "python",
        "install",
        "--no-deps",
        "--no-index",
    )
    result = run(*install, wheel, cwd=folder)
    assert result.returncode == 0, result.stderr
    return environment / "bin"


@pytest.mark.slow
def test_an_installed_wheel_brings_its_own_sql_settings_and_record(installed: Path, tmp_path: Path) -> None:
    """Ingest, query, status, extract and sources work from the wheel's own files."""
    memtrack = installed / "memtrack"
    where = run(installed / "python", "-c", "import tracker; print(tracker.__file__)", cwd=tmp_path)
    assert str(installed.parent) in where.stdout
    home = ("--home", tmp_path / "home")
    ingest = run(memtrack, *home, "ingest", "--offline", "--json", cwd=tmp_path)
    assert ingest.returncode == 0, ingest.stderr
    assert json.loads(ingest.stdout)["gained"]["statement"] >= 1000
    query = run(
        memtrack, *home, "query", "--json", "select count(*) as n from guidance_as_of(date '2020-01-01')", cwd=tmp_path
    )
    assert json.loads(query.stdout)[0]["n"] > 100
    assert run(memtrack, *home, "status", cwd=tmp_path).returncode == 0
    assert "record (on)" in run(memtrack, *home, "sources", cwd=tmp_path).stdout
    (tmp_path / "a.txt").write_text("DRAM contract prices rose 10% in the second quarter of 2026.", encoding="utf-8")
    extract = run(memtrack, "extract", "a.txt", cwd=tmp_path)
    assert [claim["direction"] for claim in json.loads(extract.stdout)["statements"]] == ["up"]

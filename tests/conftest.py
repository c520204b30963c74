"""What every test may ask for.

Helper modules lie in ``tests/helpers`` and are imported as ``from helpers.NAME import …``:
pytest puts the folder ``tests`` on the path (``pythonpath`` in pyproject.toml), and tests are
imported by path (``--import-mode=importlib``), so no folder here holds an ``__init__.py`` and two
test modules may share a name.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from plantrack_nb.core.schema import RoundKey
from plantrack_nb.office.register import Register

settings.register_profile(
    "plantrack", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.load_profile("plantrack")  # no test depends on how busy the machine is

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the checkout."""
    return ROOT


@pytest.fixture
def key() -> RoundKey:
    """Return the key of the sample round."""
    return RoundKey("7301", 2565, 2)


@pytest.fixture(scope="session")
def register() -> Register:
    """Return the register of areas as it is shipped."""
    return Register.load(ROOT / "params" / "districts.csv")


@pytest.fixture(scope="session")
def sample_workbook() -> Path:
    """Return the sample round as a round workbook."""
    path = ROOT / "data" / "7301-2565-q2.xlsx"
    assert path.is_file(), f"the sample round is missing: {path}"
    return path


@pytest.fixture(scope="session")
def real_report() -> Path:
    """Return the text of the published report, which is not part of the checkout."""
    path = ROOT.parent / "shared" / "rounds" / "7301-2565-q2" / "report.txt"
    if not path.is_file():
        pytest.skip(f"the published report's text is not here: {path}")
    return path

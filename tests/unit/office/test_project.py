"""Finding the project's folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantrack_nb.core.errors import SourceError
from plantrack_nb.office.project import HOME_VARIABLE, Project, find_project


def made_project(folder: Path) -> Path:
    """Make the two folders that mark a project."""
    (folder / "notebooks").mkdir(parents=True)
    (folder / "params").mkdir()
    return folder


def test_the_variable_wins(tmp_path: Path) -> None:
    """PLANTRACK_HOME names the project, wherever one stands."""
    here, there = made_project(tmp_path / "here"), made_project(tmp_path / "there")
    assert find_project(here, {HOME_VARIABLE: str(there)}).root == there


def test_a_variable_that_names_no_project_is_an_error(tmp_path: Path) -> None:
    """A wrong PLANTRACK_HOME is never passed over in silence."""
    made_project(tmp_path / "here")
    with pytest.raises(SourceError, match=HOME_VARIABLE):
        find_project(tmp_path / "here", {HOME_VARIABLE: str(tmp_path / "none")})


@pytest.mark.parametrize("inside", [".", "notebooks", "outputs/2565/q2"])
def test_a_folder_inside_the_project_will_do(tmp_path: Path, inside: str) -> None:
    """From any folder of the project, the project is found."""
    root = made_project(tmp_path / "project")
    (root / inside).mkdir(parents=True, exist_ok=True)
    assert find_project(root / inside, {}).root == root


def test_elsewhere_the_folder_of_the_package_is_used(tmp_path: Path, root: Path) -> None:
    """Outside any project, an editable install finds the checkout it was made from."""
    for folder in ("notebooks", "params"):
        if not (root / folder).is_dir():
            pytest.skip(f"this checkout has no folder {folder}")
    assert find_project(tmp_path, {}).root == root


def test_no_project_at_all_says_where_it_looked(tmp_path: Path) -> None:
    """Where nothing is found, the error names the place and the way out."""
    with pytest.raises(SourceError, match=HOME_VARIABLE) as caught:
        find_project(tmp_path, {}, package=tmp_path / "site-packages")
    assert str(tmp_path) in caught.value.where


def test_folders_of_a_project() -> None:
    """The folders lie under the root, by their plain names."""
    project = Project(Path("p"))
    folders = (project.notebooks, project.params, project.data, project.outputs)
    assert [str(folder.relative_to("p")) for folder in folders] == [
        "notebooks",
        "params",
        "data",
        "outputs",
    ]

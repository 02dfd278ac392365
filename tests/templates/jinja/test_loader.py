"""Templates are read from their folder alone."""

import os

import pytest

from letterkit.templates import LetterTemplates
from tests.templates.rendering import refused


def test_no_link_leads_out_of_the_folder(render, tmp_path_factory, tmp_path):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "evidence.j2").write_text("kept")
    (tmp_path / "linked.j2").symlink_to(outside / "evidence.j2")
    told = refused(render, '{% include "linked.j2" %}')
    assert told.startswith("templates/letters/linked.j2: It is a link that leads out of the folder")
    assert "kept" not in told


@pytest.mark.parametrize("name", ["below/shared.j2", "linked/shared.j2", "shared.txt", "./shared.j2", ".", ""])
def test_a_template_of_another_folder_or_name_is_told_where_it_is_wanted(render, tmp_path_factory, tmp_path, name):
    (tmp_path / "below").mkdir()
    (tmp_path / "linked").symlink_to(tmp_path_factory.mktemp("outside"))
    for file in ("below/shared.j2", "linked/shared.j2", "shared.txt", "shared.j2"):
        (tmp_path / file).write_text("{{ nope }}")
    told = refused(render, f'x\n{{% include "{name}" %}}')
    assert told.startswith(f"templates/letters/letter.md.j2:2: '{name}' cannot be a template. Move it into this folder")


def test_a_template_that_is_not_there_is_told_where_it_is_wanted(render, tmp_path):
    (tmp_path / "_base.md.j2").write_text('x\n{% include "_nope.md.j2" %}')
    told = refused(render, '{% extends "_base.md.j2" %}')
    assert told.startswith("templates/letters/_base.md.j2:2: There is no template '_nope.md.j2'")


def test_a_template_that_is_a_link_to_itself_is_told_as_one(render, tmp_path):
    (tmp_path / "_shared.j2").symlink_to("_shared.j2")
    told = refused(render, '{% include "_shared.j2" %}')
    assert (
        told == "templates/letters/_shared.j2: It is a link that leads nowhere. Put the template itself in its place."
    )


def test_a_template_that_is_too_large_is_not_read_for_its_message(render, tmp_path):
    (tmp_path / "_large.j2").write_bytes(b"")
    os.truncate(tmp_path / "_large.j2", 2**40)
    told = refused(render, '{% include "_large.j2" %}')
    assert told.startswith("templates/letters/_large.j2: It has more than 5,000,000 bytes")


def test_a_shared_template_that_is_no_file_is_left_alone(render, tmp_path):
    os.mkfifo(tmp_path / "_pipe.j2")
    (tmp_path / "_zero.j2").symlink_to("/dev/zero")
    render("x")
    assert LetterTemplates(tmp_path, shown_as="t").digest("letter.md.j2")

"""Problems are noted while a letter is rendered, and told at once."""

from tests.builders import sourced
from tests.templates.rendering import refused


def test_a_problem_is_told_once_however_often_a_loop_meets_it(render):
    many = sourced({str(number): "x" for number in range(300)}, "many")
    told = refused(render, "{% for a in many %}\n{{ nope }}{{ nope }}\n{% endfor %}\n{{ other }}", many=many)
    assert [line.split(":")[1] for line in told.splitlines()] == ["2", "4"]


def test_problems_without_number_are_told_up_to_the_hundredth(render):
    told = refused(render, "".join(f"{{{{ nope{number} }}}}\n" for number in range(5000))).splitlines()
    assert len(told) == 101
    assert told[-1].startswith(
        "templates/letters/letter.md.j2:101: There is more to mend than the 100 problems above. Mend those first."
    )


def test_all_missing_names_come_at_once(render):
    message = refused(render, "{{ a }}\n{{ peel.b }}\n{{ peel.now.c }} {{ nothing }}")
    assert [line.split(":")[1] for line in message.splitlines()] == ["1", "2", "3", "3"]

"""What a template may do, and that no way leads out."""

import re

import pytest

from tests.templates.rendering import refused

ESCAPES = [
    "{{ ''.__class__ }}",
    "{{ name.__class__ }}",
    "{{ name.value }}",
    "{{ name.references }}",
    "{{ peel.now.model_dump() }}",
    "{{ self.__init__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ range(9) }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ lipsum }}",
    "{{ namespace() }}",
    "{{ [].append(1) }}",
    "{{ '%s' | format(name) }}",
    "{{ name | attr('__class__') }}",
    "{{ 'a'.join(['b']) }}",
    "{{ '{0.__class__}'.format(name) }}",
    "{% include '/etc/passwd' %}",
    "{% include '../evidence/office.yaml' %}",
    "{% for a in ().__class__.__bases__ %}x{% endfor %}",
    # published: CVE-2016-10745, CVE-2019-10906, CVE-2024-56326, CVE-2025-27516 (str.format, reached by other ways)
    "{{ '{0.__class__.__init__.__globals__}'.format(name) }}",
    "{{ '{x.__class__}'.format_map({'x': name}) }}",
    "{% set f = '{0.__class__}'.format %}{{ f(name) }}",
    "{{ ['{0.__class__}'] | map('format', name) | list }}",
    "{{ ('{0.__class__}' | attr('format'))(name) }}",
    "{{ [name] | map(attribute='__class__') | first }}",
    "{{ [name] | map('attr', '__class__') | first }}",
    "{{ [name, met] | sort(attribute='__class__.__name__') | first }}",
    # CVE-2024-56201 (code by way of a name), CVE-2020-28493 (urlize), CVE-2024-22195 and CVE-2024-34064 (xmlattr)
    "{% import \"x' + open('/etc/passwd').read() + '\" as m %}",
    "{{ 'a' | urlize }}",
    "{{ {'onclick=1 x': 1} | xmlattr }}",
    # by way of what Jinja itself hands to a template
    "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{% call m() %}{% endcall %}",
    "{% macro m() %}{{ varargs.__class__ }}{% endmacro %}{{ m(1) }}",
    "{% macro m() %}{% endmacro %}{{ m.__init__.__globals__ }}",
    "{% macro m() %}{% endmacro %}{{ m._func.__code__ }}",
    "{% for a in peel %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "{% for a in peel %}{{ loop._iterator.gi_frame }}{% endfor %}",
    "{% block a %}{{ super.__func__ }}{% endblock %}",
    "{% block a %}{{ self.a._context.environment }}{% endblock %}",
    "{{ joiner() }}",
    "{{ dict(a=1) }}",
    "{{ name['__class__'] }}",
    "{{ peel['now']['__init__'] }}",
    "{{ peel.now.child('areas') }}",
    "{{ name.__format__('s') }}",
    "{% include 'C:\\\\Windows\\\\win.ini' %}",
    "{% include '..\\\\..\\\\evidence\\\\office.yaml' %}",
    "{% include './../letter.md.j2' %}",
    "{% include name %}",
    "{% extends name %}",
    "{% import '/proc/self/environ' as m %}",
    "{% debug %}",
    "{% do 1 %}",
    "{% trans %}x{% endtrans %}",
]


@pytest.mark.parametrize("source", ESCAPES)
def test_no_way_leads_out_of_the_sandbox(render, source):
    message = refused(render, source)
    assert message.startswith("templates/letters/")
    told = message.partition("The line reads: ")[0]
    assert not re.search(r"object at 0x|<class|<function|root:|\bTraceback\b", told)


def test_arithmetic_that_cannot_be_is_told(render):
    assert "letter.md.j2:1" in refused(render, "{{ (stops.count / 0) | share }}")
    assert "letter.md.j2:1" in refused(render, "{{ (name / met) | share }}")

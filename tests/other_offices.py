"""Offices of other bodies than the one in this repository: a commissioner's and a mayor's."""

from dataclasses import replace

from letterkit.evidence import EvidencePack, Office


def warwickshire(**changes) -> Office:
    """The office of a commissioner."""
    return _office(
        name="Office of the Police and Crime Commissioner for Warwickshire",
        short="OPCC",
        area={"name": "Warwickshire", "short": "Warwickshire"},
        force={"name": "Warwickshire Police", "short": "the Force"},
        post="Police and Crime Commissioner",
        short_post="the Commissioner",
        **changes,
    )


def greater_manchester(**changes) -> Office:
    """The office of a mayor, whose deputy answers for policing."""
    return _office(
        name="Greater Manchester Combined Authority",
        short="GMCA",
        area={"name": "Greater Manchester", "short": "GM"},
        force={"name": "Greater Manchester Police", "short": "GMP"},
        post="Deputy Mayor for Safer and Stronger Communities",
        short_post="the Deputy Mayor",
        **changes,
    )


def _office(post: str, short_post: str, **changes) -> Office:
    signatory = {"name": post, "post": post, "short_post": short_post, "source": "plan", "as_of": "2025"}
    known = {"posts": {"principal": post}, "letterheads": {}, "office_holders": {"signatory": signatory}, "bodies": {}}
    return Office.model_validate({**known, **changes})


def of_office(pack: EvidencePack, office: Office, *, signatory: str = "signatory") -> EvidencePack:
    """The same evidence as that of another office, whose office-holder signs its letters; bodies are everybody's."""
    office = office.model_copy(update={"bodies": pack.office.bodies})
    responses = {
        name: response.model_copy(
            update={"letter": response.letter and response.letter.model_copy(update={"signatory": signatory})}
        )
        for name, response in pack.responses.items()
    }
    return replace(pack, shared={**pack.shared, "office": office}, responses=responses)

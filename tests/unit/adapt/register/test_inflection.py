"""Verb forms follow from classes, members and irregular slots, in both directions."""

import pytest

from mannerly.adapt.register.inflection import Analysis, Inflection
from mannerly.language.register import Verbs

VERBS = Inflection(
    Verbs.model_validate(
        {
            "classes": {
                "ar": {"ending": "ar", "forms": {"present.1s": "o", "present.2s": "as", "past.2s": "aste"}},
                "car": {"like": "ar", "stems": {"past": ["c$", "qu"], "past.2": ["c$", "k"]}},
                "ior": {"like": "ar", "forms": {"present.1s": "yo"}},
            },
            "members": {"ar": "cantar\n  hablar", "car": "tocar"},
            "irregular": {"dar": {"class": "ar", "present.1s": "doy"}, "ir": {"present.2s": "vas"}},
        }
    )
)


@pytest.mark.parametrize(
    ("lemma", "slot", "form"),
    [
        ("cantar", "present.2s", "cantas"),
        ("tocar", "present.2s", "tocas"),
        ("tocar", "past.2s", "tokaste"),
        ("dar", "present.1s", "doy"),
        ("dar", "present.2s", "das"),
        ("ir", "present.2s", "vas"),
        ("ir", "present.1s", None),
        ("unknown", "present.1s", None),
    ],
)
def test_a_form_is_the_classs_unless_the_verb_has_its_own(lemma, slot, form):
    """The longest slot prefix decides the stem."""
    assert VERBS.form(lemma, slot) == form


def test_a_form_is_read_back_to_every_lemma_and_slot():
    """Homonyms give several readings."""
    assert VERBS.read("das") == (Analysis("dar", "present.2s"),)
    assert VERBS.read("vaso") == ()
    assert VERBS.lemmas == {"cantar", "hablar", "tocar", "dar", "ir"}


def test_an_unlisted_verb_can_be_inflected_by_a_class():
    """Where its ending fits; a class takes over the forms of another."""
    assert VERBS.regular("saltar", "ar", "present.1s") == "salto"
    assert VERBS.regular("saltar", "ior", "present.1s") == "saltyo"
    assert VERBS.regular("comer", "ar", "present.1s") is None
    assert VERBS.regular("saltar", "ar", "future.1s") is None

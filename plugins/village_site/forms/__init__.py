"""The paper an officer takes to the door: forms of consent and of withdrawal, as PDFs, from the model."""

from village_site.forms.content import CONSENT, WITHDRAWAL
from village_site.forms.write import write_forms

__all__ = ["CONSENT", "WITHDRAWAL", "write_forms"]

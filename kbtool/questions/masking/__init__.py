"""What tells who a customer is, made unreadable in texts before they are kept or shown."""

from kbtool.questions.masking.choosing import Masking
from kbtool.questions.masking.kinds import KINDS
from kbtool.questions.masking.masker import Masked, Span, mask_text
from kbtool.questions.masking.placeholders import count_masked, cut_whole, drop_placeholders

__all__ = [
    "KINDS",
    "Masked",
    "Masking",
    "Span",
    "count_masked",
    "cut_whole",
    "drop_placeholders",
    "mask_text",
]

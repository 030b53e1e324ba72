"""Where links inside a knowledge base lead: paths, ids, and addresses of its own site.

Which addresses are its own, options say, and so do articles: by the address that each is
published at, and by the long numbers that help desks give and put into every address.
"""

from kbtool.link_targets.finding import LinkIndex, Target, link_index
from kbtool.link_targets.options import TargetOptions, may_be_own

__all__ = ["LinkIndex", "Target", "TargetOptions", "link_index", "may_be_own"]

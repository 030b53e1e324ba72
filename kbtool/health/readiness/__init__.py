"""Criteria of readiness: what a bot needs of an article, and of the articles together.

``criteria.py`` lists all of them; the modules beside it say how those are measured that no rule
stands for. An answer is "not measured" wherever nothing can be told for certain.
"""

from kbtool.health.readiness.basis import Basis, QuestionTests
from kbtool.health.readiness.measuring import measure_article, measure_whole

__all__ = ["Basis", "QuestionTests", "measure_article", "measure_whole"]

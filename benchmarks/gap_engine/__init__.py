"""How well kbtool matches, learns, groups and finds gaps, beside plain baselines."""

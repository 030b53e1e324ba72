import re
from importlib.resources import files

import pytest

STYLE = (files("kbtool.render.html") / "templates" / "style" / "colours.css").read_text("utf-8")
COLOUR = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")


def read_schemes():
    """Colours by name in the light and in the dark scheme."""
    light, dark = STYLE.split("@media screen and (prefers-color-scheme: dark)")
    dark = dark.split("\n}\n")[0]
    return {"light": dict(COLOUR.findall(light)), "dark": dict(COLOUR.findall(dark))}


def luminance(colour):
    """Relative luminance of WCAG 2, 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_has_the_contrast_that_the_guidelines_give():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("ink", "paper"), ("quiet", "paper"), ("accent", "paper"), ("paper", "accent"),
        ("bad", "paper"), ("warn", "paper"), ("good", "paper"),
        ("ink", "card"), ("quiet", "card"), ("accent", "card"),
        ("bad", "card"), ("warn", "card"), ("good", "card"),
        ("ink", "tint"), ("quiet", "tint"), ("ink", "tint-minor"), ("quiet", "tint-minor"),
        ("ink", "warn-tint"), ("accent", "warn-tint"), ("ink", "good-tint"), ("ink", "plain-tint"),
    ],
)  # fmt: skip
def test_text_stands_out_from_its_ground(scheme, text, ground):
    colours = read_schemes()[scheme]
    assert contrast(colours[text], colours[ground]) >= 4.5


def test_both_schemes_name_the_same_colours():
    schemes = read_schemes()
    assert set(schemes["light"]) == set(schemes["dark"])


def test_the_style_sheet_asks_for_nothing():
    assert not re.search(r"@import|@font-face|url\(", STYLE)

"""The colours of every theme, from a main colour and an accent, and the contrast of every pair."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

# Paper and ink: the same for every city. What a city chooses is its main colour and its accent.
LIGHT_GROUND = MappingProxyType(
    {
        "ink": "#1f1b18",
        "soft": "#5c534b",
        "paper": "#fbf9f5",
        "card": "#ffffff",
        "shade": "#f5f0e7",
        "line": "#e6dfd4",
        "valid": "#1e6b45",
    }
)
DARK_GROUND = MappingProxyType(
    {
        "ink": "#ede8e1",
        "soft": "#b9afa4",
        "paper": "#171412",
        "card": "#211d1a",
        "shade": "#28231f",
        "line": "#3a332d",
        "valid": "#7cc9a0",
    }
)
# High contrast: black and white, and colours so dark or so light that they are read as well.
CONTRAST_GROUND = MappingProxyType(
    {
        **dict.fromkeys(("ink", "soft", "line"), "#000000"),
        **dict.fromkeys(("paper", "card", "shade", "wash", "on-main"), "#ffffff"),
    }
)
NIGHT_GROUND = MappingProxyType(
    {
        **dict.fromkeys(("ink", "soft", "line"), "#ffffff"),
        **dict.fromkeys(("paper", "card", "shade", "wash", "on-main"), "#000000"),
    }
)
# The system's own colours, where it forces them.
FORCED = MappingProxyType(
    {
        **dict.fromkeys(("ink", "soft", "line", "accent", "valid"), "CanvasText"),
        **dict.fromkeys(("paper", "card", "shade", "wash", "on-main"), "Canvas"),
        "main": "LinkText",
    }
)
# What is read on what. Gold is for lines and small marks and is in no pair.
TEXT_PAIRS = (
    *((text, ground) for text in ("ink", "soft") for ground in ("paper", "card", "shade", "wash")),
    *(("main", ground) for ground in ("paper", "card", "shade", "wash")),
    *(("valid", ground) for ground in ("paper", "card")),
    ("on-main", "main"),
    ("paper", "ink"),
)
ENOUGH = 4.5
"""WCAG 2.2, 1.4.3 (AA)."""
AMPLE = 7.0
"""WCAG 2.2, 1.4.6 (AAA): what high contrast is held to."""
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def _channels(colour: str) -> tuple[float, float, float]:
    if not _HEX.fullmatch(colour):
        raise ValueError(f"a colour is written #rrggbb: {colour!r}")
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(min(1.0, max(0.0, part)) * 255):02x}" for part in channels)


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    linear = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _channels(colour)
    )
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _mix(colour: str, ground: str, share: float) -> str:
    red, green, blue = (
        part * share + under * (1 - share)
        for part, under in zip(_channels(colour), _channels(ground), strict=True)
    )
    return _hex((red, green, blue))


def _raised(colour: str, ground: str, wanted: float) -> str:
    """The colour made lighter in its own hue until it stands out from a dark ground."""
    hue, light, rich = colorsys.rgb_to_hls(*_channels(colour))
    while contrast(_hex(colorsys.hls_to_rgb(hue, light, rich)), ground) < wanted and light < 1:
        light += 0.01
    return _hex(colorsys.hls_to_rgb(hue, min(light, 1.0), rich))


def _lowered(colour: str, ground: str, wanted: float) -> str:
    """The colour made darker in its own hue until it stands out from a light ground."""
    hue, light, rich = colorsys.rgb_to_hls(*_channels(colour))
    while contrast(_hex(colorsys.hls_to_rgb(hue, light, rich)), ground) < wanted and light > 0:
        light -= 0.01
    return _hex(colorsys.hls_to_rgb(hue, max(light, 0.0), rich))


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour token by name, ``#rrggbb``, for each theme.

    `contrast` is high contrast on white; `night` on black, where the system is dark.
    """

    light: Mapping[str, str]
    dark: Mapping[str, str]
    contrast: Mapping[str, str]
    night: Mapping[str, str]

    @classmethod
    def of(cls, main: str, accent: str) -> Palette:
        """Derive both themes. Raises ValueError for a colour not written ``#rrggbb``."""
        main, accent = main.lower(), accent.lower()
        light = {
            **LIGHT_GROUND,
            "main": main,
            "on-main": "#ffffff",
            "wash": _mix(main, LIGHT_GROUND["paper"], 0.06),
            "accent": _hex(_channels(accent)),
        }
        # White on a light red cannot be read: in the dark theme ink stands on the main colour.
        ground = DARK_GROUND["paper"]
        raised = _raised(main, ground, 7.4)
        dark = {
            **DARK_GROUND,
            "main": raised,
            "on-main": ground,
            "wash": _mix(raised, ground, 0.15),
            "accent": _raised(accent, ground, 8.0),
        }
        own = {"main": main, "accent": accent, "valid": LIGHT_GROUND["valid"]}
        strong = {name: _lowered(colour, "#ffffff", AMPLE) for name, colour in own.items()}
        bright = {name: _raised(colour, "#000000", 9.0) for name, colour in own.items()}
        return cls(light, dark, {**CONTRAST_GROUND, **strong}, {**NIGHT_GROUND, **bright})

    def css(self) -> str:
        """Custom properties: what the system asks for, over it what a reader has chosen.

        All but light is for screens only, so that print is always ink on paper. Where the system
        forces its own colours, every token is one of them, and so are the drawings.
        """
        dark = "screen and (prefers-color-scheme: dark)"
        more = "screen and (prefers-contrast: more)"
        chosen = ":root[data-look={}]"
        return "".join(
            (
                _rule(":root", self.light, scheme="light dark"),
                _rule(":root", self.dark, dark),
                _rule(":root", self.contrast, more),
                _rule(":root", self.night, f"{more} and (prefers-color-scheme: dark)"),
                _rule(chosen.format("light"), self.light, "screen", scheme="light"),
                _rule(chosen.format("dark"), self.dark, "screen", scheme="dark"),
                _rule(chosen.format("contrast"), self.contrast, "screen"),
                _rule(chosen.format("contrast"), self.night, dark),
                _rule(":root, :root[data-look]", FORCED, "(forced-colors: active)"),
            )
        )


def _rule(selector: str, tokens: Mapping[str, str], media: str = "", scheme: str = "") -> str:
    held = f"  color-scheme: {scheme};\n" if scheme else ""
    held += "".join(f"  --{name}: {colour};\n" for name, colour in tokens.items())
    rule = f"{selector} {{\n{held}}}\n"
    return f"@media {media} {{\n{rule}}}\n" if media else rule


def weak_pairs(main: str, accent: str) -> Iterator[str]:
    """A sentence for each pair of text and ground that the chosen colours make hard to read."""
    try:
        palette = Palette.of(main, accent)
    except ValueError:
        yield f"颜色“{main}”或“{accent}”不是 #9e1b22 这样的六位写法"
        return
    for theme, tokens in (("浅色", palette.light), ("深色", palette.dark)):
        for text, ground in TEXT_PAIRS:
            ratio = contrast(tokens[text], tokens[ground])
            if ratio < ENOUGH:
                yield (
                    f"主色 {main} 在{theme}界面里看不清：{text}（{tokens[text]}）在 {ground}"
                    f"（{tokens[ground]}）上的对比度只有 {ratio:.1f}:1"
                )

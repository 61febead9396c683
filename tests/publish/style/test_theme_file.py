"""What a Board says of the look of its papers is in all of them, or said to be wrong with its line."""

import base64
import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from lif.publish.document.docx import to_docx
from lif.publish.document.html import to_html
from lif.publish.document.metrics import FONTS
from lif.publish.document.parse import parse
from lif.publish.document.pdf import to_pdf
from lif.publish.errors import TemplateError
from lif.publish.style.colours import LEAST_CONTRAST, STATUS, contrast, tint_of
from lif.publish.style.house_style import PLAIN
from lif.publish.style.theme_file import house_style, read_theme
from tests.publish.samples import meta
from tests.support import write_file

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="urn:drawn" x:by="hand" viewBox="0 0 60 20">'
    '<style>.a { fill: #7a1f3d; }</style><rect class="a" width="60" height="20"/></svg>'
)


def png(width: int = 3, height: int = 1) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress((b"\0" + b"\x7a\x1f\x3d" * width) * height)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def own_font(folder: Path, face: str, *, rights: int = 0, family: str = "Exampleshire Sans") -> None:
    with TTFont(FONTS / f"LiberationSans-{face}.ttf") as font:
        for record in font["name"].names:
            if record.nameID in (1, 4, 6, 16):
                record.string = family if record.nameID != 6 else f"ExampleshireSans-{face}"
        font["OS/2"].fsType = rights
        folder.mkdir(parents=True, exist_ok=True)
        font.save(folder / f"{face}.ttf")


def test_a_board_without_a_theme_has_the_plain_look(tmp_path: Path) -> None:
    assert house_style(tmp_path) == PLAIN
    write_file(tmp_path, "theme.yaml", "# nothing yet\n")
    assert read_theme(tmp_path)[0] == PLAIN


@pytest.mark.parametrize("cover", [True, False])
@pytest.mark.parametrize("name", ["logo.svg", "logo.png"])
def test_colour_logo_and_font_are_in_every_format(tmp_path: Path, name: str, cover: bool) -> None:
    write_file(tmp_path, name, SVG if name.endswith("svg") else png())
    own_font(tmp_path / "fonts", "Regular")
    own_font(tmp_path / "fonts", "Bold")
    write_file(
        tmp_path,
        "theme.yaml",
        f"accent: '#7A1F3D'\nlogo: {name}\n"
        "font:\n  regular: fonts/Regular.ttf\n  bold: fonts/Bold.ttf\n  licence: our own\n",
    )
    about = meta(style=house_style(tmp_path), cover=cover, contents=cover)
    document = parse("# Where things stand\n\nWell enough.\n\n| A | B |\n|---|---|\n| 1 | 2 |")

    page = to_html(document, about, {})
    assert "--accent: #7a1f3d;" in page
    assert '--font: "Exampleshire Sans";' in page
    assert 'alt="Logo of the Exampleshire Safeguarding Children Board"' in page
    assert "img-src data:;" in page
    read = PdfReader(io.BytesIO(to_pdf(document, about, {})))
    fonts = {str(font["/BaseFont"]) for one in read.pages for font in one["/Resources"]["/Font"].values()}  # type: ignore[index]
    assert any("Exampleshire" in font for font in fonts)
    word = zipfile.ZipFile(io.BytesIO(to_docx(document, about, {})))
    assert b'w:ascii="Exampleshire Sans"' in word.read("word/styles.xml")
    assert b'descr="Logo of the Exampleshire Safeguarding Children Board"' in word.read("word/document.xml")
    assert b"7A1F3D" in word.read("word/styles.xml")


def test_a_page_without_a_logo_may_show_no_picture() -> None:
    assert "img-src" not in to_html(parse("# A"), meta(), {})


@pytest.mark.parametrize(
    ("theme", "line", "sentence"),
    [
        ("acent: '#000000'\n", 1, "“acent” is not known here. Did you mean “accent”?"),
        ("\naccent: '#ffff00'\n", 2, "too light to read on white"),
        ("accent: blue\n", 1, "# and six digits"),
        ("accent: 7\n", 1, "for “accent” a text is wanted here"),
        ("accent: [\n", 2, ""),
        ("- a\n", 1, ""),
        ("logo: gone.svg\n", 1, "there is no file templates/gone.svg for the logo"),
        ("logo: ../outside.svg\n", 1, "there is no file templates/../outside.svg"),
        ("logo: fonts\n", 1, "there is no file templates/fonts"),
        ("accent: '#000000'\nlogo: text.svg\n", 2, "neither a PNG nor an SVG"),
        ("logo: page.svg\n", 1, "neither a PNG nor an SVG"),
        ("logo: script.svg\n", 1, "“script”, which a logo may not"),
        ("logo: event.svg\n", 1, "runs or fetches something"),
        ("logo: file.svg\n", 1, "runs or fetches something"),
        ("logo: import.svg\n", 1, "fetches something"),
        ("logo: url.svg\n", 1, "fetches something"),
        ("logo: entity.svg\n", 1, "a document type of its own"),
        ("logo: foreign.svg\n", 1, "“foreignObject”"),
        ("logo: sizeless.svg\n", 1, "how wide and high"),
        ("logo: short.png\n", 1, "damaged PNG"),
        ("logo: broken.png\n", 1, "damaged PNG"),
        ("logo: vast.png\n", 1, "larger than 4,000 points"),
        ("logo: heavy.svg\n", 1, "larger than 1 MB"),
        ("font:\n  regular: fonts/Regular.ttf\n  bold: fonts/Bold.ttf\n", 1, "“licence” is missing"),
        (
            "font:\n  regular: fonts/No.ttf\n  bold: fonts/Bold.ttf\n  licence: x\n",
            1,
            "no file templates/fonts/No.ttf",
        ),
        (
            "font:\n  regular: text.svg\n  bold: fonts/Bold.ttf\n  licence: x\n",
            1,
            "not a TrueType or OpenType",
        ),
        (
            "font:\n  regular: cut.ttf\n  bold: fonts/Bold.ttf\n  licence: x\n",
            1,
            "the regular font is damaged",
        ),
        (
            "font:\n  regular: fonts/Regular.ttf\n  bold: other/Bold.ttf\n  licence: x\n",
            1,
            "different families",
        ),
        (
            "font:\n  regular: shut/Regular.ttf\n  bold: fonts/Bold.ttf\n  licence: x\n",
            1,
            "does not allow it",
        ),
        ("font: Arial\n", 1, "keys with values are wanted"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(themed: Path, theme: str, line: int, sentence: str) -> None:
    write_file(themed, "theme.yaml", theme)
    with pytest.raises(TemplateError) as caught:
        house_style(themed)
    assert sentence in str(caught.value)
    assert (caught.value.template, caught.value.line) == ("theme.yaml", line)
    assert len(str(caught.value)) < 300


@pytest.fixture(scope="module")
def themed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("themed") / "templates"
    write_file(folder.parent, "outside.svg", SVG)
    for name, inner in {
        "script": "<script>alert(1)</script>",
        "event": '<rect onload="alert(1)"/>',
        "file": '<use href="file:///etc/passwd"/>',
        "import": "<style>@import 'https://example.org/a.css';</style>",
        "url": '<rect fill="url(https://example.org/a)"/>',
        "foreign": "<foreignObject/>",
    }.items():
        write_file(
            folder, f"{name}.svg", f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 1">{inner}</svg>'
        )
    write_file(folder, "entity.svg", '<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG)
    write_file(folder, "text.svg", "not a picture")
    write_file(folder, "page.svg", "<html><body/></html>")
    write_file(folder, "sizeless.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    write_file(folder, "heavy.svg", SVG + " " * 1_000_000)
    write_file(folder, "short.png", png()[:20])
    write_file(folder, "broken.png", png()[:50])
    write_file(folder, "vast.png", png(5000, 1))
    for face in ("Regular", "Bold"):
        own_font(folder / "fonts", face)
    own_font(folder / "other", "Bold", family="Another Sans")
    own_font(folder / "shut", "Regular", rights=0x0002)
    write_file(folder, "cut.ttf", (folder / "fonts" / "Regular.ttf").read_bytes()[:9000])
    return folder


def test_everything_that_is_wrong_is_said_at_once(themed: Path) -> None:
    write_file(
        themed,
        "theme.yaml",
        "accent: '#ffffff'\nlogo: gone.svg\nfont:\n  regular: a\n  bold: b\n  licence: x\n",
    )
    assert [one.line for one in read_theme(themed)[1]] == [1, 2, 3]


def test_no_colour_that_passes_is_hard_to_read_anywhere() -> None:
    """Words stand on white, on the tint and, in white, on the colour itself."""
    lightest = next(
        f"#{grey:02x}{grey:02x}{grey:02x}"
        for grey in range(255, 0, -1)
        if contrast(f"#{grey:02x}{grey:02x}{grey:02x}", "#ffffff") >= LEAST_CONTRAST
    )
    for accent in (PLAIN.accent, lightest, "#000000"):
        assert contrast(accent, "#ffffff") >= LEAST_CONTRAST
        assert contrast("#1b1b1b", tint_of(accent)) >= LEAST_CONTRAST
    assert all(contrast(shade.background, shade.text) >= LEAST_CONTRAST for shade in STATUS.values())


def test_a_picture_in_a_png_logo_is_the_file_itself(tmp_path: Path) -> None:
    write_file(tmp_path, "logo.png", png())
    write_file(tmp_path, "theme.yaml", "logo: logo.png\n")
    logo = house_style(tmp_path).logo
    assert logo is not None
    assert base64.b64encode(png()).decode("ascii") in logo.svg
    assert logo.ratio == 3

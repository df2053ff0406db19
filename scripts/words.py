"""The words of the program, for translators: what there is to say, what a language lacks, and filling it in.

python scripts/words.py update            # extract, merge into every language's navigator.po, check (make words)
python scripts/words.py todo es --part 1/3 --out todo.yaml     # what is not translated yet, to be filled in
python scripts/words.py fill es todo.yaml                      # merge it back; several may work at once
python scripts/words.py missing es        # everything that is missing or looks wrong; exit code 1 when there is anything
python scripts/words.py ease es           # how easy each part is to read
"""

from __future__ import annotations

import argparse
import ast
import fcntl
import hashlib
import inspect
import io
import re
import string
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, TypeGuard

import yaml
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
CODE = ROOT / "navigator"
LANGUAGES = ROOT / "data" / "languages"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
METHODS = [("**/i18n.py", "ignore"), ("**.py", "python"), ("**/templates/**.html", "jinja2")]
HELP = "navigator/cli/help"
"""Where the words of the commands' help are said to stand."""

ENGLISH = re.compile(
    r"\b(the|and|with|your|you|is|are|this|that|what|which|from|cannot|there|file|answers?|record|saved?)\b",
    re.IGNORECASE,
)
FAMILIAR = re.compile(
    r"\b(tú|tu|tus|te|ti|contigo|tuyo|tuya|eres|tienes|puedes|quieres|necesitas|haz)\b", re.IGNORECASE
)
TOLD = re.compile(
    r"(?:^|[.:!?] )(Escribe|Elige|Escoge|Presiona|Pulsa|Usa|Mira|Di|Pon|Pide|Pregunta|Intenta|Corrige|Agrega|Quita)\b"
)
"""How a friend would be told to do something: of a sentence of the program only, where nobody is spoken about."""
NAMED = re.compile(r"[A-Z][\w'’&.-]*(?:,? (?:and|of|the|for|&|[A-Z][\w'’&.-]*))+")
"""Names of offices and programs stay in English."""
LEAST_EASE = 70


def template() -> Catalog:
    """Everything the program can say."""
    found = Catalog(project="career-navigator", charset="utf-8", fuzzy=False)
    for file, _line, message, _comments, context in extract_from_dir(
        str(CODE), method_map=METHODS, keywords=KEYWORDS, strip_comment_tags=True
    ):
        if _worth(message):
            found.add(message, locations=[(f"navigator/{file}", 0)], context=context, flags=())
    for file, message in inside_f_strings():
        found.add(message, locations=[(file, 0)])
    for text in help_texts():
        found.add(text, locations=[(HELP, 0)])
    for entry in found:
        entry.flags -= {"python-format", "python-brace-format"}  # a % is a percent sign; gaps are checked by us
    return found


def inside_f_strings() -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """The sentences that stand inside an f-string, which babel reads as one text."""
    for path in sorted(CODE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = {n for j in ast.walk(tree) if isinstance(j, ast.JoinedStr) for n in ast.walk(j) if _translates(n)}
        for call in sorted(calls, key=lambda c: (c.lineno, c.col_offset)):
            texts = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            if texts:
                yield path.relative_to(ROOT).as_posix(), tuple(texts[:2]) if call.func.id == "ngettext" else texts[0]


def _translates(node: ast.AST) -> TypeGuard[Any]:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "N_", "ngettext")


def _worth(message: Any) -> bool:
    texts = message if isinstance(message, tuple) else (message,)
    return all(isinstance(t, str) for t in texts) and any(t.strip() for t in texts)


def help_texts() -> list[str]:
    """Every help text of every command, as it is shown."""
    import typer

    from navigator.cli.app import whole

    found: dict[str, None] = {}

    def walk(command: Any) -> None:
        for text in (command.help, command.short_help, command.epilog):
            if text:
                found[inspect.cleandoc(text)] = None
        found.update(dict.fromkeys(p.help for p in command.params if getattr(p, "help", None)))
        for below in getattr(command, "commands", {}).values():
            walk(below)

    walk(typer.main.get_command(whole()))
    return list(found)


def po_of(language: str) -> Path:
    return LANGUAGES / language / "navigator.po"


def read(language: str) -> Catalog:
    """A language's sentences; none yet where there is no file."""
    path = po_of(language)
    if not path.is_file():
        return Catalog(locale=language, project="career-navigator", charset="utf-8", fuzzy=False)
    return read_po(io.BytesIO(path.read_bytes()), locale=language)


def write(language: str, catalog: Catalog) -> None:
    """The file, always in the same order, so that a change shows as a change."""
    out = io.BytesIO()
    write_po(out, catalog, width=120, include_lineno=False, sort_by_file=True, ignore_obsolete=False)
    text = re.sub(
        rb'"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team|Report-Msgid-Bugs-To): [^\n]*\n',
        b"",
        out.getvalue(),
    )
    path = po_of(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    spare = path.with_suffix(".new")
    spare.write_bytes(text)
    spare.replace(path)


@contextmanager
def alone() -> Iterator[None]:
    """One at a time: several translators may fill the same file."""
    with (Path(tempfile.gettempdir()) / "navigator-words.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def update(language: str) -> Catalog:
    """Put what there is to say now into a language's file; what it says already stays."""
    with alone():
        catalog = read(language)
        catalog.update(template(), no_fuzzy_matching=True, update_header_comment=False)
        write(language, catalog)
    return catalog


def name_of(message: Message) -> str:
    """A short name for a message, the same on every machine."""
    said = message.id if isinstance(message.id, str) else "\0".join(message.id)
    return hashlib.sha256(f"{message.context or ''}\0{said}".encode()).hexdigest()[:10]


def messages(catalog: Catalog) -> list[Message]:
    return [m for m in catalog if m.id]


def forms(message: Message) -> list[str]:
    """How a sentence is said: once, or once a plural form; empty texts where it is not said yet."""
    said = message.string or ""
    return [said] if isinstance(said, str) else [*said]


def done(message: Message) -> bool:
    texts = forms(message)
    return bool(texts) and all(texts) and "fuzzy" not in message.flags


def todo(language: str, part: str, out: Path | None) -> int:
    """Write what is still to be translated as YAML: `say` is ours, `in` is for the translation."""
    this, of = (int(n) for n in part.split("/"))
    every = messages(update(language))
    waiting = [m for m in every if not done(m)]
    size = -(-len(every) // of)  # of all messages, so that a part stays the same while others fill in theirs
    some = [m for m in every[(this - 1) * size : this * size] if not done(m)]
    body = [_item(m) for m in some]
    text = yaml.safe_dump(body, allow_unicode=True, sort_keys=False, width=1000)
    if out is None:
        print(text)
    else:
        out.write_text(text, encoding="utf-8")
        print(
            f"{len(some)} of {len(waiting)} messages written to {out}. Fill in every `in:`, then: python scripts/words.py fill {language} {out}"
        )
    return 0


def _item(message: Message) -> dict[str, Any]:
    item: dict[str, Any] = {"id": name_of(message)}
    item["where"] = ", ".join(sorted({place.removeprefix("navigator/") for place, _line in message.locations}))[:80]
    if message.context:
        item["context"] = message.context
    plural = isinstance(message.id, tuple | list)
    item["say"] = list(message.id) if plural else message.id
    item["in"] = ["", ""] if plural else ""
    return item


def fill(language: str, files: list[Path]) -> int:
    """Put filled-in files back. What does not fit is named and left out; the rest is kept."""
    wrong: list[str] = []
    kept = 0
    with alone():
        catalog = read(language)
        by_name = {name_of(m): m for m in messages(catalog)}
        for item in (item for file in files for item in _items(file)):
            message = by_name.get(str(item.get("id")))
            said = item.get("in")
            if message is None or not said or (isinstance(said, list) and not all(said)):
                if message is None:
                    wrong.append(f"{item.get('id')}: there is no such message (any more): {item.get('say')!r}")
                continue
            problem = mismatch(message, said)
            if problem:
                wrong.append(f"{item['id']}: {problem}")
                continue
            message.string = tuple(said) if isinstance(said, list) else said
            message.flags.discard("fuzzy")
            kept += 1
        write(language, catalog)
    print(f"{kept} translations kept.", *wrong, sep="\n")
    return 1 if wrong else 0


def _items(file: Path) -> list[dict[str, Any]]:
    found = yaml.safe_load(file.read_text(encoding="utf-8"))
    if isinstance(found, dict):  # also taken: id: text
        return [{"id": name, "in": said} for name, said in found.items()]
    return list(found or [])


def gaps(text: str) -> set[str]:
    """The names of the gaps of a sentence."""
    try:
        return {
            name.split(".")[0].split("[")[0] for _text, name, _spec, _conv in string.Formatter().parse(text) if name
        }
    except ValueError:
        return {"(broken braces)"} if "{" in text else set()


def mismatch(message: Message, said: Any) -> str:
    """Why a translation does not fit its message; empty when it does."""
    ours = list(message.id) if isinstance(message.id, tuple | list) else [message.id]
    theirs = list(said) if isinstance(said, tuple | list) else [said]
    if len(ours) != len(theirs):
        return f"{len(ours)} forms are needed, not {len(theirs)}: {ours[0]!r}"
    every = set().union(*map(gaps, ours))
    for our, their in zip(ours, theirs, strict=True):
        wanted, has = gaps(our), gaps(their)
        if has - every or (wanted - has and len(ours) == 1):
            return f"the gaps differ: {our!r} has {sorted(wanted)}, {their!r} has {sorted(has)}"
    if ours[0][:1].isspace() != theirs[0][:1].isspace() or ours[0][-1:].isspace() != theirs[0][-1:].isspace():
        return f"blanks at the ends differ: {ours[0]!r}, {theirs[0]!r}"
    return ""


def sentences_wrong(language: str, ours: Catalog | None = None) -> list[str]:
    """What is wrong with a language's sentences. ``ours``: what there is to say, where it was gathered already."""
    now = {name_of(m): m for m in messages(ours or template())}
    have = {name_of(m): m for m in messages(read(language))}
    found = [f"navigator.po: not there: {m.id!r}" for name, m in now.items() if name not in have]
    found += [f"navigator.po: not said any more: {m.id!r}" for name, m in have.items() if name not in now]
    for name, message in have.items():
        if name not in now:
            continue
        if not done(message):
            found.append(f"navigator.po: not translated: {message.id!r}")
            continue
        if problem := mismatch(message, message.string):
            found.append(f"navigator.po: {problem}")
        said = " ".join(forms(message))
        found += [f"navigator.po: {what}: {said!r}" for what in odd(language, said)]
        if language == "es" and (familiar := TOLD.search(said)):
            found.append(f"navigator.po: not usted ({familiar[1]}): {said!r}")
    return found


def odd(language: str, said: str) -> list[str]:
    """What looks wrong in a text: words left in English, or the wrong way to say you."""
    bare = re.sub(r"'[^']*'|\{[^}]*\}|--[\w-]+|\bnavigator [\w -]+|[\w./-]+\.(?:md|yaml|json)|\([^)]*\)", " ", said)
    bare = NAMED.sub(" ", bare)
    found = [f"English left over ({m[0]})" for m in ENGLISH.finditer(bare)][:1]
    if language == "es":
        found += [f"not usted ({m[0]})" for m in FAMILIAR.finditer(bare)][:1]
    return found


@cache
def data_texts(language: str) -> dict[str, list[str]]:
    """Every text of a language's data files, by file."""

    def leaves(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for name, below in value.items():
                if name not in ("format", "code", "plain_title", "also_called", "by"):
                    yield from leaves(below)
        elif isinstance(value, list):
            for below in value:
                yield from leaves(below)

    folder = LANGUAGES / language
    found = {}
    for path in (*sorted(folder.glob("*.yaml")), *sorted((folder / "occupations").glob("*.yaml"))):
        found[str(path.relative_to(folder))] = list(
            leaves(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
        )
    return found


def missing(language: str) -> list[str]:
    """Everything a language lacks, and everything that looks wrong in it."""
    from navigator.catalogue.language_check import lacking
    from navigator.catalogue.store import open_catalogue

    found = sentences_wrong(language) + lacking(open_catalogue(), LANGUAGES / language)
    for file, texts in data_texts(language).items():
        found += [f"{file}: {what}: {text!r}" for text in texts for what in odd(language, text)]
    if language == "es":
        found += [
            f"{part}: hard to read ({value:.0f})" for part, value in eases(language).items() if value < LEAST_EASE
        ]
    return found


ENOUGH = 80
"""Words of a part below which a figure says nothing."""

NAMES = frozenset({"licences.yaml", "pathways.yaml", "states.yaml", "kinds.yaml"})
"""Files of names and of short notes full of them: they are no prose to measure."""

SKIPPED_CALLS = frozenset({"_", "N_", "ngettext", "pgettext", "Option", "Argument", "compile", "Typer", "execute", "fullmatch", "Meta",
                           "removeprefix", "removesuffix", "startswith", "endswith", "split"})  # fmt: skip


NO_SENTENCE = re.compile(
    r"\s*(SELECT|INSERT|CREATE|PRAGMA|WHERE| AND area)\b|(data|export|guide|issuer|plan|record|resources|schema) [a-z-]+$"
)
"""Questions to the database, and names of commands."""


def unmarked(path: Path) -> Iterator[str]:
    """Texts that read like a sentence and are not marked for translation: some are rightly so, such as SQL."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    passed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(id(node.value))
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in SKIPPED_CALLS:
            passed.update(map(id, ast.walk(node)))
        if isinstance(node, ast.JoinedStr):
            passed.update(map(id, node.values))
    for node in ast.walk(tree):
        if id(node) in passed or not isinstance(node, ast.Constant | ast.JoinedStr):
            continue
        parts = node.values if isinstance(node, ast.JoinedStr) else [node]
        text = "".join(p.value if isinstance(p, ast.Constant) and isinstance(p.value, str) else "\0" for p in parts)
        if re.search(r"[A-Za-z]{2,} +[a-z]{2,}|[a-z]{2,}\.$", text) and not NO_SENTENCE.match(text):
            yield f"{path.relative_to(ROOT)}:{node.lineno}: {text[:100].replace(chr(0), '{}')!r}"


def eases(language: str) -> dict[str, float]:
    """How easy each part is to read; the sentences of the program by the room they stand in."""
    from scripts.ease import ease

    parts = {file: "\n".join(texts) for file, texts in data_texts(language).items() if file not in NAMES}
    rooms: dict[str, list[str]] = {}
    for message in filter(done, messages(read(language))):
        said = "\n".join(forms(message))
        place = min((place for place, _line in message.locations), default="")
        rooms.setdefault("/".join(place.split("/")[:3]), []).append(re.sub(r"\{[^}]*\}", "x", said))
    parts |= {f"navigator.po ({room})": "\n".join(texts) for room, texts in rooms.items()}
    return {part: ease(text) for part, text in parts.items() if len(text.split()) >= ENOUGH}


def show_eases(language: str) -> int:
    for part, value in sorted(eases(language).items(), key=lambda pair: pair[1]):
        print(f"{value:6.1f}  {part}")
    return 0


def show_missing(language: str) -> int:
    problems = missing(language)
    print(
        *problems, f"{len(problems)} things are missing or look wrong." if problems else "Nothing is missing.", sep="\n"
    )
    return 1 if problems else 0


def show_updated(languages: list[str]) -> int:
    for language in languages:
        found = messages(update(language))
        print(f"{language}: {len(found)} messages, {sum(not done(m) for m in found)} to translate.")
    return 0


def show_template() -> int:
    out = io.BytesIO()
    write_po(out, template(), width=120, include_lineno=False, sort_by_file=True)
    print(out.getvalue().decode())
    return 0


def show_unmarked() -> int:
    print(*(line for path in sorted(CODE.rglob("*.py")) for line in unmarked(path)), sep="\n")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["extract", "update", "todo", "fill", "missing", "ease", "unmarked"])
    parser.add_argument("language", nargs="?", default="")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--part", default="1/1")
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    every = [given.language] if given.language else sorted(p.name for p in LANGUAGES.iterdir() if p.is_dir())
    doing = {
        "extract": show_template,
        "update": lambda: show_updated(every),
        "todo": lambda: todo(every[0], given.part, given.out),
        "fill": lambda: fill(every[0], given.files),
        "missing": lambda: show_missing(every[0]),
        "ease": lambda: show_eases(every[0]),
        "unmarked": show_unmarked,
    }
    return doing[given.what]()


if __name__ == "__main__":
    sys.exit(main())

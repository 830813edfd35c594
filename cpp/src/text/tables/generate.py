"""Write the Unicode tables of the text layer from the Unicode Character Database.

Usage: python generate.py DIRECTORY, where DIRECTORY holds UnicodeData.txt and its companions as
the Debian package unicode-data installs them under /usr/share/unicode. Writes properties.cpp,
breaks.cpp, case.cpp and normalization.cpp beside this script, or where --to says; tables.hpp,
which declares the tables, is kept by hand.
"""

import argparse
import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

N_CODE_POINTS = 0x110000
BLOCK = 128  # Code points a block of the second stage; tables.hpp has the shift.

# Values of the break properties, in the order of the enumerations in tables.hpp.
BREAKS = {
    "Grapheme": "Other CR LF Control Extend ZWJ Regional_Indicator Prepend SpacingMark L V T LV LVT"
    " Extended_Pictographic",
    "Word": "Other CR LF Newline Extend ZWJ Format WSegSpace ALetter Hebrew_Letter Numeric"
    " ExtendNumLet Katakana MidLetter MidNum MidNumLet Single_Quote Double_Quote Regional_Indicator"
    " Extended_Pictographic ALetter_Pictographic",
    "Sentence": "Other CR LF Sep Extend Format Sp Lower Upper OLetter Numeric ATerm STerm Close"
    " SContinue",
}


def read_rows(path: Path) -> Iterator[tuple[range, list[str]]]:
    """Yield the code points and the fields after them, row by row."""
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.split("#")[0].split(";")]
        if fields[0]:
            first, _, last = fields[0].partition("..")
            yield range(int(first, 16), int(last or first, 16) + 1), fields[1:]


def read_sets(path: Path) -> dict[str, set[int]]:
    """Return the code points of each value of a property file."""
    sets: dict[str, set[int]] = {}
    for values, fields in read_rows(path):
        sets.setdefault("=".join(fields), set()).update(values)
    return sets


class Database:
    """What the tables need of the Unicode Character Database in a directory."""

    def __init__(self, directory: Path) -> None:
        header = (directory / "PropList.txt").read_text(encoding="utf-8").splitlines()[0]
        self.version = re.findall(r"\d+\.\d+\.\d+", header)[0]
        self.category = ["Cn"] * N_CODE_POINTS
        self.combining_class = [0] * N_CODE_POINTS
        self.decomposition: dict[int, tuple[bool, list[int]]] = {}
        self.lower: dict[int, list[int]] = {}
        self._read_unicode_data(directory / "UnicodeData.txt")
        self.core = read_sets(directory / "DerivedCoreProperties.txt")
        self.listed = read_sets(directory / "PropList.txt")
        self.normal = read_sets(directory / "DerivedNormalizationProps.txt")
        self.numeric = read_sets(directory / "extracted/DerivedNumericType.txt")
        self.pictographic = read_sets(directory / "emoji/emoji-data.txt")["Extended_Pictographic"]
        self.breaks = {
            kind: read_sets(directory / f"auxiliary/{kind}BreakProperty.txt")
            for kind in ("Grapheme", "Word", "Sentence")
        }
        for values, fields in read_rows(directory / "SpecialCasing.txt"):
            if not fields[3]:  # No condition: neither a language nor a context.
                self.lower[values[0]] = [int(value, 16) for value in fields[0].split()]
        self.fold = {
            values[0]: [int(value, 16) for value in fields[1].split()]
            for values, fields in read_rows(directory / "CaseFolding.txt")
            if fields[0] in "CF"
        }

    def _read_unicode_data(self, path: Path) -> None:
        first = 0
        for values, fields in read_rows(path):
            value = values[0]
            if fields[0].endswith("First>"):
                first = value
                continue
            for each in range(first if fields[0].endswith("Last>") else value, value + 1):
                self.category[each] = fields[1]
            self.combining_class[value] = int(fields[2])
            if fields[4]:
                *tag, parts = re.match(r"(<\w+> )?(.*)", fields[4]).groups()
                self.decomposition[value] = tag == [None], [int(x, 16) for x in parts.split()]
            if fields[12]:
                self.lower[value] = [int(fields[12], 16)]

    def decompose(self, value: int, compatibility: bool) -> list[int]:
        """Return the full decomposition, but of Hangul, which is arithmetic."""
        is_canonical, parts = self.decomposition.get(value, (True, []))
        if not parts or not (is_canonical or compatibility):
            return [value]
        return [end for part in parts for end in self.decompose(part, compatibility)]


def format_numbers(numbers: Iterable[int]) -> str:
    """Return lines of numbers, close together."""
    return textwrap.fill(" ".join(f"{number}," for number in numbers), 128).replace(" ", "")


def format_array(kind: str, name: str, numbers: Sequence[int]) -> str:
    return f"const {kind} {name}[{len(numbers)}] = {{\n{format_numbers(numbers)}\n}};\n"


def kind_of(numbers: Sequence[int]) -> str:
    return "std::uint8_t" if max(numbers) < 256 else "std::uint16_t"


def two_stage(name: str, values: Sequence[int]) -> str:
    """Return the two arrays of a table; equal blocks are kept once."""
    places: dict[tuple[int, ...], int] = {}
    blocks = [
        places.setdefault(tuple(values[at : at + BLOCK]), len(places))
        for at in range(0, N_CODE_POINTS, BLOCK)
    ]
    leaves = [value for block in places for value in block]
    return "\n".join(
        [
            format_array(kind_of(blocks), f"k{name}Blocks", blocks),
            format_array(kind_of(leaves), f"k{name}Values", leaves),
        ]
    )


def number_records(records: Sequence[object]) -> tuple[list[int], list[object]]:
    """Return the number of each record, and the distinct records in order of appearance."""
    places: dict[object, int] = {}
    return [places.setdefault(record, len(places)) for record in records], list(places)


def write(path: Path, database: Database, parts: Sequence[str]) -> None:
    source = (
        f"// Generated by generate.py from the Unicode Character Database {database.version}."
        " Do not edit.\n// clang-format off\n"
        '#include "tables.hpp"\n\nnamespace broadsheet::text::tables {\n\n'
        + "\n".join(parts)
        + "\n}  // namespace broadsheet::text::tables\n"
    )
    path.write_text(source, encoding="ascii")


def flags_of(sets: Sequence[set[int]]) -> list[int]:
    """Return for each code point the bits of the sets it is in, the first set the lowest bit."""
    flags = [0] * N_CODE_POINTS
    for bit, members in enumerate(sets):
        for value in members:
            flags[value] |= 1 << bit
    return flags


def property_parts(database: Database) -> list[str]:
    def in_category(prefix: str) -> set[int]:
        return {v for v, each in enumerate(database.category) if each.startswith(prefix)}

    flags = flags_of(  # In the order of tables::Property.
        [
            database.core["Alphabetic"],
            in_category("L"),
            set().union(*(m for kind, m in database.numeric.items() if kind != "None")),
            in_category("Nd"),
            database.core["Uppercase"] | in_category("Lt"),
            database.core["Lowercase"],
            in_category("M"),
            database.listed["White_Space"],
            in_category("P"),
            in_category("S"),
            in_category("Sc"),
            database.pictographic,
            database.core["Cased"],
            database.core["Case_Ignorable"],
            set(range(N_CODE_POINTS)) - in_category("Cn"),
        ]
    )
    numbers, records = number_records(flags)
    return [
        f'const char* const kUnicodeVersion = "{database.version}";\n',
        two_stage("Property", numbers),
        format_array("std::uint16_t", "kPropertySets", records),
    ]


def break_parts(database: Database) -> list[str]:
    tables = []
    for kind, names in BREAKS.items():
        number = {name: place for place, name in enumerate(names.split())}
        values = [0] * N_CODE_POINTS
        for name, members in database.breaks[kind].items():
            for value in members:
                values[value] = number[name]
        if "Extended_Pictographic" in number:
            for value in database.pictographic:
                if values[value]:
                    assert values[value] == number["ALetter"]
                    values[value] = number["ALetter_Pictographic"]
                else:
                    values[value] = number["Extended_Pictographic"]
        tables.append(two_stage(kind, values))
    return tables


def mapping_parts(kind: str, mappings: dict[int, list[int]]) -> list[str]:
    """Return the tables of a mapping: a difference to add, or a sequence of up to three."""
    changes: list[int | tuple[int, ...]] = [0] * N_CODE_POINTS
    for value, mapped in mappings.items():
        changes[value] = mapped[0] - value if len(mapped) == 1 else tuple(mapped)
    deltas = [0, *sorted({each for each in changes if isinstance(each, int)} - {0})]
    sequences = sorted({each for each in changes if isinstance(each, tuple)})
    place = {each: number for number, each in enumerate([*deltas, *sequences])}
    padded = [value for each in sequences for value in (*each, 0)[:3]]
    return [
        two_stage(kind, [place[each] for each in changes]),
        f"const std::size_t k{kind}DeltaCount = {len(deltas)};\n",
        format_array("std::int32_t", f"k{kind}Deltas", deltas),
        format_array("std::uint16_t", f"k{kind}Sequences", padded),
    ]


def case_parts(database: Database) -> list[str]:
    return [*mapping_parts("Lower", database.lower), *mapping_parts("Fold", database.fold)]


def hangul_syllables() -> range:
    return range(0xAC00, 0xD7A4)


def normalization_parts(database: Database) -> list[str]:
    decompositions, compositions = decomposition_parts(database), composition_parts(database)
    return [*decompositions, *compositions, *normal_class_parts(database)]


def decomposition_parts(database: Database) -> list[str]:
    """Return the full decompositions: places in one pool, which has lengths before sequences."""
    pool: list[int] = [0]  # Place 0 stands for none.
    places: dict[tuple[int, ...], int] = {}
    parts = []
    for kind, is_compatibility in (("Canonical", False), ("Compatibility", True)):
        values = [0] * N_CODE_POINTS
        for value in database.decomposition:
            sequence = tuple(database.decompose(value, is_compatibility))
            if sequence == (value,):
                continue
            if sequence not in places:
                places[sequence] = len(pool)
                pool += [len(sequence), *sequence]
            values[value] = places[sequence]
        parts.append(two_stage(kind, values))
    return [*parts, format_array("std::uint32_t", "kDecompositions", pool)]


def composition_parts(database: Database) -> list[str]:
    """Return the primary composites as rows of first, second, composite, in order."""
    excluded = database.normal["Full_Composition_Exclusion"]
    rows = sorted(
        [*parts, value]
        for value, (is_canonical, parts) in database.decomposition.items()
        if is_canonical and value not in excluded
    )
    assert all(len(row) == 3 for row in rows)
    seconds = {row[1] for row in rows} | {*range(0x1161, 0x1176), *range(0x11A8, 0x11C3)}
    assert seconds == database.normal["NFC_QC=M"] == database.normal["NFKC_QC=M"]
    return [
        f"const std::size_t kCompositionCount = {len(rows)};\n",
        format_array("std::uint32_t", "kCompositions", [each for row in rows for each in row]),
    ]


def normal_class_parts(database: Database) -> list[str]:
    """Return combining classes with the flags of tables::NormalFlag above them."""

    def joins_before(is_compatibility: bool) -> set[int]:
        firsts = {v: database.decompose(v, is_compatibility)[0] for v in database.decomposition}
        joining = {v for v, each in enumerate(database.combining_class) if each}
        joining |= database.normal["NFC_QC=M"]
        return joining | {value for value, first in firsts.items() if first in joining}

    flags = flags_of(
        [
            database.normal["NFC_QC=N"] | database.normal["NFC_QC=M"],
            database.normal["NFD_QC=N"],
            database.normal["NFKC_QC=N"] | database.normal["NFC_QC=M"],
            database.normal["NFKD_QC=N"],
            joins_before(False),
            joins_before(True),
            {value for value, each in enumerate(database.category) if each == "Mn"},
        ]
    )
    assert all(flags[value] == 0b001010 for value in hangul_syllables())
    classes = zip(flags, database.combining_class, strict=True)
    numbers, records = number_records([flag << 8 | each for flag, each in classes])
    return [two_stage("Normal", numbers), format_array("std::uint16_t", "kNormalClasses", records)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("directory", type=Path, help="where UnicodeData.txt is")
    parser.add_argument("--to", type=Path, default=Path(__file__).parent, help="where to write")
    options = parser.parse_args()
    database = Database(options.directory)
    write(options.to / "properties.cpp", database, property_parts(database))
    write(options.to / "breaks.cpp", database, break_parts(database))
    write(options.to / "case.cpp", database, case_parts(database))
    write(options.to / "normalization.cpp", database, normalization_parts(database))


if __name__ == "__main__":
    main()

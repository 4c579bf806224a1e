#!/usr/bin/env python3
"""Make the time zones that Decorum carries, from the compiled tz database of this machine (Debian: package tzdata).

    Scripts/make-zone-tables.py            write Sources/ZoneData/ZoneData+Generated.swift and the samples of its test
    Scripts/make-zone-tables.py --check    write nothing; say whether the files are what this database gives

The tables are read from the TZif files themselves (RFC 9636). The samples, against which the tests compare our tables,
come from Python's own reading of the same files (zoneinfo), and so does --check: it compares both at every change since
1970 and a second before it, and at many instants up to the year 2400.
"""

import argparse
import re
import struct
import sys
import zoneinfo
from datetime import datetime, timedelta, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "Sources/ZoneData/ZoneData+Generated.swift"
SAMPLES = ROOT / "Tests/ZoneDataTests/ZoneSamples+Generated.swift"
# Folders that repeat every zone, and files that are no place's zone.
PASSED_OVER = {"posix", "right", "localtime", "posixrules", "Factory"}
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
UNTIL = 13_569_465_600  # 2400-01-01


# Reading TZif files


def read_tzif(data):
    """The offset at 1970, the later changes as (instant, offset), and the footer."""
    version = data[4:5]
    assert data[:4] == b"TZif" and version >= b"2", "not a TZif file of version 2 or later"
    body = 44 + block_size(data, 0, 4)
    utc, standard, leaps, times, types, characters = struct.unpack_from(">6l", data, body + 20)
    at = body + 44
    instants = struct.unpack_from(f">{times}q", data, at)
    kinds = struct.unpack_from(f">{times}B", data, at + times * 8)
    offsets = [struct.unpack_from(">l", data, at + times * 9 + 6 * kind)[0] for kind in range(types)]
    footer = data[body + 44 + block_size(data, body, 8):].decode("ascii").strip("\n")
    first, changes = offsets[0], []
    for instant, kind in zip(instants, kinds):
        if instant <= 0:
            first = offsets[kind]
        elif offsets[kind] != (changes[-1][1] if changes else first):
            changes.append((instant, offsets[kind]))
    return first, changes, footer


def block_size(data, start, width):
    utc, standard, leaps, times, types, characters = struct.unpack_from(">6l", data, start + 20)
    return times * (width + 1) + types * 6 + characters + leaps * (width + 4) + standard + utc


TZ_NAME = r"(?:<[^>]+>|[A-Za-z]+)"
TZ_TIME = r"[+-]?\d+(?::\d+){0,2}"
TZ_TURN = rf"M(\d+)\.(\d)\.(\d)(?:/({TZ_TIME}))?"
FOOTER = re.compile(rf"{TZ_NAME}({TZ_TIME})(?:{TZ_NAME}({TZ_TIME})?,{TZ_TURN},{TZ_TURN})?")


def read_footer(footer):
    """The standard offset, and the rule (standard, daylight, begins, ends) or None. A turn is (month, week, weekday,
    seconds), the weekday from 1 for Monday to 7."""
    match = FOOTER.fullmatch(footer)
    assert match, f"a footer that this script does not know: {footer}"
    parts = match.groups()
    standard = -seconds_of(parts[0])
    if not parts[2]:
        return standard, None
    daylight = -seconds_of(parts[1]) if parts[1] else standard + 3600
    turns = []
    for month, week, weekday, time in (parts[2:6], parts[6:10]):
        turns.append((int(month), int(week), int(weekday) or 7, seconds_of(time or "2")))
    return standard, (standard, daylight, *turns)


def seconds_of(text):
    sign = -1 if text.startswith("-") else 1
    units = [int(part) for part in text.lstrip("+-").split(":")] + [0, 0]
    return sign * (units[0] * 3600 + units[1] * 60 + units[2])


def turns_of(rule, year):
    """The changes that a rule makes in a year."""
    standard, daylight, begins, ends = rule
    return sorted([(turn_at(begins, year) - standard, daylight), (turn_at(ends, year) - daylight, standard)])


def turn_at(turn, year):
    month, week, weekday, seconds = turn
    first = datetime(year, month, 1, tzinfo=timezone.utc)
    day = first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (week - 1))
    while day.month != month:
        day -= timedelta(7)
    return int((day - EPOCH).total_seconds()) + seconds


# Making the tables


def make_table(data):
    """A zone as (first offset, changes, rule): what the rule gives anyway is left out of the changes."""
    first, changes, footer = read_tzif(data)
    standard, rule = read_footer(footer)
    if rule is None:
        assert standard == (changes[-1][1] if changes else first), "the footer contradicts the last change"
        return first, changes, None
    given = [turn for year in range(1969, 2500) for turn in turns_of(rule, year)]
    last = changes[-1][0]
    kept = len(changes)
    while kept > 1 and changes[kept - 1:] == [turn for turn in given if changes[kept - 2][0] < turn[0] <= last]:
        kept -= 1
    return first, changes[:kept], rule


def line_of(table):
    first, changes, rule = table
    words = [str(first)] + [f"{instant}:{offset}" for instant, offset in changes]
    if rule:
        standard, daylight, *turns = rule
        words += [f"rule {standard} {daylight}"] + [" ".join(map(str, turn)) for turn in turns]
    return " ".join(words)


def read_zones(folder):
    zones = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_dir() or name.parts[0] in PASSED_OVER:
            continue
        data = path.read_bytes()
        if data.startswith(b"TZif"):
            zones[name.as_posix()] = make_table(data)
    return zones


def release_of(folder):
    first = (folder / "tzdata.zi").read_text().split("\n", 1)[0]
    return first.removeprefix("# version ")


def places_of(folder):
    """The zones that the database itself names for the clocks since 1970; they lend others their table."""
    lines = (folder / "zone1970.tab").read_text().splitlines()
    return {line.split("\t")[2] for line in lines if not line.startswith("#")}


def tables_file(folder, zones):
    places, owners, lines = places_of(folder), {}, []
    for name in sorted(zones, key=lambda name: (name not in places, name)):
        owner = owners.setdefault(line_of(zones[name]), name)
        lines.append(f"{name} {line_of(zones[name])}" if owner == name else f"{name} ={owner}")
    lines.sort(key=lambda line: line.split(" ")[0].encode())
    release = release_of(folder)
    return f'''// Made by Scripts/make-zone-tables.py from the tz database (public domain), release {release}.

extension ZoneData {{
  /// The release of the tz database from which the zones come.
  public static let release = "{release}"

  /// One zone a line, sorted by the bytes of its name. After the name stands `=` and the zone with which it has shared
  /// its clocks since 1970, or: the first offset from UTC in seconds; every change as `instant:offset`; and where the
  /// clocks go on changing `rule`, the standard and the daylight offset, and the beginning and end of daylight time,
  /// each as month, week (5 is the last), weekday (1 is Monday) and seconds from midnight.
  static let text: StaticString = """
    {(chr(10) + "    ").join(lines)}
    """
}}
'''


# Samples, from Python's own reading


def offset_at(zone, seconds):
    return int((EPOCH + timedelta(seconds=seconds)).astimezone(zone).utcoffset().total_seconds())


def sampled_instants():
    """Instants from 1970 to 2400, scattered by the multiplier of Knuth's MMIX generator."""
    state = 1
    for _ in range(400):
        state = (state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % 2**64
        yield (state >> 20) % UNTIL


def fingerprint(zone):
    """FNV-1a over the offsets at the sampled instants, each as an unsigned 64-bit number taken as one unit."""
    hash = 14_695_981_039_346_656_037
    for seconds in sampled_instants():
        hash = ((hash ^ (offset_at(zone, seconds) % 2**64)) * 1_099_511_628_211) % 2**64
    return hash


def changes_between(zone, start, end):
    """The changes of the clocks in a span, found by asking for the offset every six hours and bisecting."""
    for at in range(start, end, 21_600):
        low, high = at, at + 21_600
        if offset_at(zone, low) == offset_at(zone, high):
            continue
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if offset_at(zone, middle) == offset_at(zone, low) else (low, middle)
        yield high, offset_at(zone, high)


def samples_file(folder, zones):
    python = {name: zoneinfo.ZoneInfo(name) for name in zones}
    prints = [f"{name} {fingerprint(python[name])}" for name in sorted(zones, key=str.encode)]
    seen, changes = set(), []
    for name in sorted(zones, key=lambda name: ("/" not in name, name)):
        rule = zones[name][2]
        if rule and rule not in seen:
            seen.add(rule)
            found = changes_between(python[name], 1_767_225_600, 2_082_758_400)
            changes.append(" ".join([name] + [f"{at}:{offset}" for at, offset in found]))
    release = release_of(folder)
    return f'''// Made by Scripts/make-zone-tables.py with Python's zoneinfo from the tz database, release {release}.

enum ZoneSamples {{
  /// Every zone with the fingerprint of its offsets at the sampled instants.
  static let fingerprints: StaticString = """
    {(chr(10) + "    ").join(prints)}
    """

  /// One zone of each yearly rule, with the changes of its clocks from 2026 to 2035.
  static let changes: StaticString = """
    {(chr(10) + "    ").join(changes)}
    """
}}
'''


# Checking


def table_offset(table, seconds):
    """The offset that a table gives: the slow way, to check it."""
    first, changes, rule = table
    past = [(-(2**62), first)] + [change for change in changes if change[0] <= seconds]
    if rule and len(past) == len(changes) + 1:
        year = (EPOCH + timedelta(seconds=seconds)).year
        turns = [turn for near in (year - 1, year, year + 1) for turn in turns_of(rule, near)]
        past = [turn for turn in sorted(turns) if turn[0] <= seconds]
    return past[-1][1]


def differences(folder, zones):
    for name, table in zones.items():
        python = zoneinfo.ZoneInfo(name)
        changes = read_tzif((folder / name).read_bytes())[1]
        instants = [instant - back for instant, _ in changes for back in (0, 1)] + list(sampled_instants())
        for seconds in instants:
            ours, theirs = table_offset(table, seconds), offset_at(python, seconds)
            if ours != theirs:
                yield f"{name} at {seconds}: {ours}, but Python has {theirs}"


def check(folder, zones, files):
    found = list(differences(folder, zones))
    for path, text in files.items():
        if not path.exists() or path.read_text() != text:
            found.append(f"{path.relative_to(ROOT)} is not what release {release_of(folder)} of the database gives")
    print("\n".join(found) or f"{len(zones)} zones of release {release_of(folder)}: all as Python has them")
    return 1 if found else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--zoneinfo", type=Path, default=Path("/usr/share/zoneinfo"), help="the compiled database")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    zoneinfo.reset_tzpath([str(options.zoneinfo.resolve())])
    zones = read_zones(options.zoneinfo)
    files = {TABLES: tables_file(options.zoneinfo, zones), SAMPLES: samples_file(options.zoneinfo, zones)}
    if options.check:
        return check(options.zoneinfo, zones, files)
    for path, text in files.items():
        path.write_text(text)
        print(f"{path.relative_to(ROOT)}: {len(zones)} zones, {len(text) // 1024} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())

import { isEntangled, isLetterOrDigit } from './kinds.js'

/** A value for every scalar in two stages: the block of each 128 scalars, then the blocks. */
export class CharacterTable {
  constructor(file, number, Kind) {
    const blocks = 8704
    this.blockOf = file.section(number, Uint16Array).subarray(0, blocks)
    this.values = file.section(number, Kind).subarray(blocks * 2 / Kind.BYTES_PER_ELEMENT)
  }

  of(scalar) {
    return this.values[this.blockOf[scalar >>> 7] << 7 | scalar & 127]
  }
}

/** Lists of numbers of which each begins where the one before ends: a count, the offsets, the numbers. */
export class Sequences {
  constructor(cells) {
    this.offsets = cells.subarray(1, cells[0] + 2)
    this.items = cells.subarray(cells[0] + 2)
  }

  of(entry) {
    return this.items.subarray(this.offsets[entry], this.offsets[entry + 1])
  }
}

/** What is known of characters, as a program brings it. */
export class Characters {
  constructor(file, rules) {
    this.ignoresAccents = rules.ignoresAccents
    this.kinds = new CharacterTable(file, 10, Uint16Array)
    this.foldOf = new CharacterTable(file, 11, Uint16Array)
    this.folds = new Sequences(file.section(12))
    this.simpleFolds = new CharacterTable(file, 13, Int32Array)
    this.classes = new CharacterTable(file, 14, Uint8Array)
    this.ownFoldOf = new CharacterTable(file, 18, Uint16Array)
    this.ownFolds = ownFolds(file)
    this.composites = composites(file.section(15))
    this.readASCII()
  }

  /** What most texts are made of is looked up at once. */
  readASCII() {
    this.kindsOfASCII = new Uint16Array(128).map((_, scalar) => this.kinds.of(scalar) & ~isEntangled)
    this.foldsOfASCII = new Uint8Array(128).map((_, scalar) => scalar >= 0x41 && scalar <= 0x5A ? scalar + 32 : scalar)
  }

  kind(scalar) {
    return scalar < 128 ? this.kindsOfASCII[scalar] : this.kinds.of(scalar)
  }

  isLetterOrDigit(scalar) {
    return (this.kind(scalar) & isLetterOrDigit) !== 0
  }

  /** Simple case folding: one character for one. */
  simpleFold(scalar) {
    return scalar + this.simpleFolds.of(scalar)
  }

  /** The one character for two, if there is one. */
  composite(first, second) {
    return this.composites.get(first * 0x110000 + second) ?? hangul(first, second)
  }
}

/** The complete fold of each character that stands by itself, as scalars. */
function ownFolds(file) {
  const bytes = file.section(19, Uint8Array)
  const [count] = file.section(19)
  const offsets = file.section(19).subarray(1, count + 2)
  const text = bytes.subarray((count + 2) * 4)
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const folds = []
  for (let entry = 0; entry < count; entry++) {
    const fold = decoder.decode(text.subarray(offsets[entry], offsets[entry + 1]))
    folds.push(Array.from(fold, each => each.codePointAt(0)))
  }
  return folds
}

function composites(cells) {
  const map = new Map()
  for (let at = 1; at < 1 + cells[0] * 3; at += 3) map.set(cells[at] * 0x110000 + cells[at + 1], cells[at + 2])
  return map
}

/** Hangul syllables are computed, not listed (Unicode 3.12). */
function hangul(first, second) {
  const isLeading = first >= 0x1100 && first < 0x1113
  if (isLeading && second >= 0x1161 && second < 0x1176) return 0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28
  const isOpen = first >= 0xAC00 && first < 0xD7A4 && (first - 0xAC00) % 28 === 0
  return isOpen && second >= 0x11A8 && second < 0x11C3 ? first + second - 0x11A8 + 1 : undefined
}

const plain = new Map([
  ["'", '\u2018\u2019\u201A\u201B\u2032\u2035\u2039\u203A\u02BC'],
  ['"', '\u201C\u201D\u201E\u201F\u2033\u2036\u00AB\u00BB\u301D\u301E\u301F'],
  ['-', '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2E3A\u2E3B'],
].flatMap(([sign, typographic]) => Array.from(typographic, each => [each.charCodeAt(0), sign.charCodeAt(0)])))

/** Typographic quotes and dashes, made plain. */
export const plainPunctuation = scalar => scalar < 0xAB ? scalar : plain.get(scalar) ?? scalar

/** Why some bytes are no program that this engine runs: a sentence. */
export class ProgramError extends Error {
  constructor(sentence) {
    super(sentence)
    this.name = 'ProgramError'
  }
}

const magic = 'DECORUM\n'
const format = 7
const lengthOfHeader = 64
const lengthOfEntry = 16
const lengthOfSignature = 104
const [formatPlace, countPlace, lengthPlace, checksumPlace, digestPlace] = [8, 12, 16, 20, 24]
export const damaged = 'This program is damaged: build it again.'

/** The bytes of a program, held against its header: its sections by their number, and its digest. */
export class ProgramFile {
  /** A program that does not begin at a multiple of 8 bytes of its buffer is copied. */
  constructor(bytes) {
    const given = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)
    this.bytes = given.byteOffset % 8 === 0 ? given : given.slice()
    this.view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length)
    this.check()
    this.sections = this.readSections()
    const digest = this.bytes.subarray(digestPlace, digestPlace + 32)
    this.digest = 'sha256:' + Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('')
  }

  cell(place) {
    return this.view.getUint32(place, true)
  }

  /** The format is looked at first: what a newer decorum wrote may be checked in another way. */
  check() {
    const { bytes } = this
    for (let at = 0; at < magic.length; at++) {
      if (bytes[at] !== magic.charCodeAt(at)) throw new ProgramError('This is no program that `decorum build` made.')
    }
    if (bytes.length < lengthOfHeader) throw new ProgramError(damaged)
    const found = this.cell(formatPlace), length = this.cell(lengthPlace)
    const formats = `This program has format ${found}, and this engine reads format ${format}`
    if (found > format && found < 1 << 16) throw new ProgramError(`${formats}: use a newer engine.`)
    const isWhole = length >= lengthOfHeader && length <= bytes.length
    if (!isWhole || checksum(bytes.subarray(0, length)) !== this.cell(checksumPlace)) throw new ProgramError(damaged)
    if (found < format) throw new ProgramError(`${formats}: build it again.`)
    const rest = bytes.length - length
    if (found !== format || rest !== 0 && rest !== lengthOfSignature) throw new ProgramError(damaged)
  }

  readSections() {
    const sections = new Map()
    for (let left = this.cell(countPlace), at = lengthOfHeader; left > 0; left--, at += lengthOfEntry) {
      if (at + lengthOfEntry > this.bytes.length) throw new ProgramError(damaged)
      const offset = this.cell(at + 4), length = this.cell(at + 8)
      if (offset % 64 || offset + length > this.bytes.length) throw new ProgramError(damaged)
      sections.set(this.cell(at), { offset, length })
    }
    return sections
  }

  /** A section as an array of a type; an empty one where the program has none such. */
  section(number, Kind = Uint32Array) {
    const { offset, length } = this.sections.get(number) ?? { offset: 0, length: 0 }
    return new Kind(this.bytes.buffer, this.bytes.byteOffset + offset, Math.floor(length / Kind.BYTES_PER_ELEMENT))
  }
}

/** CRC-32C (Castagnoli) of a program, its own four bytes taken as zero. */
function checksum(bytes) {
  const table = new Int32Array(256).map((_, byte) => {
    for (let bit = 0; bit < 8; bit++) byte = byte >>> 1 ^ (byte & 1 ? 0x82F63B78 : 0)
    return byte
  })
  let sum = -1
  for (let at = 0; at < bytes.length; at++) {
    const byte = at >= checksumPlace && at < digestPlace ? 0 : bytes[at]
    sum = table[(sum ^ byte) & 255] ^ sum >>> 8
  }
  return ~sum >>> 0
}

// Decides many comments by many programs: node decide-batch.mjs MODULE BATCH
//
// BATCH is rows of a length (32 bits, little-endian) and so many bytes: a program, the instant of its decisions, how many
// comments follow as four bytes, and the comments. Writes each decision on a line.
import { readFileSync, writeSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const { openProgram } = await import(pathToFileURL(process.argv[2]).href)
const batch = readFileSync(process.argv[3])
let place = 0

function row() {
  const length = batch.readUInt32LE(place)
  place += 4 + length
  return batch.subarray(place - length, place)
}

while (place < batch.length) {
  const program = openProgram(new Uint8Array(row()))
  const now = row().toString()
  const decisions = []
  for (let left = row().readUInt32LE(0); left > 0; left--) {
    decisions.push(Buffer.from(program.decideLine(new Uint8Array(row()), now)), Buffer.from('\n'))
  }
  const bytes = Buffer.concat(decisions)
  for (let written = 0; written < bytes.length;) written += writeSync(1, bytes, written)
}

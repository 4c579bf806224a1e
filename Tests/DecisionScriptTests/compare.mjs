// Holds the module against the command: the same decisions, byte for byte, on every comment.
//
//   node compare.mjs COMMAND PROGRAM [--seed N] [--most N] [--show N] [--plain | --bad | --mutated] FILE…
//
// FILE is NDJSON with a `text` on each line; facts are made up. With `--plain` its lines are given as they are; with
// `--bad` every line is damaged in one place; with `--mutated` the texts of the files and of the program are changed.
// Says the first difference.

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { openProgram } from '../../Sources/DecisionScript/decorum.js'
import { commentOn, mutated, seeded, textsOf } from './comments.mjs'

const now = '2026-12-01T10:00:00Z'

/** The decisions of the command about some lines. */
export function decisionsOfCommand(command, program, lines) {
  const input = Buffer.concat(lines.flatMap(line => [Buffer.from(line), Buffer.from('\n')]))
  const { stdout } = spawnSync(command, ['decide', program, '--ndjson', '--now', now], { input, maxBuffer: 1 << 30 })
  return stdout.toString('latin1').split('\n').slice(0, -1)
}

/** What differs: the line, what the command decides, and what the module does. */
export function differences(command, path, lines) {
  const program = openProgram(readFileSync(path))
  const wanted = decisionsOfCommand(command, path, lines)
  const differing = []
  lines.forEach((line, place) => {
    const decision = attempt(() => Buffer.from(program.decideLine(line, now)).toString('latin1'))
    const isSame = decision === wanted[place]
    if (isSame && agrees(program, line, decision)) return
    differing.push({ line, wanted: wanted[place] ?? '', decision: isSame ? 'another verdict' : decision })
  })
  return { differing, compared: lines.length }
}

/** Comments on changed texts, one after another or put together. */
function mutations({ files, most }, program, random) {
  const texts = files.flatMap(file => textsOf(file, most))
  const one = () => random.chance(0.5) && texts.length ? random.one(texts) : program.text(random.below(program.textCount))
  return Array.from({ length: most }, (_, place) => {
    const joined = Array.from({ length: 1 + random.below(3) }, () => mutated(one(), random)).join(random.one([' ', '',
      ', ', '. ']))
    return commentOn(joined, place, program, random)
  })
}

/** Whether the verdict on a line, and what holds of it, are what the decision says. */
function agrees(program, line, decision) {
  const wanted = JSON.parse(decision), { category, escalations = [], stance } = wanted
  const actions = (wanted.actions ?? []).map(each => each.action)
  return isDeepStrictEqual(program.verdict(line, now), { category, escalations, stance, actions })
    && isDeepStrictEqual(program.holding(program.read(line, now)), { category, escalations })
}

/** The lines of a file as bytes, empty ones left out. */
function linesOf(file) {
  const bytes = readFileSync(file)
  const lines = []
  for (let start = 0, end; start < bytes.length; start = end + 1) {
    end = bytes.indexOf(10, start) < 0 ? bytes.length : bytes.indexOf(10, start)
    if (end > start) lines.push(bytes.subarray(start, end))
  }
  return lines
}

/** A line with one byte changed, left out or put in. */
function damaged(line, random) {
  const place = random.below(line.length), change = random.below(3)
  const byte = random.one([0x22, 0x5C, 0x7B, 0x5D, 0x2C, 0x30, 0x2D, 0x65, 0x75, 0x80, 0xC3, 0xED, 0xF0, 0xFF, 0x01,
    0x27, 0x21])
  const put = change === 0 ? [] : [byte]
  return Buffer.concat([line.subarray(0, place), Buffer.from(put), line.subarray(change === 2 ? place : place + 1)])
}

function attempt(decide) {
  try {
    return decide()
  } catch (error) {
    return `thrown: ${error.stack}`
  }
}

function show({ line, wanted, decision }) {
  let place = 0
  while (place < wanted.length && wanted[place] === decision[place]) place++
  const part = text => Buffer.from(text.slice(Math.max(0, place - 100), place + 300), 'latin1').toString()
  return `  ${Buffer.from(line).toString().slice(0, 2000)}\n  wanted: …${part(wanted)}\n  is:     …${part(decision)}`
}

function main(arguments_) {
  const options = { seed: 1, most: 500, plain: false, bad: false, mutated: false, files: [] }
  for (let at = 2; at < arguments_.length; at++) {
    if (['--plain', '--bad', '--mutated'].includes(arguments_[at])) options[arguments_[at].slice(2)] = true
    else if (arguments_[at].startsWith('--')) options[arguments_[at].slice(2)] = Number(arguments_[++at])
    else options.files.push(arguments_[at])
  }
  const [command, path] = arguments_
  const program = openProgram(readFileSync(path)), random = seeded(options.seed)
  const lines = options.files.flatMap(file => {
    if (options.plain) return linesOf(file)
    if (options.bad) return linesOf(file).map(line => damaged(line, random))
    return textsOf(file, options.most).map((text, place) => commentOn(text, place, program, random))
  })
  if (options.mutated) lines.splice(0, lines.length, ...mutations(options, program, random))
  const { differing, compared } = differences(command, path, lines)
  console.log(`${program.rules.playbook}: ${compared} compared, ${differing.length} different`)
  for (const each of differing.slice(0, options.show ?? 1)) console.log(show(each))
  process.exitCode = differing.length ? 1 : 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2))

// Holds the module against the command: the same decisions, byte for byte, on every comment.
//
//   node compare.mjs COMMAND PROGRAM [--seed N] [--most N] [--plain] FILE…
//
// FILE is NDJSON with a `text` on each line. With `--plain` its lines are given as they are. Says the first difference.

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openProgram } from '../../Sources/DecisionScript/decorum.js'
import { commentOn, seeded, textsOf } from './comments.mjs'

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
    if (decision !== wanted[place]) differing.push({ line, wanted: wanted[place] ?? '', decision })
  })
  return { differing, compared: lines.length }
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
  const options = { seed: 1, most: 500, plain: false, files: [] }
  for (let at = 2; at < arguments_.length; at++) {
    if (arguments_[at] === '--plain') options.plain = true
    else if (arguments_[at].startsWith('--')) options[arguments_[at].slice(2)] = Number(arguments_[++at])
    else options.files.push(arguments_[at])
  }
  const [command, path] = arguments_
  const program = openProgram(readFileSync(path)), random = seeded(options.seed)
  const lines = options.files.flatMap(file => options.plain
    ? readFileSync(file, 'utf8').split('\n').filter(line => line)
    : textsOf(file, options.most).map((text, place) => commentOn(text, place, program, random)))
  const { differing, compared } = differences(command, path, lines)
  console.log(`${program.rules.playbook}: ${compared} compared, ${differing.length} different`)
  for (const each of differing.slice(0, options.show ?? 1)) console.log(show(each))
  process.exitCode = differing.length ? 1 : 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2))

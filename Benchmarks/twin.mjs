// What a decision costs in JavaScript: `node twin.mjs MODULE PROGRAM COMMENTS SECONDS`, where MODULE exports
// `openProgram`. Prints JSON, as Measure does.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const now = 1_795_000_000
const [module, programFile, commentsFile, seconds] = process.argv.slice(2)
const { openProgram } = await import(pathToFileURL(resolve(module)).href)

function processorSeconds() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const comments = readFileSync(commentsFile, 'utf8').split('\n').filter(line => line).map(line => JSON.parse(line))
const begin = processorSeconds()
const program = openProgram(readFileSync(programFile))
const opened = processorSeconds() - begin

let decided = 0
let actions = 0

/** Decides comments for so many seconds, in the order in which they came. */
function decideFor(seconds) {
  const end = processorSeconds() + seconds
  while (processorSeconds() < end) {
    for (let turn = 0; turn < 64; turn++) {
      const comment = comments[decided % comments.length]
      actions += program.decide(comment, now).actions?.length ?? 0
      decided++
    }
  }
}

decideFor(Number(seconds))
const [warm, start] = [decided, processorSeconds()]
decideFor(Number(seconds))
const us = ((processorSeconds() - start) / (decided - warm)) * 1e6
console.log(JSON.stringify({ open_s: opened, us, decided: decided - warm, actions }))

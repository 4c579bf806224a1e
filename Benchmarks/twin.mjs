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

let sum = 0

/** What a decision costs, in microseconds: decides comments in the order in which they came, for so many seconds. */
function timed(comments, decide, seconds) {
  const start = processorSeconds()
  let decided = 0
  while (processorSeconds() < start + seconds) {
    for (let turn = 0; turn < 64; turn++) sum += decide(comments[decided++ % comments.length])
  }
  return (processorSeconds() - start) / decided * 1e6
}

/** The same, once the functions that it needs are compiled. */
function warm(comments, decide) {
  timed(comments, decide, Math.max(1, seconds))
  return timed(comments, decide, Number(seconds))
}

// As in process in Swift: text and facts in memory, to the clauses that hold. From an object, to what is ordered; and to
// all that follows of it, in words.
const read = comments.map(comment => program.read(comment, now))
const us = warm(read, comment => program.holding(comment).category.length)
const verdictUs = warm(comments, comment => program.verdict(comment, now).actions.length)
const decisionUs = warm(comments, comment => program.decide(comment, now).actions?.length ?? 0)
console.log(JSON.stringify({ open_s: opened, us, verdict_us: verdictUs, decision_us: decisionUs, sum }))

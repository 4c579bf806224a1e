// These tests build programs with the command: DECORUM, or the one that `swift build` made.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openProgram, ProgramError } from '../../Sources/DecisionScript/decorum.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cases = join(root, 'Tests/Conformance/decisions-as-data')
const command = process.env.DECORUM
  ?? ['release', 'debug'].map(kind => join(root, '.build', kind, 'decorum')).find(path => existsSync(path))
const folder = mkdtempSync(join(tmpdir(), 'decorum-'))
after(() => rmSync(folder, { recursive: true }))

function programOf(playbook) {
  assert.ok(command, 'There is no command: build it, or name it in DECORUM.')
  const output = join(folder, playbook.replaceAll('/', '-'))
  execFileSync(command, ['build', join(root, playbook), '--output', output], { stdio: 'pipe' })
  return readFileSync(join(output, readdirSync(output).find(name => name.endsWith('.decorum'))))
}

const linesOf = path => readFileSync(path, 'latin1').split('\n').slice(0, -1).map(line => Buffer.from(line, 'latin1'))
const now = '2026-12-01T10:00:00Z'

for (const name of readdirSync(cases)) {
  test(`the decisions as data of ${name} are decided to the byte`, () => {
    const program = openProgram(programOf(`Tests/Conformance/decisions-as-data/${name}`))
    const wanted = linesOf(join(cases, name, 'decisions.ndjson')).map(line => line.toString())
    linesOf(join(cases, name, 'comments.ndjson')).forEach((line, place) => {
      const bytes = program.decideLine(line, now), decision = JSON.parse(new TextDecoder().decode(bytes))
      if (wanted[place] === '{"stance":"hold","trouble":"…"}') {
        assert.equal(decision.stance, 'hold')
        assert.ok(decision.trouble)
        return
      }
      const filled = wanted[place].replace('"digest":"sha256:…"', `"digest":"${program.playbook.digest}"`)
        .replace('"summary":"…"', () => `"summary":${JSON.stringify(decision.summary)}`)
      assert.equal(new TextDecoder().decode(bytes), filled)
    })
  })
}

test('a comment is decided alike as an object, as a text and as bytes', () => {
  const program = openProgram(programOf('playbooks/harbour-coffee'))
  const comment = { id: 'c-1', text: 'You are an IDIOT \ud800, where is my refund?', author: { id: 'u', name: 'Bob' },
    odd: 1 }
  const line = JSON.stringify(comment), ofLine = program.decideLine(line, now)
  assert.deepEqual(program.decideLine(new TextEncoder().encode(line), now), ofLine)
  const { decision, unknownKeys } = program.decideKnowing(comment, Date.parse(now) / 1000)
  assert.deepEqual(decision, JSON.parse(new TextDecoder().decode(ofLine)))
  assert.deepEqual(unknownKeys, ['odd'])
  const { category, stance, actions } = program.verdict(comment, now)
  assert.deepEqual({ category, stance, actions }, {
    category: decision.category, stance: decision.stance, actions: decision.actions.map(action => action.action),
  })
  const read = program.read(line, now)
  for (const _ of [1, 2]) {
    assert.deepEqual(program.holding(read), { category: decision.category, escalations: decision.escalations ?? [] })
  }
  assert.equal(program.holding(program.read('{', now)).category, undefined)
  assert.throws(() => program.decide(comment, 'soon'), RangeError)
})

test('a program that was changed or cut anywhere is refused with a sentence', () => {
  const bytes = programOf('Tests/Conformance/decisions-as-data/say')
  assert.equal(openProgram(bytes).decide({ text: 'a' }, 0).decision, 1)
  for (let place = 0; place < bytes.length; place += 1 + Math.floor(place / 97)) {
    const changed = Uint8Array.from(bytes)
    changed[place] ^= 1 << place % 8
    assert.throws(() => openProgram(changed), ProgramError, `byte ${place}`)
    assert.throws(() => openProgram(bytes.subarray(0, place)), ProgramError, `${place} bytes`)
  }
  assert.throws(() => openProgram(Buffer.concat([bytes, Buffer.from([0])])), ProgramError)
})

test('a newer program is refused before anything else is looked at', () => {
  const bytes = Uint8Array.from(programOf('Tests/Conformance/decisions-as-data/say'))
  bytes[8] = 200
  assert.throws(() => openProgram(bytes.subarray(0, 64)), /has format 200, and this engine reads format 7/)
})

test('a program may begin anywhere in its buffer', () => {
  const bytes = programOf('Tests/Conformance/decisions-as-data/say')
  for (const offset of [0, 1, 4, 8]) {
    const buffer = new ArrayBuffer(bytes.length + offset)
    new Uint8Array(buffer, offset).set(bytes)
    assert.equal(openProgram(new Uint8Array(buffer, offset)).playbook.digest, openProgram(bytes).playbook.digest)
  }
  assert.equal(openProgram(Uint8Array.from(bytes).buffer).decide({ text: 'a' }, 0).decision, 1)
})

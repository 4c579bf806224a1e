// Programs as each release wrote them: the engine in JavaScript reads them, too. See Tests/SavedPrograms/README.md.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openProgram } from '../../Sources/DecisionScript/decorum.js'

const saved = fileURLToPath(new URL('../SavedPrograms', import.meta.url))
const linesOf = path => readFileSync(path, 'latin1').split('\n').slice(0, -1).map(line => Buffer.from(line, 'latin1'))

for (const name of readdirSync(saved).filter(name => name.startsWith('format-'))) {
  test(`a program of ${name} decides as it did`, () => {
    const folder = join(saved, name), program = openProgram(readFileSync(join(folder, 'program.decorum')))
    const wanted = linesOf(join(folder, 'decisions.ndjson'))
    linesOf(join(folder, 'comments.ndjson')).forEach((line, place) => {
      const bytes = program.decideLine(line, '2026-12-01T09:00:00Z')
      assert.equal(new TextDecoder().decode(bytes), wanted[place].toString())
    })
  })
}

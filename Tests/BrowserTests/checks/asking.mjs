// The box in which the playbook is asked: it answers every example of the playbook as the command does, and what it
// copies says the same to a shell and to a playbook.

import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** When all is decided of which nobody says when; the clocks of the playbook's zone show it. */
const now = '2026-12-02T10:30'

/** Every example of the page, and what the box answers to it. */
export async function answersOfBox({ browser }) {
  const answers = await browser.run(answered, now)
  if (answers.length === 0) throw new Error('the page offers no examples')
  return answers
}

/** Where the box answers otherwise than `decorum decide`, a line for each. */
export function asDecided(answers, command, program) {
  const input = answers.map(({ comment }) => JSON.stringify(comment) + '\n').join('')
  const output = run(command, ['decide', program, '--ndjson', '--now', now], { input })
  const decisions = output.trimEnd().split('\n').map(line => JSON.parse(line))
  return answers.flatMap((answer, place) => difference(answer, decisions[place]))
}

function difference({ comment, decision: shown, clause, marked }, decision) {
  const about = JSON.stringify(comment), wanted = JSON.stringify(decision, null, 2)
  if (shown !== wanted) return [`${about}\n  the box: ${shown}\n  decide:  ${wanted}`]
  const place = decision.category && `#category.${decision.category}`
  if (clause !== place) return [`${about}: the answer leads to ${clause}, not ${place}`]
  return marked === marksOf(decision) ? [] : [`${about}: ${marked} characters are marked, not ${marksOf(decision)}`]
}

/** How many characters of the text are found. */
function marksOf(decision) {
  const places = decision.because.flatMap(({ found = [] }) => found).filter(({ from }) => from !== undefined)
    .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, place) => from + place))
  return new Set(places).size
}

/** Where the command that the box copies decides otherwise than the box, when a shell runs it. */
export function asCommanded(answers, command, program) {
  const decorum = 'decorum() { case "$*" in *--ndjson*) "$DECORUM" "$@";; *) shift; "$DECORUM" decide --json "$@";; esac; }'
  const script = [decorum, ...answers.map(answer => answer.command)].join('\n')
  const output = run('sh', ['-c', script], { cwd: dirname(program), env: { ...process.env, DECORUM: command } })
  const lines = output.trimEnd().split('\n')
  if (lines.length !== answers.length) return [`${answers.length} commands wrote ${lines.length} decisions`]
  return answers.flatMap((answer, place) =>
    JSON.stringify(JSON.parse(answer.decision)) === lines[place] ? [] : [`${answer.command}\n  says ${lines[place]}`])
}

/** The tests that the box copies and that fail, when they stand in the playbook. */
export function asTested(answers, command, playbook) {
  const folder = mkdtempSync(join(tmpdir(), 'decorum-asked-'))
  cpSync(playbook, folder, { recursive: true })
  const tests = answers.map(({ test }, place) => test.replace(/^- test: "?/, start => `${start}${place + 1} `))
  appendFileSync(join(folder, 'tests.yaml'), tests.join('').replace(/^(?=.)/gm, '  '))
  try {
    run(command, ['test', folder])
    return []
  } catch (problem) {
    return [`${problem.stdout}${problem.stderr}`]
  }
}

function run(program, given, options = {}) {
  return execFileSync(program, given, { encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'], maxBuffer: 1 << 28, ...options })
}

/** Within the page: chooses each example, as a reader does, and reads the answer. */
async function answered(now) {
  const { examples } = JSON.parse(document.getElementById('ask:playbook').textContent)
  const box = document.getElementById('ask:box'), part = name => box.querySelector(`[data-part="${name}"]`)
  const select = box.querySelector('[data-ask="example"]'), when = box.querySelector('[data-ask="now"]')
  const json = part('json'), answers = []
  let copied
  navigator.clipboard.writeText = async text => { copied = text }
  const until = async condition => {
    for (let tries = 0; !condition() && tries < 500; tries++) await new Promise(done => setTimeout(done, 10))
  }
  const asked = async (field, event) => {
    json.textContent = ''
    field.dispatchEvent(new Event(event, { bubbles: true }))
    await until(() => json.textContent)
  }
  const copy = place => {
    part('copies').children[place].click()
    return copied
  }
  for (const { value } of [...select.querySelectorAll('optgroup option')]) {
    select.value = value
    await asked(select, 'input')
    if (!when.value) when.value = now
    await asked(when, 'change')
    const [group, place] = value.split(' '), { covers, ...comment } = examples[group].comments[place].comment
    answers.push({
      comment, decision: json.textContent || part('view').textContent,
      clause: box.querySelector('.ask-category a')?.getAttribute('href'),
      marked: [...box.querySelectorAll('mark')].reduce((sum, { textContent }) => sum + Array.from(textContent).length, 0),
      command: copy(0), test: copy(1),
    })
  }
  return answers
}

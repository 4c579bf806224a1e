// The box in which the playbook is asked: it answers every example of the playbook as the command does.

import { execFileSync } from 'node:child_process'

/** When all is decided of which nobody says when; the clocks of the playbook's zone show it. */
const now = '2026-12-02T10:30'

/**
 * What the box answers otherwise than the command, a line for each; nothing where it answers alike.
 *
 * @param program  the file of the program that the page was made with.
 */
export async function asking({ browser }, command, program) {
  const examples = await browser.run(comments)
  if (examples.length === 0) return ['the page offers no examples']
  const answers = await browser.run(answersOfBox, now)
  const input = examples.map(comment => JSON.stringify(comment) + '\n').join('')
  const output = execFileSync(command, ['decide', program, '--ndjson', '--now', now],
    { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'], maxBuffer: 1 << 28 })
  const decisions = output.trimEnd().split('\n').map(line => JSON.parse(line))
  return examples.flatMap((comment, place) => difference(comment, answers[place], decisions[place]))
}

function difference(comment, answer, decision) {
  const about = JSON.stringify(comment)
  const wanted = JSON.stringify(decision, null, 2), found = answer.decision
  if (found !== wanted) return [`${about}\n  the box: ${found}\n  decide:  ${wanted}`]
  const clause = `#category.${decision.category}`
  if (decision.category && answer.link !== clause) return [`${about}: the answer leads to ${answer.link}, not ${clause}`]
  return answer.marks === marksOf(decision) ? [] : [`${about}: ${answer.marks} is marked, not ${marksOf(decision)}`]
}

/** How many characters are marked. */
function marksOf(decision) {
  const places = decision.because.flatMap(({ found = [] }) => found).filter(({ from }) => from !== undefined)
    .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, place) => from + place))
  return new Set(places).size
}

/** The comments of the page's examples, as the playbook has them. */
function comments() {
  const { examples } = JSON.parse(document.getElementById('ask:playbook').textContent)
  return examples.flatMap(each => each.comments.map(({ comment: { covers, ...comment } }) => comment))
}

/** Chooses each example in the box, as a reader does, and reads the answer. */
async function answersOfBox(now) {
  const box = document.getElementById('ask:box')
  const select = box.querySelector('[data-ask="example"]'), when = box.querySelector('[data-ask="now"]')
  const json = box.querySelector('[data-part="json"]'), answers = []
  const until = async condition => {
    for (let tries = 0; !condition() && tries < 500; tries++) await new Promise(done => setTimeout(done, 10))
  }
  for (const { value } of [...select.querySelectorAll('optgroup option')]) {
    json.textContent = ''
    select.value = value
    select.dispatchEvent(new Event('input', { bubbles: true }))
    await until(() => json.textContent)
    json.textContent = ''
    if (!when.value) when.value = now
    when.dispatchEvent(new Event('change', { bubbles: true }))
    await until(() => json.textContent)
    answers.push({
      decision: json.textContent || box.querySelector('[data-part="view"]').textContent,
      link: box.querySelector('.ask-category a')?.getAttribute('href') ?? null,
      marks: [...box.querySelectorAll('mark')].reduce((sum, { textContent }) => sum + Array.from(textContent).length, 0),
    })
  }
  return answers
}

import { openProgram } from '../../../DecisionScript/decorum.js'
import { answerOf } from './answer.js'
import { answersOf, commentOf } from './comment.js'
import { commandFor, testFor } from './copies.js'
import { copyButton, element } from './elements.js'
import { Form } from './form.js'
import { Clock, instantOf } from './times.js'
import { shownAnswer, shownVerdict } from './view.js'
import { Words } from './words.js'

/** How long somebody stops typing before there is an answer, in milliseconds. */
const pause = 120

/** The box of the page: a comment and what is known go in, a decision and its reasons come out. */
class AskBox {
  constructor(root) {
    this.playbook = JSON.parse(document.getElementById('ask:playbook').textContent)
    this.form = new Form(root)
    this.part = name => root.querySelector(`[data-part="${name}"]`)
    this.offerExamples(root.querySelector('[data-ask="example"]'))
    this.part('copies').append(
      copyButton('Copy as a command', () => commandFor(this.asked.comment, this.playbook.program, this.asked.now)),
      copyButton('Copy as a test', () => testFor(this.asked.comment, this.asked.decision, this.asked.now)),
      copyButton('Copy the decision', () => this.asked.line))
    root.addEventListener('input', () => this.askSoon())
    root.addEventListener('change', () => this.ask())
    root.addEventListener('submit', event => event.preventDefault())
    root.addEventListener('focusin', () => this.opened(), { once: true })
    root.addEventListener('reset', event => this.startAgain(event))
    root.hidden = false
    // A page that is gone back to keeps what was typed.
    this.ask()
  }

  /** The program is unpacked when somebody comes to ask. */
  opened() {
    return this.opening ??= unpacked(document.getElementById('ask:program').textContent).then(openProgram)
  }

  offerExamples(select) {
    const { examples } = this.playbook
    const option = ({ label, comment }, group, place) =>
      element('option', { value: `${group} ${place}` }, shortened(label ?? comment.text))
    select.append(...examples.map(({ title, comments }, group) =>
      element('optgroup', { label: title }, ...comments.map((example, place) => option(example, group, place)))))
    select.addEventListener('input', event => {
      event.stopPropagation()
      const [group, place] = select.value.split(' ')
      if (place !== undefined) this.show(examples[group].comments[place].comment)
    })
  }

  show(comment) {
    this.form.answers = answersOf(comment, this.playbook)
    this.ask()
  }

  startAgain(event) {
    event.preventDefault()
    this.form.clear()
    this.form.root.querySelector('[data-ask="example"]').value = ''
    this.ask()
    this.form.text.focus()
  }

  askSoon() {
    clearTimeout(this.waiting)
    this.waiting = setTimeout(() => this.ask(), pause)
  }

  async ask() {
    clearTimeout(this.waiting)
    const { form } = this, known = form.knownCount
    this.part('known').textContent = known ? `(${known})` : ''
    const isEmpty = !form.text.value.trim() && !known
    this.part('answer').hidden = isEmpty
    if (isEmpty) return void this.say('')
    try {
      this.decide(await this.opened(), form.answers)
      this.draw()
    } catch (problem) {
      this.complain(problem)
    }
  }

  /** The decision and all that belongs to it; where nobody says when, it is now. */
  decide(program, answers) {
    const seconds = Math.floor(Date.now() / 1000), present = instantText(seconds)
    const comment = commentOf(answers, this.playbook.fields, present)
    const line = new TextDecoder().decode(program.decideLine(JSON.stringify(comment), seconds))
    const now = comment.now ?? present
    this.asked = { comment, line, decision: JSON.parse(line), now }
  }

  draw() {
    const { form, playbook, asked: { comment, decision, now } } = this
    const instant = /[Zz]|[+-][0-9:]+$/.test(now.slice(11)) ? Date.parse(now) : instantOf(now, playbook.zone)
    const words = new Words(playbook.titles, new Clock(playbook.zone, instant))
    const answer = answerOf(decision, comment.text, words)
    this.part('verdict').replaceChildren(...shownVerdict(answer))
    this.part('view').replaceChildren(...shownAnswer(answer, form, (field, value) => this.settle(field, value)))
    this.part('json').textContent = JSON.stringify(decision, null, 2)
    this.part('more').hidden = false
    this.say(decision.summary)
  }

  /** Says what is seen to those who hear it; the same is not said twice. */
  say(summary) {
    const status = this.part('summary')
    if (status.textContent !== summary) status.textContent = summary
  }

  settle(field, value) {
    field.value = value
    this.ask()
    this.part('answer').focus()
  }

  complain(problem) {
    this.asked = undefined
    this.part('verdict').replaceChildren()
    this.part('view').replaceChildren(element('p', { class: 'ask-trouble' }, sentence(problem)))
    this.part('more').hidden = true
    this.say('')
  }
}

function sentence(problem) {
  if (problem instanceof SyntaxError) return 'What is known beside the form is no JSON yet.'
  return `This browser cannot answer: ${problem.message}`
}

const instantText = seconds => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`

const shortened = text => Array.from(text).length > 90 ? `${Array.from(text).slice(0, 89).join('')}…` : text

/** The bytes of a program that stand in a page: in base 64, compressed as zlib has it. */
async function unpacked(text) {
  const packed = Uint8Array.from(atob(text.trim()), character => character.charCodeAt(0))
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

const box = document.getElementById('ask:box')
if (box) new AskBox(box)

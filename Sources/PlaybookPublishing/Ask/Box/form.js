import { noAnswers } from './comment.js'

/** The form of the page: what somebody said in it, and the same said by an example. */
export class Form {
  constructor(root) {
    this.root = root
    this.text = root.querySelector('[data-ask="text"]')
    this.channel = root.querySelector('[data-ask="channel"]')
    this.now = root.querySelector('[data-ask="now"]')
    this.rest = root.querySelector('[data-ask="rest"]')
    this.facts = this.named('fact')
    this.units = this.named('unit')
    this.strikes = this.named('strikes')
    this.earlier = this.named('earlier')
    this.modes = this.named('mode')
  }

  /** The fields that say a kind of thing, by what each is about. */
  named(kind) {
    return new Map([...this.root.querySelectorAll(`[data-${kind}]`)].map(field => [field.dataset[kind], field]))
  }

  get answers() {
    const values = fields => Object.fromEntries([...fields].map(([name, field]) => [name, field.value]))
    return {
      text: this.text.value, channel: this.channel.value, now: this.now.value,
      facts: Object.fromEntries([...this.facts].map(([name, { value }]) =>
        [name, { text: value, unit: this.units.get(name)?.value }])),
      strikes: values(this.strikes), earlier: values(this.earlier),
      modes: [...this.modes].filter(([, box]) => box.checked).map(([name]) => name),
      rest: this.rest.value,
    }
  }

  set answers(answers) {
    for (const key of ['text', 'channel', 'now', 'rest']) this[key].value = answers[key]
    for (const [name, field] of this.facts) {
      field.value = answers.facts[name]?.text ?? ''
      const unit = this.units.get(name)
      if (unit) unit.value = answers.facts[name]?.unit ?? 'day'
    }
    for (const [name, field] of this.strikes) field.value = answers.strikes[name] ?? ''
    for (const [name, field] of this.earlier) field.value = answers.earlier[name] ?? ''
    for (const [name, box] of this.modes) box.checked = answers.modes.includes(name)
  }

  clear() {
    this.answers = noAnswers()
  }

  /** How many things are known beside the text and where it stands. */
  get knownCount() {
    const { now, facts, strikes, earlier, modes, rest } = this.answers
    const values = [now, rest.trim(), ...Object.values(facts).map(({ text }) => text), ...Object.values(strikes),
      ...Object.values(earlier)]
    return values.filter(value => value !== '').length + modes.length
  }

  /** The field that says a fact, be it one of the author's history; nothing where the form has none. */
  fieldOf(name) {
    const key = name.replace(/^history\./, '')
    return this.facts.get(name) ?? this.strikes.get(key) ?? this.earlier.get(key)
  }

  /** Shows a field, whatever it is folded into, and goes there. */
  goTo(field) {
    for (let each = field.closest('details'); each; each = each.parentElement.closest('details')) each.open = true
    field.focus()
  }
}

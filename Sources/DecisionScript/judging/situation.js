import { allHours, endOfAllowance, isOpen } from '../time/hours.js'
import { endOfLength } from '../time/lengths.js'
import { FoundTerms } from '../text/found.js'
import { measure, measures } from '../text/measures.js'
import { WrittenText } from '../text/writtenText.js'

/** A comment as the conditions see it: its text read and searched, once. One situation serves comment after comment. */
export class Situation {
  constructor(program) {
    this.program = program
    this.found = this.newFound()
    this.text = this.found.text
    this.factTexts = new Map()
    this.measured = new Map()
    this.open = new Map()
    // What is known of one comment only.
    this.known = [this.factTexts, this.measured, this.open]
    this.placeOfChannel = program.places.facts.get('post.channel')
    this.placeOfTime = program.places.facts.get('post.at')
  }

  newFound() {
    const { searches, characters, rules } = this.program
    return new FoundTerms(searches, new WrittenText(characters, rules.ignoresQuotes))
  }

  /** Makes ready for another comment. */
  begin(comment) {
    this.comment = comment
    this.found.read(comment.text)
    for (const known of this.known) if (known.size) known.clear()
    /** The instant from which deadlines count and at which a strike falls. */
    this.start = comment.facts[this.placeOfTime] ?? comment.now
  }

  /** The value of a fact by its name; nothing where it is not given. */
  fact(name) {
    return this.comment.facts[this.program.places.facts.get(name)]
  }

  measure(number) {
    if (!this.measured.has(number)) this.measured.set(number, measure(measures[number], this.text))
    return this.measured.get(number)
  }

  /** Whether a search finds a term in the text of a fact; nothing where the fact is not given. */
  findsInFact(search, place) {
    const text = this.comment.facts[place]
    if (typeof text !== 'string') return undefined
    if (!this.factTexts.has(place)) {
      const found = this.newFound()
      found.read(text)
      this.factTexts.set(place, found)
    }
    return this.factTexts.get(place).count(search) > 0
  }

  /** How many comments the author wrote in a length of time that ends with this one, which counts. */
  countOfEarlier(history, length) {
    const { start, program: { rules: { zone } } } = this
    const instants = this.comment.earlier[history]
    return instants && 1 + instants.filter(each => each <= start && start < endOfLength(length, each, zone)).length
  }

  /** The channel on which the comment stands, where the playbook knows it. */
  get channel() {
    const word = this.comment.facts[this.placeOfChannel]?.[0]
    return word && this.program.rules.channels[this.program.places.channels.get(word.plain)]
  }

  isOpen(place) {
    const { rules } = this.program
    if (!this.open.has(place)) this.open.set(place, isOpen(rules.teams[place].hours, this.start, rules.zone))
    return this.open.get(place)
  }

  /** The team itself where it is open when the comment comes, else the one that covers for it, and so on. */
  teamThatActs(team) {
    const { rules, places } = this.program
    let acting = team
    for (let left = rules.teams.length; left > 0; left--) {
      const place = places.teams.get(acting)
      if (place === undefined || this.isOpen(place) || rules.teams[place].cover === undefined) return acting
      acting = rules.teams[place].cover
    }
    return acting
  }

  /** When something is due that may take a team so long; at once where nothing is said. */
  due(allowance, team) {
    if (!allowance) return this.start
    const { rules, places } = this.program
    const hours = rules.teams[places.teams.get(team)]?.hours ?? (this.everybody ??= allHours(rules.holidays))
    return endOfAllowance(allowance, this.start, hours, rules.zone)
  }

  endOf(length, start) {
    return endOfLength(length, start, this.program.rules.zone)
  }
}

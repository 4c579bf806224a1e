import { DisguisedPhrase } from './disguisedPhrases.js'
import { Expressions } from './expressions.js'
import { Hosts } from './hosts.js'
import { PhraseTables } from './phraseTables.js'
import { Shapes } from './shapes.js'

export const [phrases, expressions, hosts, lexicon] = [0, 1, 2, 3]

/** All that a program looks for in texts. Terms are numbered throughout, those of a search one after the other. */
export class Searches {
  constructor(file, text, numbers, characters) {
    const cells = file.section(20).subarray(1), terms = file.section(21)
    this.list = []
    for (let at = 0; at < cells.length; at += 8) {
      const [kind, name, first, count, hasExceptions, seesDisguises] = cells.subarray(at, at + 8)
      const isCareful = hasExceptions + seesDisguises > 0
      this.list.push({ kind, lexicon: kind === lexicon ? text(name) : '', first, count, isCareful, disguised: [] })
    }
    this.readTerms(terms.subarray(1), terms[0], text, numbers)
    this.phrases = new PhraseTables(file)
    this.expressions = new Expressions(file.section(35), file.section(36), this.searchOf)
    this.hostTable = new Hosts(file.section(37))
    this.readDisguises(file, characters)
    const places = isWanted => [...this.list.keys()].filter(search => isWanted(this.list[search]))
    /** Searches for which more is to be done than to find phrases. */
    this.careful = places(each => each.isCareful)
    this.hosts = places(each => each.kind === hosts)
  }

  readTerms(cells, count, text, numbers) {
    this.termCount = count
    this.searchOf = new Uint32Array(count).map((_, term) => cells[term * 4])
    this.weightOf = new Float64Array(count).map((_, term) => numbers[cells[term * 4 + 2]])
    this.isException = new Uint8Array(count).map((_, term) => cells[term * 4 + 3] & 1)
    this.isCareful = new Uint8Array(count).map((_, term) => this.list[this.searchOf[term]].isCareful)
    this.termText = term => text(cells[term * 4 + 1])
  }

  readDisguises(file, characters) {
    if (!file.section(38)[0]) return
    this.shapes = new Shapes(file, characters)
    for (const phrase of DisguisedPhrase.all(file.section(38))) {
      this.list[this.searchOf[phrase.term]].disguised.push(phrase)
    }
  }
}

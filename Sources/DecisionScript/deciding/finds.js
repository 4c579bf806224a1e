import { given } from '../json/writing.js'
import {
  isAll, isAny, isCount, isFact, isFactText, isFound, isHistory, isMeasure, isMode, isScore, isSignal, isStrikes,
  isTermCount, isTimeOpen,
} from '../judging/conditions.js'
import { yes } from '../judging/truth.js'
import { measures } from '../text/measures.js'
import { compareTexts } from '../text/scalars.js'
import { expressions, hosts, phrases } from '../text/searches.js'
import { instantText } from '../time/instants.js'
import { factValue } from './filling.js'

/** So many places in the text are named at the most. */
const mostHits = 32

/** What made a clause hold: every true leaf of its `any` and `all`, each once. */
export function findsOf(clause, evaluation) {
  const finds = new Finds(evaluation)
  finds.collect(clause)
  return finds.list
}

class Finds {
  constructor(evaluation) {
    this.evaluation = evaluation
    this.situation = evaluation.situation
    this.hits = []
    // Facts and measures that passed a test, by their name and the test.
    this.others = new Map()
    this.seenSearches = new Set()
    this.seenSignals = new Set()
  }

  /**
   * What was found in the text in the order of the text, then facts and measures by their names and tests: a clause may
   * be a mapping, the order of which means nothing.
   */
  get list() {
    const others = [...this.others.values()]
      .sort((one, other) => compareTexts(one.name, other.name) || compareTexts(one.test, other.test))
    return [...this.distinctHits().slice(0, mostHits).map(hit => this.found(hit)), ...others.map(other => other.found)]
  }

  collect(node) {
    if (this.evaluation.value(node) !== yes) return
    const { cells, conditions } = this.evaluation
    const asked = cells[node + 2]
    switch (cells[node]) {
      case isAll:
      case isAny:
      case isCount:
        for (const part of conditions.parts(node)) this.collect(part)
        break
      case isSignal:
        if (!this.seenSignals.has(asked)) {
          this.seenSignals.add(asked)
          this.collect(conditions.signals[asked])
        }
        break
      case isFound:
      case isTermCount:
      case isScore:
        this.collectSearch(asked)
        break
      default: this.collectOther(cells[node], asked, this.situation.program.text(cells[node + 3]), node)
    }
  }

  collectSearch(search) {
    if (this.seenSearches.has(search)) return
    this.seenSearches.add(search)
    const { found, program: { searches } } = this.situation
    for (const term of found.terms(search)) {
      const { kind, lexicon } = searches.list[search]
      this.hits.push({ term, text: searches.termText(term), kind, lexicon, start: found.starts[term] })
    }
  }

  /** What is asked beside the text: its name, its value, and the words of the test. */
  collectOther(kind, asked, test, node) {
    const { comment, program, start } = this.situation, { rules } = program
    switch (kind) {
      case isMeasure: return this.add('measure', `text.${measures[asked]}`, this.situation.measure(asked), test)
      case isFact:
      case isFactText: return this.addFact(rules.facts[asked], comment.facts[asked], test)
      case isStrikes: return this.add('fact', program.ladderName(asked), comment.histories[asked]?.strikes, test)
      case isTimeOpen: return this.add('fact', 'time.open', instantText(start), rules.teams[asked].name)
      case isHistory: return this.add('fact', program.historyName(asked), this.evaluation.countOfHistory(node), test)
      case isMode: return this.add('fact', 'mode', this.modes(), program.text(asked))
    }
  }

  addFact({ name, type }, value, test) {
    this.add('fact', name, factValue(type, value), test)
  }

  /** The modes that are on. */
  modes() {
    const { comment, program } = this.situation
    return [...comment.modes].sort((one, other) => one - other).map(place => program.rules.modes[place])
  }

  add(kind, name, is, test) {
    const key = `${name} ${test}`
    if (!this.others.has(key)) this.others.set(key, { name, test, found: given({ [kind]: name, is, test }) })
  }

  /** By place, then by term; a phrase of a condition stands before an expression, a host, and a term of a lexicon. */
  distinctHits() {
    const ordered = this.hits.sort((one, other) => one.start - other.start || compareTexts(one.text, other.text)
      || one.kind - other.kind || compareTexts(one.lexicon, other.lexicon))
    // A phrase that several conditions look for is found once.
    const seen = new Set()
    return ordered.filter(({ kind, lexicon, text }) => {
      const key = JSON.stringify([kind, lexicon, text])
      return !seen.has(key) && seen.add(key)
    })
  }

  found({ term, text, kind, lexicon }) {
    const { found } = this.situation
    const from = found.starts[term], to = found.ends[term]
    return given({
      ...named(kind, lexicon, text),
      text: this.situation.text.excerpt(from, to), from, to,
      disguised: found.isDisguised[term] ? true : undefined,
    })
  }
}

function named(kind, lexicon, text) {
  if (kind === phrases) return { phrase: text }
  if (kind === expressions) return { regex: text }
  return kind === hosts ? { link: text } : { lexicon, term: text }
}

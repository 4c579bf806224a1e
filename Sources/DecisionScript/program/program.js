import { readJSON, JSONProblem } from '../json/reading.js'
import { given, jsonText } from '../json/writing.js'
import { CommentProblem, greatestIdentity, histories, memberOf, readComment } from '../judging/comment.js'
import { Conditions } from '../judging/conditions.js'
import { Evaluation } from '../judging/evaluation.js'
import { Holding } from '../judging/holding.js'
import { Judgement } from '../judging/judgement.js'
import { Situation } from '../judging/situation.js'
import { decisionOf, troubleDecision } from '../deciding/decision.js'
import { OrderedActions } from '../deciding/ordered.js'
import { Normaliser } from '../text/folding.js'
import { textOfLine, utf8, utf8Length, wellFormed } from '../text/scalars.js'
import { Searches } from '../text/searches.js'
import { Characters } from '../text/tables.js'
import { withinInstants } from '../time/calendar.js'
import { readInstant } from '../time/instants.js'
import { ProgramError, ProgramFile } from './file.js'
import { readRules } from './rules.js'
import { textTable } from './texts.js'

/** A compiled playbook, ready to decide about comments. It has no clock, no files and no memory of what it decided. */
export class Program {
  constructor(bytes) {
    const file = new ProgramFile(bytes)
    this.text = textTable(file)
    this.textCount = file.section(1)[0]
    this.numbers = file.section(3, Float64Array)
    this.rules = readRules(file.section(4), this.text, this.numbers)
    this.places = placesOf(this.rules)
    this.placesUnder = Object.fromEntries(groups.map(group => [group, placesUnder(group, this.places.facts)]))
    this.brakes = new Map(this.rules.brakes.map(brake => [this.places.actions.get(brake.action), brake]))
    this.characters = new Characters(file, this.rules)
    this.searches = new Searches(file, this.text, this.numbers, this.characters)
    this.conditions = new Conditions(file.section(40), file.section(41), this.rules)
    this.plainForm = new Normaliser(this.characters, false)
    this.normalForm = new Normaliser(this.characters, this.rules.ignoresAccents)
    /** Words of facts that were read, by how they were written. */
    this.knownWords = new Map()
    this.demandsFacts = this.rules.facts.some(fact => fact.isRequired)
    /** The playbook, its version and the digest of the program, as decisions carry them. */
    this.playbook = given({ name: this.rules.playbook, version: this.rules.version, digest: file.digest })
    this.situation = new Situation(this)
    this.ordered = new OrderedActions(this)
    this.evaluations = {
      first: new Evaluation(this.situation, false), then: new Evaluation(this.situation, false),
      firstUnsettled: new Evaluation(this.situation, true), thenUnsettled: new Evaluation(this.situation, true),
    }
  }

  /** The normal form in which words are compared as words, and that of the program's own matching. */
  plain(text) {
    return this.plainForm.fold(text)
  }

  normal(text) {
    return this.normalForm.fold(text)
  }

  /** The strikes on a ladder as a fact. */
  ladderName(ladder) {
    return `history.${this.rules.ladders[ladder].name}`
  }

  historyName(history) {
    return `history.${histories[history]}`
  }

  /**
   * Decides what is to be done about a comment. One that cannot be read is held, and the decision says why.
   *
   * `now`: the instant of the decision where the comment has none, in seconds since 1970 or in ISO 8601.
   */
  decide(comment, now) {
    return this.decideKnowing(comment, now).decision
  }

  /** The same, with the keys of the comment that the language does not have. */
  decideKnowing(comment, now) {
    return this.decideRead(this.readObject(comment, now))
  }

  decideRead({ comment, trouble }) {
    if (trouble) return { decision: trouble, unknownKeys: [] }
    return { decision: decisionOf(this.judge(comment)), unknownKeys: comment.unknownKeys }
  }

  /** Decides about one line of JSON, a text or its bytes; gives the canonical bytes of the decision. */
  decideLine(line, now) {
    return utf8(jsonText(this.decideLineKnowing(line, now).decision))
  }

  /** The decision about one line of JSON, with the keys of the comment that the language does not have. */
  decideLineKnowing(line, now) {
    return this.decideRead(this.readLine(line, now))
  }

  /** What a decision comes to, without its words and reasons. A line of JSON is read too. */
  verdict(comment, now) {
    const read = this.read(comment, now)
    if (read.trouble) return { category: undefined, escalations: [], stance: read.trouble.stance, actions: [] }
    const judgement = this.judge(read.comment)
    const { stance, actions } = this.ordered.of(judgement)
    const { category, escalations } = namesOf(judgement)
    return { category, escalations, stance, actions }
  }

  /** A comment as it was read, to be asked about as often as one likes. A line of JSON is read too. */
  read(comment, now) {
    const isLine = typeof comment === 'string' || comment instanceof Uint8Array
    return isLine ? this.readLine(comment, now) : this.readObject(comment, now)
  }

  /** Which clauses hold of a comment that was read, as quickly as can be. */
  holding(read) {
    if (read.trouble) return { category: undefined, escalations: [] }
    this.situation.begin(read.comment)
    return namesOf(new Holding(this.situation, this.evaluations))
  }

  readLine(line, now) {
    let json
    try {
      json = readJSON(typeof line === 'string' ? wellFormed(line) : textOfLine(line))
    } catch (problem) {
      if (!(problem instanceof JSONProblem)) throw problem
      return { trouble: troubleDecision(`This line is no JSON: ${problem.message}`, this.playbook) }
    }
    return this.readObject(json, now)
  }

  readObject(json, now) {
    try {
      return { comment: readComment(json, this, instantOf(now)) }
    } catch (problem) {
      if (!(problem instanceof CommentProblem)) throw problem
      const id = memberOf(json, 'id')
      const isName = typeof id === 'string' && utf8Length(id) <= greatestIdentity
      return { trouble: troubleDecision(problem.message, this.playbook, isName ? id : undefined) }
    }
  }

  judge(comment) {
    this.situation.begin(comment)
    return new Judgement(this.situation, this.evaluations)
  }
}

function namesOf({ category, escalations }) {
  return { category: category.name, escalations: escalations.map(escalation => escalation.name) }
}

/** The places of things, by their names. */
function placesOf(rules) {
  const places = names => new Map(names.map((name, place) => [name, place]))
  const named = list => places(list.map(each => each.name))
  return {
    facts: named(rules.facts), teams: named(rules.teams), plans: named(rules.plans), ladders: named(rules.ladders),
    actions: named(rules.actions), channels: named(rules.channels), modes: places(rules.modes),
  }
}

/** The groups in which a comment gives facts; under `facts` they have their whole name. */
const groups = ['facts', 'author', 'post', 'thread', 'case']

function placesUnder(group, facts) {
  if (group === 'facts') return facts
  const members = [...facts].filter(([name]) => name.startsWith(`${group}.`))
  return new Map(members.map(([name, place]) => [name.slice(group.length + 1), place]))
}

function instantOf(now) {
  const seconds = typeof now === 'string' ? readInstant(now) : now
  if (typeof seconds !== 'number' || Number.isNaN(seconds)) {
    throw new RangeError('`now` is neither seconds since 1970 nor an instant such as "2026-12-01T10:00:00Z".')
  }
  return withinInstants(Math.floor(seconds))
}

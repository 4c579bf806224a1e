import { DisguiseFinder } from './disguises.js'
import { PhraseFinder } from './phrases.js'
import { Places } from './places.js'
import { expressions, hosts } from './searches.js'

/** What is found in one text: of every term its first place. Text after text is searched in the same memory. */
export class FoundTerms {
  constructor(searches, text) {
    this.searches = searches
    this.text = text
    this.finder = new PhraseFinder(searches.phrases, text, this)
    this.reading = 0
    // The reading of a text in which a term was last found, and its first place then.
    this.foundIn = new Uint32Array(searches.termCount)
    this.starts = new Int32Array(searches.termCount)
    this.ends = new Int32Array(searches.termCount)
    this.isDisguised = new Uint8Array(searches.termCount)
    // The reading in which a search was last begun and settled, how many of its terms were found, and their weights.
    this.begunIn = new Uint32Array(searches.list.length)
    this.settledIn = new Uint32Array(searches.list.length)
    this.counts = new Uint32Array(searches.list.length)
    this.scores = new Float64Array(searches.list.length)
    // The reading in which triggers were last looked for; by expression, that in which one of its own was last found.
    this.triggeredIn = this.looksLeft = 0
    this.wokenIn = new Uint32Array(searches.expressions.machines.length)
    /** The reading for which disguises were last made ready to be found. */
    this.disguisesOf = 0
    this.awake = []
    this.begun = []
    /** Places of terms that exceptions may take away, or that are looked for in disguise too. */
    this.pending = []
  }

  /** Reads and searches a text. */
  read(text) {
    this.text.read(text)
    this.reading += 1
    this.begun.length = this.pending.length = 0
    this.finding = undefined
    this.finder.find()
  }

  /** Takes over a place of a term in the folded text. */
  add(term, start, end) {
    const { starts, ends } = this.text.folded
    const isEmpty = start === end
    const from = isEmpty ? 0 : starts[start], to = isEmpty ? 0 : ends[end - 1]
    if (this.searches.isCareful[term]) this.pending.push({ term, place: [from, to] })
    else this.keepFirst(term, from, to, false)
  }

  keepFirst(term, start, end, isDisguised) {
    const search = this.searches.searchOf[term]
    if (this.foundIn[term] === this.reading) {
      if (start > this.starts[term] || start === this.starts[term] && end >= this.ends[term]) return
    } else {
      this.foundIn[term] = this.reading
      this.begin(search)
      this.counts[search] += 1
      this.scores[search] += this.searches.weightOf[term]
    }
    this.starts[term] = start
    this.ends[term] = end
    this.isDisguised[term] = isDisguised
  }

  begin(search) {
    if (this.begunIn[search] === this.reading) return
    this.begunIn[search] = this.reading
    this.counts[search] = this.scores[search] = 0
    this.begun.push(search)
  }

  /** Every search that finds something, or may: what an expression that is awake finds is known when somebody asks. */
  findingSearches() {
    return this.finding ??= this.allFinding()
  }

  allFinding() {
    const { careful, hosts, expressions } = this.searches
    for (const search of careful) this.settle(search)
    if (this.text.links.length) for (const search of hosts) this.settle(search)
    const finding = this.begun.filter(search => this.counts[search] > 0)
    for (const expression of this.awakeExpressions()) finding.push(expressions.searchOf[expression])
    return finding
  }

  /** Whether an expression is worth a look. */
  isAwake(expression) {
    this.awakeExpressions()
    return this.wokenIn[expression] === this.reading
  }

  awakeExpressions() {
    if (this.triggeredIn !== this.reading) {
      this.triggeredIn = this.reading
      this.awake.length = 0
      this.looksLeft = 256 + this.text.length * 4
      this.searches.expressions.triggers.wake(this.text, this)
    }
    return this.awake
  }

  /**
   * Whether an expression that is asleep may begin at a place. So many characters of a text are looked at for that;
   * beyond them one look at the whole is less.
   */
  mayBegin(expression, at) {
    if (this.wokenIn[expression] === this.reading) return false
    const { forward } = this.searches.expressions.machine(expression)
    const looked = forward.begins(this.text, at, this.looksLeft)
    this.looksLeft -= looked < 0 ? ~looked : looked
    return looked >= 0
  }

  wake(expression) {
    if (this.wokenIn[expression] === this.reading) return
    this.wokenIn[expression] = this.reading
    this.awake.push(expression)
  }

  /** How many distinct terms a search finds. */
  count(search) {
    this.settle(search)
    return this.counts[search]
  }

  /** The weights of the distinct terms that a search finds, added up. */
  score(search) {
    this.settle(search)
    return this.scores[search]
  }

  /** The terms that a search finds. */
  terms(search) {
    this.settle(search)
    const { first, count } = this.searches.list[search]
    const terms = []
    for (let term = first; term < first + count; term++) if (this.foundIn[term] === this.reading) terms.push(term)
    return terms
  }

  /** Does what is done for a search only when somebody asks for it. */
  settle(search) {
    if (this.settledIn[search] === this.reading) return
    this.settledIn[search] = this.reading
    this.begin(search)
    const { kind, isCareful, first, count } = this.searches.list[search]
    if (kind === expressions) this.searches.expressions.find(first, count, this.text, this)
    else if (kind === hosts) this.searches.hostTable.find(first, count, this.text, this)
    else if (isCareful) this.settleWithCare(search)
  }

  settleWithCare(search) {
    const { isException, searchOf } = this.searches
    const plain = this.pending.filter(({ term }) => searchOf[term] === search)
    const all = plain.concat(this.inDisguise(search, plain))
    if (all.length === 0) return
    const exceptions = new Places(all.filter(({ term }) => isException[term]).map(({ place }) => place))
    for (const { term, place: [start, end], isDisguised = false } of all) {
      if (!isException[term] && !exceptions.hold(start, end)) this.keepFirst(term, start, end, isDisguised)
    }
  }

  /** The places in disguise of a search's terms, those left out that are found plainly. */
  inDisguise(search, plain) {
    const { disguised } = this.searches.list[search]
    if (disguised.length === 0) return []
    this.disguises ??= new DisguiseFinder(this.text, this.searches.shapes)
    if (this.disguisesOf !== this.reading) {
      this.disguisesOf = this.reading
      this.disguises.begin()
    }
    const found = []
    for (const phrase of disguised) {
      const places = this.disguises.places(phrase)
      if (places.length === 0) continue
      const plainly = new Places(plain.filter(({ term }) => term === phrase.term).map(({ place }) => place))
      for (const place of places) {
        if (!plainly.touch(...place)) found.push({ term: phrase.term, place, isDisguised: true })
      }
    }
    return found
  }
}

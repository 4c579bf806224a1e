import { isWhiteSpace } from '../text/kinds.js'
import { beginningLarge, beginningSmall, endsSentence } from '../text/characters.js'
import { allowanceText, lengthText } from '../time/lengths.js'
import { fromLadder, fromPlan } from './deeds.js'
import { summaryOfDuration } from './durations.js'
import { eachOnce, listText, ordinal } from './lists.js'

/** Actions in the order in which they are told: what is done to the comment first, what is kept or passed on last. */
const kindsInOrder = ['enforce', 'speak', 'record', 'route']

/** A decision in a few short sentences, made of the titles that the playbook gives. */
export class Summary {
  constructor(judgement, deeds) {
    this.judgement = judgement
    this.situation = judgement.situation
    this.deeds = deeds
    this.author = authorName(this.situation) ?? 'the author'
  }

  get text() {
    const { orders, strike, agreement, lack, answer, question } = this
    const needed = [orders, strike, agreement, lack, answer, question].filter(words => words)
    const withLeave = [orders, strike, agreement, lack, answer, this.leave, question].filter(words => words)
    const all = needed.length < 4 ? withLeave : needed
    return all.length === 0 ? 'Nothing to do.' : all.map(sentence).join(' ')
  }

  /** "hide it and keep a copy": what is ordered, but for what the strike alone brings and what other sentences say. */
  get orders() {
    const ordered = this.deeds.must.filter(deed =>
      deed.origins !== fromLadder && !(deed.origins & fromPlan) && !this.isSaidElsewhere(deed))
    return listText(this.phrases(ordered), 'and')
  }

  /** "second strike: warn Bob" */
  get strike() {
    const { standing } = this.judgement
    if (!standing) return undefined
    const known = standing.unknownFact === undefined ? '' : ' as far as we know'
    const opening = `${ordinal(standing.strikes)} strike${known}`
    const own = this.deeds.must.filter(deed => deed.origins === fromLadder && !this.isSaidElsewhere(deed))
    const phrases = listText(this.phrases(own), 'and')
    return phrases === undefined ? opening : `${opening}: ${phrases}`
  }

  /** "if Duty manager agrees, block Bob for 90 days" */
  get agreement() {
    const waiting = this.inOrderOfSaying(this.deeds.must.filter(deed => deed.awaiting.length))
    if (waiting.length === 0) return undefined
    const agreements = listText(eachOnce(waiting.flatMap(deed => this.agreements(deed))), 'and')
    return agreements && `if ${agreements}, ${listText(waiting.map(deed => this.phrase(deed)), 'and')}`
  }

  /** "Duty manager or Legal counsel agrees", "2 of Duty manager and Legal counsel agree". */
  agreements(deed) {
    const asked = deed.approvals.flatMap(approval => approval.teams)
    const others = deed.awaiting.filter(team => !asked.includes(team)).map(team => ({ teams: [team], count: 1 }))
    return [...deed.approvals, ...others].filter(({ teams }) => teams.length).map(({ teams, count }) => {
      const titles = teams.map(team => this.teamTitle(team))
      return count > 1 ? `${count} of ${listText(titles, 'and')} agree` : `${listText(titles, 'or')} agrees`
    })
  }

  /** "Instagram cannot do this: hide it. Instead: report it" */
  get lack() {
    const { channel } = this.situation
    const phrases = listText(this.deeds.unavailable.map(({ action }) => this.words(action)), 'and')
    if (!channel || phrases === undefined) return undefined
    const instead = channel.fallback === undefined ? '' : `. Instead: ${channel.fallback}`
    return `${channel.title} cannot do this: ${phrases}${instead}`
  }

  /** "legal counsel decides before anyone answers", "customer care answers within 60 minutes (Put it right)" */
  get answer() {
    const holders = this.judgement.holdingTeams.map(team => this.teamTitle(team))
    if (holders.length === 0) return this.planAnswer
    return `${listText(holders, 'and')} ${holders.length === 1 ? 'decides' : 'decide'} before ${this.answerHeld}`
  }

  /** "you may mute Bob" */
  get leave() {
    const left = listText(this.phrases(this.deeds.may.filter(deed => !(deed.origins & fromPlan))), 'or')
    return left && `you may ${this.deeds.must.length ? 'also ' : ''}${left}`
  }

  /** What must be known first. */
  get question() {
    const [fact] = this.judgement.questions
    return fact && (fact.question ?? `somebody must say first what \`${fact.name}\` is`)
  }

  /** What waits has a sentence of its own. */
  isSaidElsewhere(deed) {
    const holds = deed.action === 'escalate' && this.judgement.holdingTeams.includes(deed.levels[0]?.team)
    return deed.awaiting.length > 0 || holds
  }

  phrases(deeds) {
    return this.inOrderOfSaying(deeds).map(deed => this.phrase(deed))
  }

  inOrderOfSaying(deeds) {
    return kindsInOrder.flatMap(kind => deeds.filter(deed => this.judgement.kindOf(deed.action) === kind))
  }

  /** An action as it is told to somebody: "hide it", "warn Bob", "hand it to Legal counsel". */
  phrase(deed) {
    const { duration, deadline, wait } = deed
    return [
      this.objectOf(deed), duration && summaryOfDuration(duration),
      deadline && `within ${allowanceText(deadline.within)}`,
      wait && `in ${lengthText(wait.length)}${wait.unlessEdited ? ' (unless it is edited)' : ''}`,
    ].filter(words => words !== undefined).join(' ')
  }

  objectOf({ action, to, levels }) {
    const title = this.words(action)
    switch (action) {
      case 'warn':
      case 'mute':
      case 'block': return `${title} ${this.author}`
      case 'monitor': return `watch ${this.author}`
      case 'notify': return `${title} ${to === undefined ? 'a colleague' : this.teamTitle(to)}`
      case 'escalate': return `${title} ${levels.length ? this.teamTitle(levels[0].team) : 'a colleague'}`
      default: return title
    }
  }

  words(action) {
    const { rules, places } = this.situation.program
    const place = places.actions.get(action)
    return place === undefined ? action : beginningSmall(rules.actions[place].title)
  }

  teamTitle(team) {
    const { rules, places } = this.situation.program
    return rules.teams[places.teams.get(team)]?.title ?? team
  }

  /** "customer care answers within 60 minutes (Put it right)", "customer care sees to it (Look for it)" */
  get planAnswer() {
    const { plan, owner } = this.judgement
    if (!plan) return undefined
    const title = owner === undefined ? undefined : this.teamTitle(owner)
    if (!plan.answers) return `${title ?? 'somebody'} sees to it (${plan.title})`
    if (title === undefined) return (plan.isOptional ? 'you may answer' : 'answer') + this.details(plan)
    return title + (plan.isOptional ? ' may answer' : ' answers') + this.details(plan)
  }

  /** The same, as it follows "before": "customer care answers within 60 minutes (Put it right)", "anyone answers". */
  get answerHeld() {
    const { answeringPlan: plan, owner, holdingTeams } = this.judgement
    if (!plan) return 'anyone answers'
    // A team that decides about its own answer is not named twice.
    if (holdingTeams.length === 1 && holdingTeams[0] === owner) return `it answers${this.details(plan)}`
    return (owner === undefined ? 'anyone' : this.teamTitle(owner)) + ' answers' + this.details(plan)
  }

  details(plan) {
    const place = this.judgement.answersInPrivate(plan) ? ' in private' : ''
    return `${place}${plan.within ? ` within ${allowanceText(plan.within)}` : ''} (${plan.title})`
  }
}

function sentence(words) {
  const capitalised = beginningLarge(words)
  return endsSentence(capitalised) ? capitalised : `${capitalised}.`
}

/** The author's name as a summary shows it: on one line and not too long; nothing where it is not given. */
function authorName(situation) {
  const name = situation.fact('author.name')
  if (name === undefined) return undefined
  const { characters } = situation.program
  let line = ''
  for (const each of [...name.slice(0, 2000)].slice(0, 1000)) {
    const isSpace = (characters.kind(each.codePointAt(0)) & isWhiteSpace) !== 0
    if (!isSpace) line += each
    else if (line && !line.endsWith(' ')) line += ' '
  }
  const scalars = [...line.replace(/ $/, '')]
  if (scalars.length === 0) return undefined
  return scalars.length > 40 ? scalars.slice(0, 39).join('') + '…' : scalars.join('')
}

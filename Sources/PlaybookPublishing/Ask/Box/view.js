import { copyButton, element, piecesShown } from './elements.js'

/**
 * An answer as elements, in the order in which a reader needs them; what there is nothing of is not there.
 *
 * `form.fieldOf` and `form.goTo` lead to what is not known; `settle` says yes or no to a question.
 */
export function shownAnswer(answer, form, settle) {
  return [
    comment(answer), questions(answer.questions, form, settle),
    part('What to do', list('ol', answer.must, order)),
    part('What you may do', list('ul', answer.may, order)),
    reply(answer.reply),
    part('What cannot be done there', list('ul', answer.unavailable, line)),
    part('Who takes over', list('ul', answer.escalations, line)),
    part('Strikes', list('ul', answer.ladders, line)),
    part('Later', list('ul', answer.followUps, line)),
    part('Why', list('ul', answer.reasons, reason)),
    part('On trial, without effect', list('ul', answer.shadow, reason)),
    unknown(answer.unknown, form),
  ].filter(each => each)
}

/** What the comment is, and whether it waits for somebody. */
export function shownVerdict({ stance, category, section, also, trouble }) {
  const link = category && piecesShown([category])
  const others = joined(also.map(each => piecesShown([each])))
  return [
    category && element('p', { class: 'ask-category' }, number(section), link),
    element('p', { class: `ask-stance ask-${stance.name}` }, stance.title),
    also.length ? element('p', { class: 'ask-also' }, 'It also fits ', others) : undefined,
    trouble && element('p', { class: 'ask-trouble' }, trouble),
  ].filter(each => each)
}

const joined = parts => parts.flatMap((part, place) => place ? [', ', ...part] : part)

/** The comment as it was written, the words that were found marked. */
function comment({ marked, isCut }) {
  if (!marked.some(({ title }) => title)) return undefined
  const stretches = marked.map(({ text, title }) => title ? element('mark', { title }, text) : text)
  return element('blockquote', { class: 'ask-comment', dir: 'auto' },
    element('p', {}, stretches), isCut ? element('p', {}, 'Only the beginning was read: it is too long.') : undefined)
}

/** What a person must say first. A question of yes or no has its buttons here. */
function questions(questions, form, settle) {
  return part('What must be said first', list('ul', questions, ({ fact, question }) => {
    const field = form.fieldOf(fact)
    const choice = value => element('button', { type: 'button', click: () => settle(field, value) },
      value === 'yes' ? 'Yes' : 'No')
    const isChoice = field?.matches('select')
    const choices = isChoice ? [choice('yes'), choice('no')] : [field && goButton('Say it', field, form)]
    return [question, ' ', element('span', { class: 'ask-choices' }, ...choices)]
  }))
}

function goButton(label, field, form) {
  return element('button', { type: 'button', click: () => form.goTo(field) }, label)
}

function order({ does: [deed, ...details], terms, say }) {
  return [
    element('strong', {}, deed), ...piecesShown(details),
    ...terms.map(term => element('span', { class: 'ask-term' }, piecesShown(term))),
    say === undefined ? undefined : words(say),
  ]
}

function reply(reply) {
  if (!reply) return undefined
  return part('How to answer',
    element('p', { class: 'ask-terms' }, element('strong', {}, piecesShown([reply.plan])),
      ...reply.terms.map(term => element('span', { class: 'ask-term' }, piecesShown(term)))),
    list('ol', reply.steps, ({ title, say }) => [element('strong', {}, title), say && words(say)]))
}

/** Words to say, with what a person fills in set off. */
function words(text) {
  const pieces = text.split(/(\[[^[\]]+\])/).map((piece, place) => place % 2 ? element('em', {}, piece) : piece)
  return element('span', { class: 'ask-say' }, element('q', {}, pieces), ' ', copyButton('Copy', () => text))
}

function reason({ clause, section, at, found }) {
  return [
    number(section), ...piecesShown([clause]),
    at && element('span', { class: 'source' }, ` ${at}`), list('ul', found, line),
  ]
}

/** What nobody said and what could change the decision: each leads to its field. */
function unknown(facts, form) {
  return part('If this were known, it could be otherwise', list('ul', facts, ({ name, title }) => {
    const field = form.fieldOf(name)
    return field ? goButton(title, field, form) : title
  }, 'ask-unknown'))
}

const number = section => section && element('span', { class: 'number' }, `${section} `)

const line = pieces => piecesShown(pieces)

function list(kind, items, shown, name) {
  return items.length ? element(kind, { class: name }, ...items.map(item => element('li', {}, shown(item)))) : undefined
}

/** A part of the answer under its heading; nothing where it holds nothing. */
function part(title, ...contents) {
  const there = contents.filter(each => each)
  return there.length ? element('section', {}, element('h3', {}, title), ...there) : undefined
}

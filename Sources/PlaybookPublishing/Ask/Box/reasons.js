const measures = {
  length: 'Characters in the text', words: 'Words in the text', capitals: 'Share of capital letters',
  exclamations: 'Exclamation marks', questions: 'Question marks', links: 'Links in the text',
  mentions: 'Mentions in the text', hashtags: 'Hashtags in the text', emoji: 'Emoji in the text',
  longest_run: 'Longest run of one character',
}

/** A clause that made the decision: where it stands, and what made it hold. */
export function reasonOf({ clause, section, at, found }, words) {
  return { clause: words.clause(clause), section, at, found: (found ?? []).map(find => foundOf(find, words)) }
}

function foundOf(find, words) {
  if (find.fact !== undefined) return tested(factTitle(find.fact, words), find)
  if (find.measure !== undefined) return tested(measures[find.measure.replace('text.', '')] ?? find.measure, find)
  const quoted = find.text === undefined ? `“${find.term ?? find.phrase ?? ''}”` : `“${find.text}”`
  if (find.lexicon !== undefined) {
    const disguised = find.disguised ? ', in disguise' : ''
    const term = isAsWritten(find) ? quoted : `${quoted}: “${find.term}”`
    return [`${term} of `, words.link('lexicon', find.lexicon), disguised]
  }
  if (find.phrase !== undefined) return [find.disguised ? `${quoted}: “${find.phrase}” in disguise` : quoted]
  if (find.link !== undefined) return [`${quoted} leads to `, { code: find.link }]
  return [`${quoted} matches `, { code: find.regex }]
}

const isAsWritten = ({ text, term }) => text === undefined || text.toLowerCase() === term.toLowerCase()

/** "Days past the promised delivery date: 3 (at least 1)" */
function tested(title, { is, test }) {
  const value = typeof is === 'boolean' ? is ? 'yes' : 'no' : Array.isArray(is) ? is.join(', ') : is
  return [title, value === undefined || String(value) === test ? `: ${test}` : `: ${value} (${test})`]
}

const factKinds = {
  'history.comments': 'Comments of the author', 'history.same_text': 'The same text again', mode: 'Mode',
  'time.open': 'Opening hours',
}

/** A fact, linked where the document speaks of it. */
export function factTitle(name, words) {
  if (Object.hasOwn(factKinds, name)) return factKinds[name]
  if (!name.startsWith('history.')) return words.link('fact', name)
  const ladder = name.slice('history.'.length)
  return { text: `Strikes on “${words.title('ladder', ladder)}”`, to: `ladder.${ladder}` }
}

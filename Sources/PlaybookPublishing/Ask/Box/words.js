/**
 * How the playbook calls its things. What is said is a list of pieces: texts, and `{ text, to }`, which links to the
 * anchor where the document speaks of it.
 */
export class Words {
  constructor(titles, clock) {
    this.titles = titles
    this.clock = clock
  }

  title(kind, name) {
    const titles = Object.hasOwn(this.titles, kind) ? this.titles[kind] : {}
    return Object.hasOwn(titles, name) ? titles[name] : spoken(name)
  }

  link(kind, name) {
    return { text: this.title(kind, name), to: `${kind === 'rung' ? 'ladder' : kind}.${name}` }
  }

  /** A clause by its anchor: `category.abuse`, `ladder.conduct.warn`. */
  clause(anchor) {
    const [kind, ...rest] = anchor.split('.'), name = rest.join('.')
    if (kind !== 'ladder') return { text: this.title(kind, name), to: anchor }
    return { text: `${this.title('ladder', rest[0])}: ${this.title('rung', name)}`, to: anchor }
  }

  /** Several things with commas between them and a word before the last. */
  list(items, word = 'and') {
    return items.flatMap((item, index) =>
      index === 0 ? [item] : [index === items.length - 1 ? ` ${word} ` : ', ', item])
  }

  links(kind, names, word) {
    return this.list(names.map(name => this.link(kind, name)), word)
  }

  by(instant) {
    return ` by ${this.clock.words(instant)}`
  }
}

/** A name as words: `refund-question` is "Refund question". */
function spoken(name) {
  const words = name.replace(/[-_.]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

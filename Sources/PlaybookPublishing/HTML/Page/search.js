// Search in the page, which is its own index: sections by their headings, and rows of tables that have an address.
const most = 50
const dialog = document.querySelector('.search')
const words = document.getElementById('page:words')
const count = document.getElementById('page:count')
const results = dialog.querySelector('.results')
let entries

const plain = text => text.replace(/\s+/g, ' ').trim()
// Without accents and capitals, so that "cafe" finds "Café".
const folded = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function entry(place, title, name, text) {
  const section = place.closest('main > section')?.querySelector('h2')
  const within = section && section !== place ? titleOf(section) : ''
  return { place, title, within, text, foldedTitle: folded(title), foldedName: folded(name), foldedText: folded(text) }
}

function readPage() {
  const sections = [...document.querySelectorAll('main section')].flatMap(section => {
    const heading = section.querySelector('.heading > [id]')
    if (!heading || heading.closest('section') !== section) return []
    const parts = [...section.children].filter(part => !part.matches('section, .heading'))
    const name = plain(heading.parentElement.querySelector('.place')?.textContent ?? '')
    return [entry(heading, titleOf(heading), name, plain(parts.map(part => part.textContent).join(' ')))]
  })
  const rows = [...document.querySelectorAll('main tr[id]')].map(row => {
    const cells = [...row.cells].slice(1).filter(cell => !cell.matches('.none'))
    return entry(row, titleOf(row), row.id, plain(cells.map(cell => cell.textContent).join(' · ')))
  })
  return [...sections, ...rows]
}

// How well an entry fits a word; 0 where it does not.
function fit(entry, word) {
  const begins = text => text.startsWith(word) || text.includes(' ' + word)
  if (entry.foldedTitle === word) return 12
  if (begins(entry.foldedTitle)) return 8
  if (entry.foldedTitle.includes(word)) return 5
  if (entry.foldedName.includes(word)) return 4
  if (begins(entry.foldedText)) return 2
  return entry.foldedText.includes(word) ? 1 : 0
}

function found(asked) {
  return entries
    .map(entry => {
      const fits = asked.map(word => fit(entry, word))
      return { entry, score: fits.includes(0) ? 0 : fits.reduce((sum, fit) => sum + fit, 0) }
    })
    .filter(result => result.score > 0)
    .sort((one, other) => other.score - one.score)
    .map(result => result.entry)
}

// The text round the first word that was found, with the words marked.
function excerpt(text, asked) {
  const pattern = new RegExp(asked.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'giu')
  const first = text.search(pattern)
  const start = first < 60 ? 0 : text.indexOf(' ', first - 50) + 1
  const piece = text.slice(start, start + 160)
  const line = document.createElement('span')
  if (start > 0) line.append('… ')
  let end = 0
  for (const match of piece.matchAll(pattern)) {
    const mark = document.createElement('mark')
    mark.textContent = match[0]
    line.append(piece.slice(end, match.index), mark)
    end = match.index + match[0].length
  }
  line.append(piece.slice(end), start + 160 < text.length ? ' …' : '')
  return line
}

function shown(entry, asked) {
  const link = document.createElement('a')
  link.href = '#' + entry.place.id
  const title = document.createElement('strong')
  title.textContent = entry.title
  const section = document.createElement('small')
  section.textContent = entry.within
  link.append(title, ' ', section, excerpt(entry.text, asked))
  const item = document.createElement('li')
  item.append(link)
  return item
}

function search() {
  const asked = folded(plain(words.value)).split(' ').filter(word => word)
  const all = asked.length ? found(asked) : []
  results.replaceChildren(...all.slice(0, most).map(entry => shown(entry, asked)))
  if (!asked.length) count.textContent = ''
  else if (all.length > most) count.textContent = `${all.length} results, the best ${most} are shown`
  else count.textContent = all.length === 1 ? '1 result' : `${all.length || 'No'} results`
}

function openSearch() {
  entries ??= readPage()
  if (!dialog.open) dialog.showModal()
  words.select()
}

// The reader goes on where the result stands.
function follow(event) {
  const link = event.target.closest('a')
  if (!link) return
  dialog.close()
  const place = document.getElementById(link.hash.slice(1))
  place.tabIndex = -1
  place.focus({ preventScroll: true })
}

function walk(event) {
  const links = [...results.querySelectorAll('a')]
  const at = links.indexOf(document.activeElement)
  // A search box would only be emptied.
  if (event.key === 'Escape') dialog.close()
  else if (event.key === 'Enter' && at < 0 && document.activeElement === words) links[0]?.click()
  else if (event.key === 'ArrowDown') (links[at + 1] ?? links[at] ?? words).focus()
  else if (event.key === 'ArrowUp') (at > 0 ? links[at - 1] : words).focus()
  else return
  event.preventDefault()
}

const find = document.querySelector('.find')
find.hidden = false
find.addEventListener('click', openSearch)
words.addEventListener('input', search)
results.addEventListener('click', follow)
dialog.addEventListener('keydown', walk)
dialog.querySelector('.close').addEventListener('click', () => dialog.close())
dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close() })
addEventListener('keydown', event => {
  const isTyping = event.target.closest?.('input, textarea, select, [contenteditable]')
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  openSearch()
})

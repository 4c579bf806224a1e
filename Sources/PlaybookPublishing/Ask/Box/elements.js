/**
 * An element with its attributes and what it holds: elements, and texts, which stay texts. What is nothing is left out;
 * an attribute that is a function is called at each event of that name.
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key, value)
    else if (value !== undefined) made.setAttribute(key, value)
  }
  made.append(...children.flat().filter(child => child !== undefined && child !== ''))
  return made
}

/** What is said, with links to the places that the page has. */
export function piecesShown(pieces) {
  return pieces.map(piece => {
    if (typeof piece === 'string') return piece
    if (piece.code !== undefined) return element('code', {}, piece.code)
    const identifier = identifierOf(piece.to)
    return document.getElementById(identifier) ? element('a', { href: `#${identifier}` }, piece.text) : piece.text
  })
}

/** An anchor as the page writes it: all but letters, digits, `.`, `-` and `_` byte by byte as `:2F`. */
function identifierOf(anchor) {
  const bytes = [...new TextEncoder().encode(anchor)]
  return bytes.map(byte => {
    const character = String.fromCharCode(byte)
    return /[A-Za-z0-9._-]/.test(character) ? character : `:${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }).join('')
}

/** A button that copies a text, and says so. */
export function copyButton(label, text) {
  const button = element('button', {
    type: 'button', class: 'ask-copy',
    click: async () => {
      button.textContent = await copied(text()) ? 'Copied' : 'Not copied'
      setTimeout(() => { button.textContent = label }, 1500)
    },
  }, label)
  return button
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

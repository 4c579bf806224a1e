// A button at everything that has a permanent address, to copy that.
const status = document.getElementById('page:status')

function titleOf(place) {
  const title = (place.matches('tr') ? place.querySelector('th') : place).cloneNode(true)
  title.querySelectorAll('.source, .copy').forEach(part => part.remove())
  return title.textContent.replace(/\s+/g, ' ').trim()
}

function linkSign() {
  const sign = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  sign.setAttribute('viewBox', '0 0 16 16')
  sign.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', 'M6.5 9.5l3-3M7 5l1.5-1.5a2.8 2.8 0 0 1 4 4L11 9M9 11l-1.5 1.5a2.8 2.8 0 0 1-4-4L5 7')
  sign.append(path)
  return sign
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

function copyButton(place) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  button.setAttribute('aria-label', `Copy the link to ${titleOf(place)}`)
  button.title = 'Copy link'
  button.append(linkSign())
  button.addEventListener('click', async () => {
    const isCopied = await copy(`${location.href.split('#')[0]}#${place.id}`)
    // Where nothing may be copied, the address bar has the link.
    if (!isCopied) location.hash = place.id
    status.textContent = isCopied ? 'Link copied' : 'The link is in the address bar'
    button.classList.add('done')
    button.replaceChildren(isCopied ? 'Copied' : 'In the address bar')
    setTimeout(() => {
      button.classList.remove('done')
      button.replaceChildren(linkSign())
      status.textContent = ''
    }, 2000)
  })
  return button
}

for (const place of document.querySelectorAll('main .heading > [id], main tr[id]')) {
  const source = place.querySelector('th .source')
  if (source) source.before(copyButton(place))
  else if (place.matches('tr')) place.querySelector('th').append(copyButton(place))
  else place.after(copyButton(place))
}

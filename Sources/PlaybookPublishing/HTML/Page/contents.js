// The table of contents shows where the reader is.
const contents = document.querySelector('.contents')

function followReader() {
  const links = [...contents.querySelectorAll('a')]
  const places = links.map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))))
  let current

  // Headings stand below one another: the last one that has reached the top is looked for by halves.
  const reached = () => {
    let [low, high] = [0, places.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (places[middle].getBoundingClientRect().top <= 120) low = middle + 1
      else high = middle
    }
    return links[low - 1]
  }

  const show = () => {
    const link = reached()
    if (link === current) return
    current?.removeAttribute('aria-current')
    link?.setAttribute('aria-current', 'location')
    current = link
    const section = link?.closest('.contents details > ol > li')
    contents.querySelector('.here')?.classList.remove('here')
    section?.classList.add('here')
    if (link && contents.scrollHeight > contents.clientHeight) keepInSight(link)
  }

  let isWaiting = false
  addEventListener('scroll', () => {
    if (isWaiting) return
    isWaiting = true
    requestAnimationFrame(() => {
      isWaiting = false
      show()
    })
  }, { passive: true })
  contents.classList.add('follows')
  show()
}

// Only the table of contents is moved, never the page.
function keepInSight(link) {
  const [frame, place] = [contents.getBoundingClientRect(), link.getBoundingClientRect()]
  if (place.top < frame.top + 40) contents.scrollTop += place.top - frame.top - 80
  if (place.bottom > frame.bottom - 40) contents.scrollTop += place.bottom - frame.bottom + 80
}

if (contents) {
  const disclosure = contents.querySelector('details')
  const isWide = matchMedia('(min-width: 64rem)')
  isWide.addEventListener('change', () => { disclosure.open = isWide.matches })
  contents.addEventListener('click', event => {
    if (event.target.closest('a') && !isWide.matches) disclosure.open = false
  })
  followReader()
}

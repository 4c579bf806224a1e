// A button at everything that has a permanent address copies that, ready to be pasted.

const control = '\uE009'

export async function copying({ browser, address }) {
  await browser.open(address)
  const places = await browser.run(() => {
    const all = [...document.querySelectorAll('main .heading > [id], main tr[id]')]
    const buttonOf = place => (place.matches('tr') ? place : place.parentElement).querySelector('button.copy')
    return {
      without: all.filter(place => !buttonOf(place)).map(place => place.id),
      unnamed: all.filter(place => !/\S/.test(buttonOf(place)?.getAttribute('aria-label') ?? 'x')).map(place => place.id),
      with: all.filter(buttonOf).map(place => place.id),
    }
  })
  const faults = [
    ...places.without.map(id => `nothing copies the link to ${id}`),
    ...places.unnamed.map(id => `the button at ${id} has no name`),
  ]
  const id = places.with.at(-1)
  if (!id) return [...faults, 'no link can be copied']
  await browser.run(id => {
    const place = document.getElementById(id), button = (place.matches('tr') ? place : place.parentElement).querySelector('button.copy')
    button.classList.add('decorum-tried')
    button.scrollIntoView({ block: 'center' })
  }, id)
  await browser.click('.decorum-tried')
  const said = await browser.run(async () => {
    const status = document.getElementById('page:status')
    for (let tries = 0; !status.textContent && tries < 200; tries += 1) await new Promise(done => setTimeout(done, 10))
    return status.textContent
  })
  if (!/copied/i.test(said)) faults.push(`after copying it says “${said}”`)
  await browser.press('/')
  await browser.press([control, 'v'])
  const pasted = await browser.run(() => document.querySelector('dialog input[type=search]').value)
  if (pasted !== `${address}#${id}`) faults.push(`the link to ${id} was copied as “${pasted}”`)
  return faults
}

// Nothing on the console, and nothing asked for but the page itself.

export async function messages({ browser }) {
  return (await browser.messages()).map(message => `the console says: ${message}`)
}

export async function requests({ browser, address }) {
  const own = address.replace(/#.*/, '')
  return (await browser.requests()).filter(asked => asked.replace(/#.*/, '') !== own && !asked.startsWith('data:'))
    .map(asked => `asked for ${asked}`)
}

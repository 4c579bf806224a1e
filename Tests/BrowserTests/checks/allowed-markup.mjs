// All that our page writer writes, by element. Whatever else stands in a page came out of somebody's text.

export const anywhere = ['id', 'class']

const none = [], shape = ['fill', 'stroke']

export const allowed = {
  html: ['lang'], head: none, meta: ['charset', 'name', 'content', 'http-equiv'], title: none, style: none, script: ['type'],
  body: none, header: none, footer: none, nav: ['aria-label'], main: ['tabindex'], section: ['aria-labelledby'],
  h1: none, h2: none, h3: none, h4: none, h5: none, h6: none, p: none, a: ['href'], ul: none, ol: none, li: none,
  strong: none, em: none, code: none, pre: none, blockquote: none, br: none, span: none, div: none,
  dl: none, dt: none, dd: none, details: none, summary: none, table: none, caption: none, thead: none, tbody: none,
  tr: none, th: ['scope'], td: none, figure: none, figcaption: none,
  svg: ['viewBox', 'role', 'aria-labelledby'], g: none, rect: [...shape, 'x', 'y', 'width', 'height', 'rx'],
}

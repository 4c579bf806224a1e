// All that our page writer and our scripts write, by element. Whatever else stands in a page came out of somebody's text.

export const anywhere = ['id', 'class', 'hidden', 'tabindex']

const none = []
const part = ['data-part'], field = ['data-ask', 'data-fact', 'data-unit', 'data-mode', 'data-strikes', 'data-earlier',
  'aria-describedby', 'aria-label']
const shape = ['x', 'y', 'x1', 'y1', 'x2', 'y2', 'width', 'height', 'rx', 'cx', 'cy', 'r', 'd', 'points', 'transform', 'dx', 'dy']

export const allowed = {
  html: ['lang'], head: none, meta: ['charset', 'name', 'content', 'http-equiv'], title: none, style: none,
  script: ['type', 'data-packed'], noscript: none,

  body: none, header: none, footer: none, nav: ['aria-label'], main: none, section: ['aria-label', 'aria-labelledby'],
  h1: none, h2: none, h3: none, h4: none, h5: none, h6: none,
  p: ['role', ...part], div: ['role', 'aria-label', 'aria-labelledby', ...part], span: part,
  ul: none, ol: ['start'], li: none, dl: none, dt: none, dd: none, blockquote: ['dir'], q: none,
  pre: part, code: part, details: ['open'], summary: none, figure: none, figcaption: none,
  table: none, caption: none, thead: none, tbody: none, tr: none, th: ['scope'], td: ['data-label'],
  a: ['href', 'rel', 'aria-current'], strong: none, em: none, mark: ['title'], kbd: none, br: none,

  dialog: ['aria-label'], form: none, fieldset: none, legend: none, label: ['for'], button: ['type', 'title', 'aria-label'],
  input: ['type', 'min', 'max', 'step', 'inputmode', 'list', 'dir', 'autocomplete', 'spellcheck', ...field],
  textarea: ['rows', 'dir', 'autocomplete', 'spellcheck', ...field],
  select: field, optgroup: ['label'], option: ['value', 'selected'], datalist: none,

  svg: ['viewBox', 'role', 'aria-label', 'width', 'height', 'aria-hidden', 'aria-labelledby', 'aria-describedby'], desc: none,
  g: shape, path: shape, rect: shape, line: shape, circle: shape, polygon: shape, polyline: shape,
  text: [...shape, 'text-anchor'], tspan: shape,
}

// Texts that mean something to HTML, to scripts, to styles, to SVG, to Markdown, to Mermaid or to a screen, and must mean
// nothing in a document. Those that would run something set the canary of their page.

const canary = 'window.decorumCanary=1'

export const hostileTexts = [
  // HTML: new elements, the ends of those that a text may stand in, and what a parser forgives.
  `<script>${canary}</script>`, `</script><script>${canary}</script>`, `<img src=x onerror=${canary}>`,
  `<svg onload=${canary}>`, `<svg><script>${canary}</script></svg>`, `<body onload=${canary}>`, `<iframe srcdoc="x">`,
  `</title><h1>x</h1>`, `</style><script>${canary}</script>`, `</textarea><b>x</b>`, `</summary></details><h1>x`,
  '</p></li></ul></div></section></main><form action=x>', '</svg><p>out', '</text></g></svg><a href=x>y</a>',
  '<table><tr><td>', '<!--', '-->', '--!>', '<!-- <script>', ']]>', '<![CDATA[x]]>', '<?xml version="1.0"?>', '<!DOCTYPE x>',
  '<base href="https://decorum.example/">', '<meta http-equiv=refresh content="0;url=https://decorum.example/">',
  '<link rel=stylesheet href=https://decorum.example/x.css>', '<plaintext>', '<noscript>', '<template>', '<math><mi>x',
  `<a href="javascript:${canary}">x</a>`, `<details open ontoggle=${canary}>`, `<input autofocus onfocus=${canary}>`,
  // Quotes, to leave an attribute or a string of a script.
  `" onmouseover="${canary}`, `' onmouseover='${canary}`, `" autofocus onfocus="${canary}" x="`, `x" style="display:none`,
  `\`;${canary};//`, `';${canary};//`, `";${canary};//`, `\\";${canary};//`, `\${${canary}}`, `{{constructor}}`,
  '&quot; onclick=&quot;x', '&lt;script&gt;', '&#60;b&#62;', '&#x3C;b&#x3E;', '&amp;amp;', '&copy', '&notit;', '%3Cscript%3E',
  '\\u003Cscript\\u003E', 'url(#x)', '#" x="', 'javascript:x', `javascript:${canary}`, 'data:text/html,<b>x</b>',
  // Styles.
  '} body { display: none', '*/ body { display: none }', '@import url(https://decorum.example/)', 'expression(1)',
  // Markdown, GitHub's among it.
  '# heading', 'x\n\n# heading', '## heading ##', '- item', '* item', '+ item', '1. item', '12) item', '> quoted',
  '> [!NOTE]', '---', '===', '***', '```\ncode\n```', '~~~', '    code', '`code` ``more`` ```', '*a* **b** _c_ __d__ ~~e~~',
  '![image](https://decorum.example/a.png)', '[link](javascript:x)', '[link](https://x.example)', '[ref]: https://x.example',
  '[^1]: note', '[ ] task', '| a | b |\n| --- | --- |\n| c | d |', 'a | b \\| c', '<https://x.example>', 'www.x.example',
  'https://x.example/?a=b&c=d', '@octocat', '#123', ':warning:', '$x$ and $$y$$', '<a id="x"></a>', '<br>', 'a  \nb', 'a\\\nb',
  // Mermaid.
  '```mermaid\nflowchart TD\n```', 'end', 'A["x"] --> B', '"] --> B["', '#quot;', '%% comment', '%%{init: {}}%%', 'subgraph x',
  `click A call x()`, `click A href "javascript:${canary}"`, ';', ':::class', '|x|', '--- x ---', '(((x)))', '{x}', '>x]', 'graph',
  'style A fill:#f00', 'o--o', 'x--x', '---\ntitle: x\n---', '`x`', '"`**x**`"', '&', '$$x$$', 'fa:fa-car',
  // Screens: directions, nothing wide, joined, far up and very long.
  '\u202Elive\u202C', '\u2066a\u2069', '\u2067a', '\u200Fa\u200E', '\u061C', 'שלום עربي', 'a\u200Bb', '\uFEFFa', 'a\u00ADb', 'a\u2060b',
  'a\u2028b\u2029c', '\u00A0edge\u00A0', 'e\u0301\u0301\u0301\u0301', 'Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D', '🇩🇪 👩‍👩‍👧 ☕️', '\u{E0041}\u{E007F}',
  '\uFFFD', '\uFFFC', 'ﷺ', '𝔘𝔫𝔦', 'İıſK', 'a\tb', '   ', 'W'.repeat(120), 'https://x.example/' + 'a'.repeat(150), 'a '.repeat(150),
  // Names that a script may trip over.
  '__proto__', 'constructor', 'toString', 'null', 'undefined', 'NaN', '0', '-1', '1e999', 'true', 'page:words', 'page:text',
]

/** Two or three of them in one, or one alone. */
export function hostileText(dice) {
  const pieces = Array.from({ length: 1 + dice.below(3) }, () => dice.among(hostileTexts))
  return pieces.join(dice.among(['', ' ', '\n', 'x']))
}

// On paper everything is open.
let opened = []
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('main details:not([open])')]
  for (const disclosure of opened) disclosure.open = true
})
addEventListener('afterprint', () => {
  for (const disclosure of opened) disclosure.open = false
})

// Unpacks what the page carries packed, in its order, and puts it where it stood. The policy of the page knows the
// digests of the scripts among it.
for (const packed of document.querySelectorAll('script[data-packed]')) {
  const bytes = Uint8Array.from(atob(packed.textContent), character => character.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))
  const whole = document.createElement('script')
  whole.type = packed.dataset.packed
  whole.id = packed.id
  whole.textContent = await new Response(stream).text()
  packed.replaceWith(whole)
}

/**
 * A text in stretches, those marked that were found. Places count characters of Unicode, as decisions do, and not the
 * units of JavaScript; where two finds share a place, both are named.
 */
export function markedText(text, finds) {
  const characters = Array.from(text)
  const edges = [0, characters.length, ...finds.flatMap(({ from, to }) => [from, to])]
    .map(place => Math.min(place, characters.length))
  const places = [...new Set(edges)].sort((one, other) => one - other)
  return places.slice(1).map((to, index) => {
    const from = places[index]
    const found = finds.filter(find => find.from <= from && to <= find.to)
    return { text: characters.slice(from, to).join(''), found }
  })
}

/** Everything that a decision found in the text of the comment. */
export function findsIn(decision) {
  return (decision.because ?? []).flatMap(({ found }) => found ?? []).filter(({ from }) => from !== undefined)
}

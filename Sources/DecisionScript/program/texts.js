/** The texts of a program, each read when it is first asked for. */
export function textTable(file) {
  const offsets = file.section(1), bytes = file.section(2, Uint8Array)
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const texts = []
  return number => texts[number] ??= decoder.decode(bytes.subarray(offsets[number + 1], offsets[number + 2]))
}

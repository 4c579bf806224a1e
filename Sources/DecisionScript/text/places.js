/** Places in a text that are asked which of them hold or touch another. */
export class Places {
  /** The places are pairs of a start and an end. */
  constructor(ranges) {
    const ordered = [...ranges].sort((one, other) => one[0] - other[0])
    this.starts = ordered.map(range => range[0])
    let furthest = 0
    // For each, the furthest end of it and of all before it.
    this.ends = ordered.map(range => furthest = Math.max(furthest, range[1]))
  }

  /** Whether one of them holds the whole of a place. */
  hold(start, end) {
    return this.furthestEnd(start + 1) >= end
  }

  /** Whether one of them has a character in common with a place. */
  touch(start, end) {
    return this.furthestEnd(end) > start
  }

  furthestEnd(limit) {
    let low = 0, high = this.starts.length
    while (low < high) {
      const middle = low + high >> 1
      if (this.starts[middle] < limit) low = middle + 1
      else high = middle
    }
    return low === 0 ? -1 : this.ends[low - 1]
  }
}

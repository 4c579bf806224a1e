// Random choices that follow from a seed: `make test` makes the same ones every time, DECORUM_SEED=n others,
// and `make test-long` new ones. The generator is SplitMix64 (Steele, Lea and Flood 2014).

export const seed = process.env.DECORUM_SEED ? BigInt(process.env.DECORUM_SEED)
  : process.env.DECORUM_LONG ? BigInt(Date.now()) : 20261122n

export class Dice {
  constructor(seed) {
    this.state = BigInt.asUintN(64, seed)
  }

  next() {
    const word = value => BigInt.asUintN(64, value)
    this.state = word(this.state + 0x9E3779B97F4A7C15n)
    let mixed = this.state
    mixed = word((mixed ^ (mixed >> 30n)) * 0xBF58476D1CE4E5B9n)
    mixed = word((mixed ^ (mixed >> 27n)) * 0x94D049BB133111EBn)
    return mixed ^ (mixed >> 31n)
  }

  below(bound) {
    return Number(this.next() % BigInt(bound))
  }

  among(list) {
    return list[this.below(list.length)]
  }
}

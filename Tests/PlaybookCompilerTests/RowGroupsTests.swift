import Testing

@testable import PlaybookCompiler

@Suite struct RowGroupsTests {
  @Test func `what is alike is in one group`() {
    let pairs = ["000-", "000 ", "http", "httr", "zzzz", "zzzy", "aeio", "aeia", "$$$$", "$$$#"]
    let others = ["mnmn", "mnmo", "!!!!", "!!?!", "kqkq", "kqkp"]
    let groups = RowGroups(of: (pairs + others).map { Array($0.utf8) })
    for place in stride(from: 0, to: pairs.count, by: 2) {
      let (one, other) = (Array(pairs[place].utf8), Array(pairs[place + 1].utf8))
      #expect(groups.group(of: one) == groups.group(of: other), "\(pairs[place]) and \(pairs[place + 1])")
    }
  }

  @Test(arguments: [0, 1, 8, 9, 255, 256, 257, 2_000])
  func `every head has one of eight groups, whatever the order they come in`(_ count: Int) {
    let heads = (0..<count).map { number in (0..<4).map { UInt8(97 + number / [1, 13, 169, 2_197][$0] % 13) } }
    let (groups, reversed) = (RowGroups(of: heads), RowGroups(of: heads.reversed()))
    #expect(heads.allSatisfy { (0..<8).contains(groups.group(of: $0)) })
    #expect(heads.allSatisfy { groups.group(of: $0) == reversed.group(of: $0) })
    #expect(Set(heads.map { groups.group(of: $0) }).count == min(8, count))
  }

  @Test func `what is short stands apart from what is long`() {
    let long = ["abcd", "abce", "bbcd", "cbcd", "abdd", "abcc", "aacd", "dbcd", "abbb"].map { Array($0.utf8) }
    let short = Array("!".utf8)
    let groups = RowGroups(of: long + [short])
    #expect(long.allSatisfy { groups.group(of: $0) != groups.group(of: short) })
  }
}

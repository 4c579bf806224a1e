import DecisionModel
import PolicyImpact

extension ImpactReport {
  /// The report as data, on one line. Shares are from 0 to 1.
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("impact", 1)
      writer.object("old") { Self.write(old, to: &$0) }
      writer.object("new") { Self.write(new, to: &$0) }
      writer.member("comments", impact.comments)
      writer.member("unreadable", unreadable)
      writer.member("moved", impact.moved)
      writer.member("share", impact.movedShare)
      for direction in MoveDirection.allCases { writer.member(direction.rawValue, impact.count(direction)) }
      writer.member("max_moved", mostMoved)
      writer.member("passes", passes)
      writer.array("moves", of: impact.inOrder) { writer, element in
        writer.object { write(element.move, element.count, to: &$0) }
      }
    }
    return writer.bytes
  }

  private static func write(_ version: PlaybookVersion, to writer: inout JSONWriter) {
    writer.member("playbook", version.name)
    writer.member("version", version.version)
    writer.member("digest", version.digest)
  }

  private func write(_ move: CategoryMove, _ count: MoveCount, to writer: inout JSONWriter) {
    writer.member("from", move.from)
    writer.member("to", move.to)
    writer.member("comments", count.count)
    writer.member("share", impact.share(of: count.count))
    for direction in MoveDirection.allCases { writer.member(direction.rawValue, count.directions[direction]) }
    writer.array("changes", of: count.changesInOrder) { writer, element in
      writer.object {
        $0.member("change", element.change.words)
        $0.member("direction", element.change.direction.rawValue)
        $0.member("comments", element.count)
      }
    }
    writer.array("examples", of: count.examples) { writer, example in
      writer.object {
        $0.member("id", example.id)
        $0.member("text", example.text)
        $0.member("before", example.before)
        $0.member("now", example.now)
        $0.member("changes", example.changes.map(\.words))
      }
    }
  }
}

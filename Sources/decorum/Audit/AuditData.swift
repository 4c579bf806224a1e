import DecisionModel
import PolicyAudit

extension AuditReport {
  /// The report as data, on one line. Shares are from 0 to 1.
  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("audit", 1)
      writer.member("playbook", playbook.playbook)
      writer.member("version", playbook.version)
      if let neutrality { writer.object("neutrality") { write(neutrality, to: &$0) } }
      if let evasion {
        writer.object("evasion") { writer in
          writer.member("share", share(.evasion))
          writer.array("lists", of: evasion) { writer, list in writer.object { write(list, to: &$0) } }
        }
      }
      if let collateral {
        writer.object("collateral") { writer in
          writer.member("words", innocents.ours)
          writer.member("dictionary", innocents.dictionary)
          writer.member("comments", innocents.comments)
          writer.member("caught", caughtByGuards)
          writer.member("share", share(.collateral))
          writer.array("lists", of: collateral) { writer, list in writer.object { write(list, to: &$0) } }
        }
      }
      writer.member("unreadable", comments.unreadable)
      writer.member("passes", failures.isEmpty)
    }
    return writer.text
  }

  private func write(_ neutrality: Neutrality, to writer: inout JSONWriter) {
    writer.member("comments", neutrality.comments)
    writer.member("named", neutrality.named)
    writer.member("tried", neutrality.tried)
    writer.member("swaps", neutrality.swaps)
    writer.member("changed", neutrality.changed)
    writer.member("share", share(.neutrality))
    writer.array("causes", of: neutrality.causes) { writer, cause in
      writer.object { writer in
        writer.member("clause", cause.clause)
        writer.member("at", cause.at)
        writer.member("by", cause.what)
        writer.array("terms", of: cause.terms) { writer, term in
          writer.object {
            $0.member("term", term.term)
            $0.member("swaps", term.swaps)
          }
        }
        writer.member("swaps", cause.swaps)
        writer.array("examples", of: cause.examples) { writer, example in
          writer.object {
            $0.member("groups", example.table)
            $0.member("from", example.from)
            $0.member("to", example.to)
            $0.member("text", example.text)
            $0.member("swapped", example.swapped)
            $0.member("before", example.before)
            $0.member("after", example.after)
            $0.member("changes", example.changes)
          }
        }
      }
    }
  }

  private func write(_ list: AuditedList, to writer: inout JSONWriter) {
    writer.member("list", list.name)
    writer.member("phrases", list.isOfCondition ? true : nil)
    writer.member("guards", list.isGuard)
    writer.member("disguises", list.disguises)
    writer.member("terms", list.terms.count)
  }

  private func write(_ evasion: ListEvasion, to writer: inout JSONWriter) {
    write(evasion.list, to: &writer)
    writer.member("terms_tried", evasion.termsTried)
    writer.member("not_found", evasion.notFound)
    writer.member("tried", evasion.tried)
    writer.member("escaped", evasion.escaped)
    writer.array("ways", of: evasion.ways) { writer, way in
      writer.object { writer in
        writer.member("way", way.disguise.name)
        writer.member("tried", way.tried)
        writer.member("escaped", way.escaped.count)
        writer.array("examples", of: way.escaped.prefix(3)) { writer, escaped in
          writer.object {
            $0.member("term", escaped.term)
            $0.member("written", escaped.written)
          }
        }
      }
    }
    writer.array("mendings", of: evasion.mendings) { writer, mending in writer.object { write(mending, to: &$0) } }
  }

  private func write(_ collateral: ListCollateral, to writer: inout JSONWriter) {
    write(collateral.list, to: &writer)
    writer.array("caught", of: collateral.caught) { writer, caught in
      writer.object {
        $0.member("term", caught.term)
        $0.member("text", caught.text)
        $0.member("hit", caught.hit)
        $0.member("disguised", caught.isDisguised ? true : nil)
        $0.member("source", caught.source.rawValue)
      }
    }
    writer.array("mendings", of: collateral.mendings) { writer, mending in writer.object { write(mending, to: &$0) } }
  }

  private func write(_ mending: TriedMending, to writer: inout JSONWriter) {
    writer.array("changes", of: mending.changes) { writer, change in writer.object { $0.member(of: change) } }
    writer.member("before", mending.before)
    writer.member("after", mending.after)
    writer.array("also_caught", of: mending.alsoCaught) { $0.string($1.text) }
    writer.member("lost", mending.lost)
    writer.member("broken", mending.broken)
  }
}

extension JSONWriter {
  fileprivate mutating func member(of change: ListChange) {
    switch change {
    case .disguises: member("disguises", true)
    case .noDisguises: member("disguises", false)
    case .goOn(let terms): member("go_on", terms)
    case .endThere(let terms): member("end_there", terms)
    case .add(let terms): member("add", terms)
    case .except(let phrases): member("except", phrases)
    }
  }
}

import DecisionModel
import PlaybookModel

extension Arrangement {
  var teams: [Block] {
    if playbook.teams.isEmpty { return [] }
    let rows = playbook.teams.enumerated().map(row)
    let table = Document.Table(columns: ["Team", "Contact", "Hours", "Outside these hours"], rows: rows)
    return [.table(table)] + remarks(on: playbook.teams.map(\.definition))
  }

  private func row(at index: Int, of team: Team) -> Document.Table.Row {
    let hours = hoursInWords(team)
    let cells: [Prose] = [
      Prose(team.definition.label), team.contact.map(linkedContact) ?? "–",
      hours.isEmpty ? "–" : Prose(hours).capitalised, team.cover.map { titles.link(.team, $0) } ?? "–",
    ]
    return .init(
      number: Section.teams.number(at: index), anchor: titles.anchor(.team, team.definition.name), cells: cells,
      source: source(team.definition.span))
  }

  /// What the author says of things that stand in a table.
  func remarks(on definitions: [Definition]) -> [Block] {
    let remarks = definitions.compactMap { definition -> Document.Entry? in
      let about = about(definition)
      return about.isEmpty ? nil : Document.Entry(Prose(definition.label), about)
    }
    return remarks.isEmpty ? [] : [.definitions(remarks)]
  }
}

/// A contact, linked where it is the address of a mailbox or a page.
func linkedContact(_ text: String) -> Prose {
  if let address = Address(text) { return .link(Prose(text), to: address) }
  let parts = text.split(separator: "@", omittingEmptySubsequences: false)
  let isMailbox = parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isPartOfMailbox) }
  guard isMailbox, let address = Address("mailto:\(text)") else { return Prose(text) }
  return .link(Prose(text), to: address)
}

private func isPartOfMailbox(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: "._%+-".utf8.contains(byte)
  }
}

/// The hours of a team and the days on which only this team is closed.
private func hoursInWords(_ team: Team) -> String {
  let hours = team.hours.flatMap { $0.split(separator: ", ") }.map { hoursInWords(String($0)) }
  let closed = team.holidays.isEmpty ? [] : ["closed on \(NumbersInWords.dates(team.holidays))"]
  return (hours + closed).joined(separator: "; ")
}

/// `Mon-Fri 08:00-20:00` as "Monday to Friday 08:00 to 20:00"; what is not written so stays as it is.
func hoursInWords(_ hours: String) -> String {
  let parts = hours.split(separator: " ")
  guard parts.count == 2 else { return hours }
  let days = parts[0].split(separator: "-", omittingEmptySubsequences: false).map(dayInWords)
  let times = parts[1].split(separator: "-", omittingEmptySubsequences: false)
  guard days.count <= 2, times.count == 2, days.allSatisfy({ $0 != nil }) else { return hours }
  return "\(days.compactMap { $0 }.joined(separator: " to ")) \(times.joined(separator: " to "))"
}

private func dayInWords(_ day: Substring) -> String? {
  let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  return days.first { $0.prefix(3).utf8.elementsEqual(day.utf8) }
}

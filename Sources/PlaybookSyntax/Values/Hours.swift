public import DecisionModel
import Diagnostics
public import YAMLSyntax

extension YAMLScalar {
  /// The hours that the scalar gives: `Mon-Fri 08:00-20:00, Sat 09:00-17:00`, or `always`.
  public func hours() throws(ValueTrouble) -> WeeklyHours {
    if text.isExactly("always") { return .always }
    var stretches: [WeeklyHours.Stretch] = []
    for (piece, _) in text.pieces(at: ",") {
      guard let stretch = stretch(piece) else { throw invalidHours }
      stretches.append(stretch)
    }
    return WeeklyHours(stretches)
  }

  private func stretch(_ piece: String) -> WeeklyHours.Stretch? {
    let words = piece.split(separator: " ")
    guard words.count == 2, let days = days(String(words[0])) else { return nil }
    let times = String(words[1]).pieces(at: "-").map { $0.text == "24:00" ? TimeOfDay.midnight : TimeOfDay($0.text) }
    guard times.count == 2, let opens = times[0], let closes = times[1] else { return nil }
    return WeeklyHours.Stretch(days: days, opens: opens, closes: closes)
  }

  private func days(_ text: String) -> [Weekday]? {
    if text == "daily" { return Weekday.allCases }
    let ends = text.pieces(at: "-").map { weekday($0.text) }
    guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil else { return nil }
    var days = [first]
    while days.last != last, let day = days.last { days.append(day.next) }
    return days
  }

  private func weekday(_ text: String) -> Weekday? {
    Weekday.allCases.first { "\($0)".hasPrefix(text.lowercasedASCII) && text.utf8.count >= 3 }
  }

  private var invalidHours: ValueTrouble {
    ValueTrouble(
      "invalid-hours", "`\(shown)` gives no hours of a week", at: span,
      help: "write days and times such as `Mon-Fri 09:00-17:00`, or `always`")
  }
}

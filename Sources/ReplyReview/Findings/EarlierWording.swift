import CommentText
import DecisionModel

// Whether somebody was given the same words before.
extension Examination {
  /// From so much on two replies have the same wording: half of what either says.
  private static let alike = 0.5

  /// The earlier reply that is closest, where it is too close. One of the very same words is an error.
  var repeatedWording: [ReviewFinding] {
    let own = Resemblance(of: text)
    let resemblances = draft.earlier.map { own.share(with: Resemblance(of: WrittenText(utf8: $0))) }
    guard let closest = resemblances.indices.max(by: { resemblances[$0] < resemblances[$1] }) else { return [] }
    let share = resemblances[closest]
    guard share >= Self.alike else { return [] }
    var finding = ReviewFinding(
      .repeatedWording, share == 1 ? .error : .warning,
      share == 1
        ? "An earlier reply has the same words." : "An earlier reply has \(Int(share * 100)) % of this wording.",
      instead: "Say it in words that are for this person alone.")
    finding.earlier = EarlierReply(number: closest + 1, text: draft.earlier[closest], resemblance: share)
    return [finding]
  }
}

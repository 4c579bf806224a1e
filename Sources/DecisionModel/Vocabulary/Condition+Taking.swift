extension Condition {
  /// The condition where no other ladders and categories take part than these: what is a draft has no strikes that
  /// anybody knows, and no comment is in a category that is a draft or on trial.
  public func taking(ladders: [String], categories: [String]) -> Condition {
    let taking = { (part: Condition) in part.taking(ladders: ladders, categories: categories) }
    return switch self {
    case .all(let parts): .all(parts.map(taking))
    case .any(let parts): .any(parts.map(taking))
    case .none(let parts): .none(parts.map(taking))
    case .not(let part): .not(taking(part))
    case .count(let parts, let test): .count(parts.map(taking), test)
    case .category(let wanted): .category(wanted.filter(categories.contains))
    case .strikes(let ladder, _) where !ladders.contains(ladder): .withoutEffect("history.\(ladder)")
    default: self
    }
  }
}

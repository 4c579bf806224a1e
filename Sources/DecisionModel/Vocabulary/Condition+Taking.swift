extension Condition {
  /// The condition where no other ladders and categories take part than these: what is a draft has no strikes that
  /// anybody knows, and no comment is in a category that is a draft or on trial.
  public func taking(ladders: [String], categories: [String]) -> Condition {
    changed { part in
      switch part {
      case .category(let wanted): .category(wanted.filter(categories.contains))
      case .strikes(let ladder, _) where !ladders.contains(ladder): .withoutEffect("history.\(ladder)")
      default: part
      }
    }
  }
}

/// Reads a feed: Atom, RSS 2.0 or RSS 1.0.
///
/// A document type is refused before anything is parsed, so that there are no entities but the five of XML, and nothing
/// of a feed leads to another file. What is broken is said in `remarks`, and the entries before it are kept.
///
/// - Parameters:
///   - bytes: the answer to a request, as it came.
///   - contentType: the header of that answer, for the encoding.
/// - Throws: `FeedProblem` where nothing of it can be read.
public func readFeed(
  _ bytes: [UInt8], contentType: [UInt8] = [], within bounds: FeedBounds = FeedBounds()
) throws(FeedProblem) -> ReadFeed {
  guard bytes.count <= bounds.bytes else { throw FeedProblem("It is larger than \(bounds.bytes) bytes.") }
  let text = try FeedText(bytes, contentType: contentType)
  guard !XMLProlog(text.bytes).declaresType else {
    throw FeedProblem("It declares a document type (<!DOCTYPE), which is refused for safety.")
  }
  var walk = FeedWalk(text.bytes, bounds)
  if text.hasBrokenCharacters { walk.remark("some of its characters are none in the encoding that it names") }
  do throws(FeedProblem) {
    try walk.run()
  } catch {
    guard !walk.feed.entries.isEmpty else { throw error }
    walk.remark("it was not read to its end: \(error)")
  }
  return walk.feed
}

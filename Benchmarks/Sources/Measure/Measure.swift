import DecisionModel
import Foundation

/// One measurement in a process of its own: `Measure decisions|lines|shapes PROGRAM COMMENTS SECONDS`. Prints JSON.
@main
struct Measure {
  static func main() {
    do {
      print(try figures(Array(CommandLine.arguments.dropFirst())).json)
    } catch {
      FileHandle.standardError.write(Data("Measure: \(error)\n".utf8))
      exit(2)
    }
  }

  private static func figures(_ arguments: [String]) throws -> Figures {
    guard arguments.count == 4, let seconds = Double(arguments[3]), seconds > 0 else {
      throw Failure("give `decisions`, `lines` or `shapes`, a program, a file of comments and a number of seconds")
    }
    var opening = Figures()
    let program = try open(arguments[1], first: arguments[2], &opening)
    let lines = try readLines(of: arguments[2])
    let comments = try program.comments(lines)
    switch arguments[0] {
    case "decisions":
      let block = CommentBlock(comments)
      var decisions = Decisions(of: comments.count, seconds: seconds) { program.decide(block, $0) }
      return opening + decisions.measure()
    case "lines":
      var decisions = Decisions(of: lines.count, seconds: seconds) { places in
        lines[places].reduce(0) { $0 &+ program.decide(line: $1) }
      }
      return opening + decisions.measure()
    case "shapes": return Shapes(program: program, comments: comments, seconds: seconds).measure()
    default: throw Failure("there is no measurement `\(arguments[0])`")
    }
  }

  /// Opens the program and decides one comment, which is when the last of it is loaded.
  private static func open(_ path: String, first comments: String, _ figures: inout Figures) throws -> OpenedProgram {
    let line = try firstLine(of: comments)
    let (memory, begin, wall) = (Machine.residentBytes, Machine.processorTime, Machine.nanoseconds)
    let program = try OpenedProgram(path)
    figures["open_s"] = Machine.processorTime - begin
    figures["first_ordered"] = Double(try program.comments([line]).map(program.decide).reduce(0, +))
    figures["load_s"] = Machine.processorTime - begin
    figures["load_wall_s"] = Double(Machine.nanoseconds - wall) / 1e9
    figures["load_bytes"] = Double(Machine.residentBytes - memory)
    return program
  }

  /// The first line alone, so that the program is loaded into a process that holds nothing else.
  private static func firstLine(of path: String) throws -> [UInt8] {
    let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? handle.close() }
    let beginning = try handle.read(upToCount: 1 << 20) ?? Data()
    return Array(beginning.prefix { $0 != 0x0A })
  }

  private static func readLines(of path: String) throws -> [[UInt8]] {
    let lines = try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 0x0A).map(Array.init)
    guard !lines.isEmpty else { throw Failure("\(path) holds no comment") }
    return lines
  }
}

extension Figures {
  /// Both, one after the other.
  static func + (first: Figures, second: Figures) -> Figures { Figures(all: first.all + second.all) }
}

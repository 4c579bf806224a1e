import Foundation

/// A server of PostgreSQL that the tests start: in a folder of its own, reached by a socket there, and ended with them.
final class PostgreSQLServer: Sendable {
  /// One for all tests that only need a database.
  static let shared = Result { try PostgreSQLServer() }

  static var isInstalled: Bool { binaries != nil }

  private static let binaries: String? = {
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    let newest = versions.compactMap(Int.init).max()
    return newest.map { "\(root)/\($0)/bin" }
  }()

  private let folder: String
  private let databases = Counter()

  init() throws {
    guard let binaries = Self.binaries else { throw ServerProblem(what: "PostgreSQL is not installed") }
    // The path of a socket has at most 107 bytes.
    folder = "/tmp/decorum-pg-\(UUID().uuidString.prefix(8))"
    try Self.run("/bin/mkdir", ["-m", "700", folder])
    if getuid() == 0 { try Self.run("/bin/chown", ["postgres", folder]) }
    try Self.runAsServer(["\(binaries)/initdb", "-D", "\(folder)/data", "-U", "ledger", "-A", "trust", "--no-sync"])
    // A watch ends the server with the tests, however they end.
    let watch = """
      while [ -d /proc/\(getpid()) ]; do sleep 1; done
      kill -QUIT $(head -1 '\(folder)/data/postmaster.pid'); sleep 1; rm -rf '\(folder)'
      """
    try Self.spawn(["/bin/sh", "-c", watch])
    try start()
  }

  /// The address of a new database.
  func newDatabase() throws -> String {
    let name = "ledger\(databases.next())"
    try Self.run(
      "/usr/bin/env",
      ["psql", "-q", "-h", folder, "-U", "ledger", "postgres", "-c", "CREATE DATABASE \(name) TEMPLATE template0"])
    return "postgres://ledger@/\(name)?host=\(folder)"
  }

  /// Runs a statement as the administrator.
  func execute(_ sql: String) throws {
    try Self.run("/usr/bin/env", ["psql", "-q", "-h", folder, "-U", "ledger", "postgres", "-c", sql])
  }

  // MARK: Starting and stopping

  func start() throws {
    guard let binaries = Self.binaries else { return }
    try Self.runAsServer([
      "\(binaries)/pg_ctl", "-D", "\(folder)/data", "-w", "-t", "60", "-l", "\(folder)/log", "-o",
      "-c listen_addresses='' -c unix_socket_directories='\(folder)' -c max_connections=100", "start",
    ])
  }

  /// - Parameter mode: `fast` rolls back what runs; `immediate` is a crash.
  func stop(_ mode: String) throws {
    guard let binaries = Self.binaries else { return }
    try Self.runAsServer(["\(binaries)/pg_ctl", "-D", "\(folder)/data", "-m", mode, "-w", "stop"])
  }

  // MARK: Processes

  /// PostgreSQL does not run as root.
  private static func asServer(_ command: [String]) -> [String] {
    getuid() == 0
      ? ["/usr/bin/setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] + command : command
  }

  private static func runAsServer(_ command: [String]) throws {
    let command = asServer(command)
    try run(command[0], Array(command.dropFirst()))
  }

  /// Starts what lives on.
  @discardableResult static func spawn(_ command: [String]) throws -> pid_t {
    let command = asServer(command)
    return try process(command[0], Array(command.dropFirst()))
  }

  private static func run(_ tool: String, _ arguments: [String]) throws {
    let process = try process(tool, arguments)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    if status != 0 { throw ServerProblem(what: "\(tool) \(arguments) failed") }
  }

  /// Not Foundation's `Process`: that waits for all who inherit a pipe of its own, as the server does.
  private static func process(_ tool: String, _ arguments: [String]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // What it holds on to must not keep the tests' own output open.
    for descriptor: Int32 in 0...2 { posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0) }
    // Nor the end of a socket by which Foundation learns, in another test, that a process of its own has ended. The tests
    // open some dozens at once; Linux does not mind those that are not open.
    for descriptor in 3..<min(getdtablesize(), 1024) { posix_spawn_file_actions_addclose(&actions, descriptor) }
    var pid: pid_t = 0
    var words = ([tool] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    guard posix_spawn(&pid, tool, &actions, nil, &words, environ) == 0 else {
      throw ServerProblem(what: "\(tool) cannot be started")
    }
    return pid
  }
}

struct ServerProblem: Error {
  let what: String
}

/// Numbers, each once.
final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var last = 0

  func next() -> Int {
    lock.withLock {
      last += 1
      return last
    }
  }
}

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the machine says of this process.
enum Machine {
  /// The processor's time that the process took, in seconds.
  static var processorTime: Double { time(CLOCK_PROCESS_CPUTIME_ID) }

  /// A clock that only runs forward, in nanoseconds.
  static var nanoseconds: Int64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
  }

  private static func time(_ clock: clockid_t) -> Double {
    var now = timespec()
    clock_gettime(clock, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
  }

  /// The memory of the process that is resident, in bytes; zero where the system does not tell.
  static var residentBytes: Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
    let pages = line.prefix { $0 != 0 }.split(separator: CChar(UInt8(ascii: " "))).dropFirst().first ?? []
    return pages.reduce(0) { $0 * 10 + Int($1) - Int(UInt8(ascii: "0")) } * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}

import ArgumentParser
import DecisionModel
import ZoneData

/// On whose clocks times are shown.
struct ZoneOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The time zone in which times are shown, such as Europe/London.", valueName: "name"))
  var zone: String?

  func validate() throws {
    if let zone, ZoneData.zone(named: zone) == nil {
      throw ValidationError("`\(zone)` is no time zone: write it as Europe/London.")
    }
  }

  /// The zone that was named, else that of the playbook.
  func table(else playbook: ZoneTable?) -> ZoneTable {
    zone.flatMap { ZoneData.zone(named: $0) } ?? playbook ?? .utc
  }
}

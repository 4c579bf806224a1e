import Foundation
import PackagePlugin

/// Compiles the playbooks of a target as it is built, and adds their programs to its resources.
///
/// Every `playbook.yaml` in or under the target's folder `Playbooks` becomes `NAME.decorum`, where NAME is the folder that
/// holds it: `Playbooks/reading-room/playbook.yaml` becomes `reading-room.decorum`. Imports lead to files under
/// `Playbooks`, and to the standard library; a program is made anew when any file there has changed.
@main
struct CompilePlaybooks: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    let folder = target.directoryURL.appending(path: "Playbooks")
    let files = try filesBelow(folder)
    let playbooks = files.filter { $0.lastPathComponent == "playbook.yaml" }
    if playbooks.isEmpty {
      Diagnostics.warning("CompilePlaybooks found no playbook.yaml under \(folder.path)")
    }
    let compiler = try context.tool(named: "decorumc").url
    return try named(playbooks).map { name, playbook in
      let program = context.pluginWorkDirectoryURL.appending(path: "\(name).decorum")
      return .buildCommand(
        displayName: "Compiling playbook \(name)", executable: compiler,
        arguments: [playbook.path, program.path, folder.path], inputFiles: files, outputFiles: [program])
    }
  }

  /// The playbooks by the names of the folders that hold them.
  private func named(_ playbooks: [URL]) throws -> [(name: String, playbook: URL)] {
    let named = playbooks.map { (name: $0.deletingLastPathComponent().lastPathComponent, playbook: $0) }
    for (name, same) in Dictionary(grouping: named, by: \.name) where same.count > 1 {
      throw Problem("two playbooks would become \(name).decorum: \(same.map(\.playbook.path).joined(separator: ", "))")
    }
    return named
  }

  /// Every file in a folder and the folders in it, in the order of their paths. Hidden ones are left out.
  private func filesBelow(_ folder: URL) throws -> [URL] {
    guard
      let walk = FileManager.default.enumerator(
        at: folder, includingPropertiesForKeys: [.isRegularFileKey], options: .skipsHiddenFiles)
    else { return [] }
    return try walk.compactMap { $0 as? URL }
      .filter { try $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true }
      .sorted { $0.path < $1.path }
  }
}

/// Why a target cannot be built.
private struct Problem: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

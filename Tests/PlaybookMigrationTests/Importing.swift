import Diagnostics
import PlaybookAnalysis
import PlaybookMigration
import PlaybookPipeline

/// A configuration as a test gives it, taken over.
func imported(_ configuration: String, as name: String = "test", searches: SearchStyle = .words) -> Migration {
  imported(Array(configuration.utf8), as: name, searches: searches)
}

func imported(_ configuration: [UInt8], as name: String = "test", searches: SearchStyle = .words) -> Migration {
  let file = SourceFile(id: SourceFile.ID(0), name: "config.yaml", bytes: configuration)
  return importAutoModerator(file, named: name, searches: searches)
}

/// What the compiler says of the playbook that came of it.
func checked(_ migration: Migration) throws -> Analysis {
  try checkPlaybook("playbook.yaml", in: [InMemoryFile("playbook.yaml", migration.playbook)])
}

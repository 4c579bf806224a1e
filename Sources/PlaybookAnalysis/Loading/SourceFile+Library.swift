public import Diagnostics
import StandardLibrary

extension SourceFile {
  /// Whether it is a file of the standard library, which goes by the name that imports give to it.
  public var isOfStandardLibrary: Bool {
    StandardLibrary.names.contains { name.utf8.elementsEqual("std/\($0).yaml".utf8) }
  }
}

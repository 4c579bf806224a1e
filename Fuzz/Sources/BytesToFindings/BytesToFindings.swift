import Claims

/// libFuzzer's door: the bytes are a playbook.
@_cdecl("LLVMFuzzerTestOneInput")
public func bytesToFindings(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
  claimAboutPlaybook(Array(UnsafeRawBufferPointer(start: start, count: count)))
  return 0
}

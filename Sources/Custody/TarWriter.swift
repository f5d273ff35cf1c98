/// A pax tar archive (POSIX.1-2017, pax), of which stock `tar x` makes files: headers of 512 bytes,
/// contents filled up to 512, zeros at the end.
enum TarWriter {
  static let block = 512

  /// What one member is called, how long it is, and when it was changed.
  struct Member {
    /// A plain file name, no folders.
    var name: String
    /// In bytes.
    var size: Int
    /// In seconds since 1970.
    var time: Int
  }

  /// The header of a member; where the old form has no room for it, with a pax record before it.
  static func header(_ member: Member) -> [UInt8] {
    var records = ""
    let name = Array(member.name.utf8)
    if name.count > 100 || name.contains(where: { $0 >= 0x80 }) {
      records += record("path", member.name)
    }
    if member.size >= 1 << 33 { records += record("size", "\(member.size)") }
    if member.time < 0 || member.time >= 1 << 33 { records += record("mtime", "\(member.time)") }
    var bytes: [UInt8] = []
    if !records.isEmpty {
      let text = Array(records.utf8)
      bytes += ustar(Member(name: "pax", size: text.count, time: 0), type: UInt8(ascii: "x"))
      bytes += text + padding(text.count)
    }
    var plain = member
    if name.count > 100 || name.contains(where: { $0 >= 0x80 }) { plain.name = "original" }
    return bytes + ustar(plain, type: UInt8(ascii: "0"))
  }

  /// The zeros that follow contents of that length.
  static func padding(_ size: Int) -> [UInt8] {
    [UInt8](repeating: 0, count: (block - size % block) % block)
  }

  /// "27 path=…\n": the length counts itself.
  private static func record(_ key: String, _ value: String) -> String {
    let rest = " \(key)=\(value)\n"
    var count = rest.utf8.count + 1
    while "\(count)".utf8.count + rest.utf8.count > count { count += 1 }
    return "\(count)\(rest)"
  }

  private static func ustar(_ member: Member, type: UInt8) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: block)
    func put(_ text: String, _ offset: Int) {
      for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
    }
    func octal(_ number: Int, _ digits: Int) -> String {
      let text = String(max(0, min(number, 1 << (3 * digits) - 1)), radix: 8)
      return String(repeating: "0", count: digits - text.count) + text
    }
    put(member.name, 0)
    put("0000600", 100)
    put("0000000", 108)
    put("0000000", 116)
    put(octal(member.size, 11), 124)
    put(octal(member.time, 11), 136)
    put("        ", 148)
    header[156] = type
    put("ustar", 257)
    put("00", 263)
    put(octal(header.reduce(0) { $0 + Int($1) }, 6), 148)
    header[154] = 0
    return header
  }
}

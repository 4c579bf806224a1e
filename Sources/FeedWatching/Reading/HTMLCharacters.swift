/// The character of a reference such as `eacute`, as far as texts of people have them; nil for others.
///
/// Names are those of HTML 4, sections 24.2 to 24.4, without mathematical signs and Greek.
func htmlCharacter(named name: ArraySlice<UInt8>) -> UInt32? {
  if let place = latinNames.firstIndex(where: { $0.utf8.elementsEqual(name) }) { return 0xA0 + UInt32(place) }
  return otherNames.first { $0.name.utf8.elementsEqual(name) }?.value
}

/// The characters from U+00A0 to U+00FF, in order.
private let latinNames =
  """
  nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute
  micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring
  AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml
  times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil
  egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash
  ugrave uacute ucirc uuml yacute thorn yuml
  """.split { $0 == " " || $0.isNewline }.map(String.init)

private let otherNames: [(name: String, value: UInt32)] = [
  ("quot", 0x22), ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E), ("OElig", 0x152), ("oelig", 0x153),
  (
    "Scaron",
    0x160
  ), ("scaron", 0x161), ("Yuml", 0x178), ("fnof", 0x192), ("circ", 0x2C6), ("tilde", 0x2DC),
  (
    "ensp",
    0x2002
  ), ("emsp", 0x2003), ("thinsp", 0x2009), ("zwnj", 0x200C), ("zwj", 0x200D), ("lrm", 0x200E),
  (
    "rlm",
    0x200F
  ), ("ndash", 0x2013), ("mdash", 0x2014), ("lsquo", 0x2018), ("rsquo", 0x2019), ("sbquo", 0x201A),
  ("ldquo", 0x201C), ("rdquo", 0x201D), ("bdquo", 0x201E), ("dagger", 0x2020), ("Dagger", 0x2021),
  (
    "bull",
    0x2022
  ), ("hellip", 0x2026), ("permil", 0x2030), ("prime", 0x2032), ("Prime", 0x2033), ("lsaquo", 0x2039),
  ("rsaquo", 0x203A), ("oline", 0x203E), ("frasl", 0x2044), ("euro", 0x20AC), ("image", 0x2111),
  (
    "weierp",
    0x2118
  ), ("real", 0x211C), ("trade", 0x2122), ("apos", 0x27),
]

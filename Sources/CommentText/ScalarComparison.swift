// Lets the value of a scalar be compared with a character as one reads it: `scalar == "."`.

func == (value: UInt32, character: Unicode.Scalar) -> Bool { value == character.value }

func != (value: UInt32, character: Unicode.Scalar) -> Bool { value != character.value }

func ~= (character: Unicode.Scalar, value: UInt32) -> Bool { value == character.value }

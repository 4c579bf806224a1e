/** The bits of what a character is, as section `kinds` of a program has them. */
export const isLetter = 1
export const isMark = 2
export const isDigit = 4
export const isWhiteSpace = 8
/** A letter of a script that puts no spaces between words. */
export const isUnspaced = 16
/** A mark that may stand on a letter of any script, or encloses it. */
export const isAccent = 32
export const isUpperCase = 64
export const isCased = 128
/** Punctuation that does not belong to a link that it follows. */
export const isClosing = 256
export const isEmoji = 512
/** What is dropped where accents are ignored. */
export const isIgnorable = 1024
/** It may change with what stands beside it. */
export const isEntangled = 0x8000

export const isOfWord = isLetter | isMark | isDigit
export const isLetterOrDigit = isLetter | isDigit

/** Stands where a link was: a surrogate, which no text has. */
export const masked = 0xD800

export const apostrophe = 0x27
export const dot = 0x2E
export const slash = 0x2F
export const exclamationMark = 0x21
export const questionMark = 0x3F
export const star = 0x2A
export const space = 0x20
export const letterW = 0x77

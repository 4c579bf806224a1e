import assert from 'node:assert/strict'
import { test } from 'node:test'
import { numberText } from '../../Sources/DecisionScript/json/numbers.js'
import { readJSON } from '../../Sources/DecisionScript/json/reading.js'
import { given, jsonText } from '../../Sources/DecisionScript/json/writing.js'
import { compareTexts, textOfLine, utf8, utf8Length } from '../../Sources/DecisionScript/text/scalars.js'

const problemOf = line => {
  try {
    return readJSON(typeof line === 'string' ? line : textOfLine(Uint8Array.from(line)))
  } catch (problem) {
    return problem.message
  }
}

test('what is no JSON is refused with its place and a sentence', () => {
  const cases = [
    ['', '1:1: The text ends too early.'],
    ['\uFEFF{}', '1:1: The text begins with a byte order mark.'],
    ['{} x', '1:4: There is more text after the value.'],
    ['[1,]', '1:3: A comma stands before the end of the array.'],
    ['[1 2]', '1:4: A comma or the end of the array is missing here.'],
    ['{"a" 1}', '1:6: A colon is missing after the key.'],
    ['{a:1}', '1:2: A key in double quotes is missing here.'],
    ['{"a":1,"b":2,"a":3}', '1:14: The key "a" stands twice in one object.'],
    ['{"a":1,"\\u0061":3}', '1:8: The key "a" stands twice in one object.'],
    ['truth', '1:1: Neither a value nor one of the words true, false and null.'],
    ['"a\u0001"', '1:3: A control character stands unescaped in a string.'],
    ['"\\x"', '1:2: JSON has no such escape.'],
    ['"\\u12g4"', '1:2: Four hexadecimal digits are missing after \\u.'],
    ['[\n "ab', '2:2: The text ends within a string.'],
    ['1e999', '1:1: The number is too large.'],
    ['-', '1:2: The text ends too early.'],
    ['1.x', '1:3: A digit is missing in the number.'],
    ['01', '1:2: There is more text after the value.'],
    ['["é😀" x', '1:7: A comma or the end of the array is missing here.'],
    ['['.repeat(65), '1:65: Arrays and objects stand more than 64 deep in each other.'],
    [[0x22, 0x61, 0xFF, 0x22], '1:3: The text is not well-formed UTF-8.'],
    [[0x22, 0xED, 0xA0, 0x80, 0x22], '1:2: The text is not well-formed UTF-8.'],
    [[0x22, 0xC3, 0xA9, 0xF4, 0x90, 0x80, 0x80, 0x22], '1:3: The text is not well-formed UTF-8.'],
  ]
  for (const [line, sentence] of cases) assert.equal(problemOf(line), sentence)
})

test('a long key is shortened, and a person sees whole characters', () => {
  const key = 'e\u0301'.repeat(50)
  assert.equal(problemOf(`{"${key}":1,"${key}":2}`),
    `1:107: The key "${'e\u0301'.repeat(40)}…" stands twice in one object.`)
})

test('objects keep their members in order, whatever the keys are', () => {
  assert.deepEqual([...readJSON('{"b":1,"10":2,"2":3,"__proto__":4}').keys()], ['b', '10', '2', '__proto__'])
})

test('the escape of a lone surrogate is U+FFFD, and a pair is one character', () => {
  assert.equal(readJSON('"\\ud800x\\udc00\\ud83d\\ude00\\ud83d\\ud83d\\ude00"'), '\uFFFDx\uFFFD😀\uFFFD😀')
})

test('every number is printed without an exponent, and reads back', () => {
  const cases = [
    [0.1, '0.1'], [-0, '0'], [3, '3'], [1e21, '1000000000000000000000'], [1.5e-7, '0.00000015'], [-2.5e22,
    '-25000000000000000000000'],
    [5e-324, `0.${'0'.repeat(323)}5`], [NaN, 'null'], [Infinity, 'null'], [1e23, '100000000000000000000000'],
  ]
  for (const [number, text] of cases) assert.equal(numberText(number), text)
  for (const number of [Number.MAX_VALUE, 123456789.125e13, 4.35e-9]) assert.equal(Number(numberText(number)), number)
})

test('the canonical form leaves out what is empty and escapes what JSON demands', () => {
  const object = given({ a: '', b: [], c: {}, d: null, e: undefined, f: 0, g: false, h: 1e21,
    i: '"\\\b\n\u0001\u007f\u2028é' })
  assert.equal(jsonText(object), '{"f":0,"g":false,"h":1000000000000000000000,"i":"\\"\\\\\\b\\n\\u0001\u007f\u2028é"}')
})

test('texts are ordered by the bytes of their UTF-8', () => {
  const texts = ['\u{10000}', '\uE000', '\uFFFF', 'a', '', 'ab', '\u{1F600}', 'é']
  const bytes = text => Buffer.from(text)
  assert.deepEqual([...texts].sort(compareTexts), [...texts].sort((one, other) => Buffer.compare(bytes(one),
    bytes(other))))
  for (const text of texts) assert.equal(utf8Length(text), utf8(text).length)
})

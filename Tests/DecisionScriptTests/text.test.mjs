import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashModulo } from '../../Sources/DecisionScript/deciding/filling.js'
import { listText, ordinal } from '../../Sources/DecisionScript/deciding/lists.js'
import { beginningLarge, beginningSmall, endsSentence,
  firstCharacters } from '../../Sources/DecisionScript/text/characters.js'
import { namesOfHost } from '../../Sources/DecisionScript/text/hosts.js'
import { Places } from '../../Sources/DecisionScript/text/places.js'
import { decodedPunycode } from '../../Sources/DecisionScript/text/punycode.js'

test('punycode is read as RFC 3492 writes it', () => {
  const cases = [['mnchen-3ya', 'münchen'], ['maana-pta', 'mañana'], ['ihqwcrb4cv8a8dqg056pqjye', '他们为什么不说中文'],
    ['abc-', 'abc']]
  for (const [name, text] of cases) assert.equal(decodedPunycode(name), text)
  for (const name of ['a-b!', '99999999', '-9']) assert.equal(decodedPunycode(name), undefined, name)
})

test('the host of a link stands behind its user and before its port', () => {
  const host = link => namesOfHost(link, text => text.toLowerCase()).join('.')
  assert.equal(host('https://Bob:x@Shop.Example:8080/a?b'), 'shop.example')
  assert.equal(host('www.example.com.'), 'www.example.com')
  assert.equal(host('http://xn--mnchen-3ya.de#x'), 'münchen.de')
  assert.equal(host('bit.ly/http://evil.example'), 'bit.ly')
  assert.equal(host('http://[::1]'), '[::1]')
})

test('the hash that picks a wording is FNV-1a of 64 bits', () => {
  const hash = bytes => bytes.reduce((all, byte) => BigInt.asUintN(64, (all ^ BigInt(byte)) * 1099511628211n),
    14695981039346656037n)
  for (let length = 0; length < 200; length++) {
    const bytes = Array.from({ length }, (_, place) => place * 37 + length & 255)
    for (const divisor of [1, 2, 3, 7, 1000]) assert.equal(hashModulo(bytes, divisor),
      Number(hash(bytes) % BigInt(divisor)))
  }
})

test('places tell which of them hold or touch another', () => {
  const places = new Places([[10, 12], [2, 8], [4, 5]])
  assert.deepEqual([places.hold(4, 8), places.hold(1, 3), places.hold(8, 9), places.hold(10, 12)], [true, false, false,
    true])
  assert.deepEqual([places.touch(8, 10), places.touch(7, 9), places.touch(12, 13)], [false, true, false])
})

test('a summary sees characters as people do', () => {
  assert.equal(firstCharacters('e\u0301a', 1), 'e\u0301')
  assert.equal(beginningLarge('ßa'), 'SSa')
  assert.equal(beginningSmall('Hide it'), 'hide it')
  assert.equal(beginningSmall('FAQ'), 'FAQ')
  assert.equal(beginningSmall('A word'), 'a word')
  assert.equal(endsSentence('yes?'), true)
  assert.equal(endsSentence('\u0600?'), false)
  assert.equal(endsSentence('no'), false)
})

test('lists and numbers are said in words', () => {
  assert.equal(listText([], 'and'), undefined)
  assert.equal(listText(['a', 'b', 'c'], 'or'), 'a, b or c')
  assert.deepEqual([1, 12, 13, 21, 22, 111, 113, 103].map(ordinal), ['first', 'twelfth', '13th', '21st', '22nd',
    '111th', '113th', '103rd'])
})

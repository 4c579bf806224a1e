// What kinds of characters the bytes of a text are, a bit for each byte, and the same bytes with small letters.
// Swift has no instruction that gathers the results of a comparison into bits; this module is all there is of C.
#ifndef DECORUM_TEXT_MASKS_H
#define DECORUM_TEXT_MASKS_H

#include <stdint.h>

// Of 64 bytes.
typedef struct {
  uint64_t letters;       // a-z, A-Z
  uint64_t capitals;      // A-Z
  uint64_t digits;        // 0-9
  uint64_t spaces;        // U+0020
  uint64_t high;          // bytes of characters beyond ASCII
  uint64_t exclamations;  // !
  uint64_t questions;     // ?
  uint64_t ats;           // @
  uint64_t hashes;        // #
  uint64_t apostrophes;   // '
  uint64_t slashes;       // /
  uint64_t stops;         // .
} decorum_text_masks;

// Tells the bytes of a text apart: the masks of each 64 bytes, of which the last are as if zeros stood behind the text, and
// all bytes with small letters, in as many whole blocks. Returns the masks of all blocks, united.
decorum_text_masks decorum_read_text(const uint8_t *text, int64_t length, uint8_t *small, decorum_text_masks *masks);

// Asks for memory that will be read soon: the processor brings it while it does other things.
static inline void decorum_fetch(const void *memory, int64_t length) {
  for (int64_t offset = 0; offset < length; offset += 64) __builtin_prefetch((const char *)memory + offset);
}

#endif

/*
 * libdecorum: opens programs that `decorum build` made, and decides comments by them. JSON in, JSON out.
 *
 * Threads: any number of threads may decide by an open program at the same time. It keeps the memory that a decision
 * needs for the next one, under a lock that is held for a moment; no thread waits for another one's decision.
 * It is to be closed once, after the last decision has returned.
 *
 * Memory: what a function returns belongs to the caller. Decisions and sentences go back to `decorum_free`, programs to
 * `decorum_close`, each once. What is passed in is read before the function returns, and never kept, changed or freed.
 *
 * Failures: a function that fails returns NULL and, where `problem` is not NULL, sets `*problem` to a sentence in UTF-8
 * that says why; where it does not fail, it sets it to NULL. A missing argument is such a failure, too. No exception and
 * no signal leaves the library.
 */
#ifndef DECORUM_H
#define DECORUM_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A program that is open, ready to decide. */
typedef struct decorum_program decorum_program;

/* Opens the program in a file. It fails where the file cannot be read, where it is no program, where it is damaged, and
   where it was built for another release. */
decorum_program *decorum_open(const char *path, char **problem);

/* Opens a program that is in memory: `length` bytes, which are copied. */
decorum_program *decorum_open_bytes(const void *bytes, size_t length, char **problem);

/* Decides about a comment: `length` bytes of JSON in UTF-8, as `decorum schema comment` describes it. It need not end with
   a NUL, and may hold any bytes.

   `now` is the instant of the decision where the comment has none, in seconds since 1970-01-01T00:00:00Z.

   Returns the decision as canonical JSON in UTF-8, as `decorum schema decision` describes it: one line, without a NUL in
   it and with one after it. Where `decision_length` is not NULL, it is set to the number of bytes before that NUL.

   Every comment gets a decision. One that cannot be read is held, and the member `trouble` of the decision says why. */
char *decorum_decide(const decorum_program *program, const void *comment, size_t length, int64_t now,
                     size_t *decision_length, char **problem);

/* Frees a decision or a sentence. NULL is passed over. */
void decorum_free(char *text);

/* Closes a program. NULL is passed over. */
void decorum_close(decorum_program *program);

#ifdef __cplusplus
}
#endif

#endif

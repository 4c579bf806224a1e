#include <decorum.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

/* decide PROGRAM COMMENT: prints the decision about a comment in JSON. */
int main(int count, char **arguments) {
  char *problem = NULL;
  decorum_program *program = decorum_open(count == 3 ? arguments[1] : NULL, &problem);
  if (!program) {
    fprintf(stderr, "%s\n", problem);
    decorum_free(problem);
    return 1;
  }
  char *decision = decorum_decide(program, arguments[2], strlen(arguments[2]), time(NULL), NULL, NULL);
  puts(decision);
  decorum_free(decision);
  decorum_close(program);
  return 0;
}

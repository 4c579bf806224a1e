import { ProgramError } from './program/file.js'
import { Program } from './program/program.js'

export { ProgramError }

/** Opens a program that `decorum build` made; throws a `ProgramError` whose message is a sentence. */
export function openProgram(bytes) {
  return new Program(bytes)
}

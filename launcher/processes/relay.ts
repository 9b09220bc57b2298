import { stripVTControlCharacters } from 'node:util'

/** What is shown of a program's output; all of it is in its log. */
export type Relay = {
  take: (line: string) => void
  /** The last lines, for when the program ends unexpectedly. */
  tail: () => string[]
}

const TAIL_LENGTH = 25
// A single word after the cross is an experiment of Next's that is switched off.
const TROUBLE = /\b(WARN|WARNING|ERROR|FATAL)\b|^\s*[⚠⨯✗] (?!\w+$)|^\w*Error\b/
/** What Node says to developers of programs, not to those who run them. */
const NOISE = /\b(Deprecation|Experimental)Warning\b|--trace-(deprecation|warnings)/

/** Passes on the warnings and errors of a program, with its name before each line. */
export function createRelay(name: string, write: (line: string) => void): Relay {
  const tail: string[] = []
  const named = (line: string) => `${name} │ ${line}`
  return {
    take: (line) => {
      tail.push(line)
      if (tail.length > TAIL_LENGTH) tail.shift()
      const plain = stripVTControlCharacters(line)
      if (TROUBLE.test(plain) && !NOISE.test(plain)) write(named(line))
    },
    tail: () => tail.map(named),
  }
}

/** What a line of the log at level INFO says, without time and level; undefined for any other line. */
export function newsIn(line: string): string | undefined {
  return /\bINFO: (.+)/.exec(stripVTControlCharacters(line))?.[1]
}

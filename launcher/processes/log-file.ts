import { closeSync, openSync, writeSync } from 'node:fs'

/** The log of a program. */
export type LogFile = {
  /** Adds a line, unless the file cannot be written at the moment. */
  add: (line: string) => void
  close: () => void
}

/**
 * Begins a log anew. A log that cannot be written must not end what is logged: the line is left out, and the next one is tried again.
 *
 * @param file readable by its owner alone; its folder has to be there
 * @param onTrouble takes a sentence when the file cannot be written, once until it can be again
 */
export function openLogFile(file: string, onTrouble: (sentence: string) => void): LogFile {
  let descriptor: number | undefined
  let flags = 'w'
  let isTroubled = false
  const write = (text: string) => {
    try {
      descriptor ??= openSync(file, flags, 0o600)
      // What was cut off before is not to spoil this line.
      writeWhole(descriptor, isTroubled ? `\n${text}` : text)
      flags = 'a'
      isTroubled = false
    } catch (error) {
      if (!isTroubled)
        onTrouble(
          `WARN: The log ${file} cannot be written, so it lacks what comes now: ${(error as Error).message}. It is tried again with each line.`,
        )
      isTroubled = true
    }
  }
  write('')
  return {
    add: (line) => {
      write(`${line}\n`)
    },
    close: () => {
      if (descriptor !== undefined) closeSync(descriptor)
      descriptor = undefined
    },
  }
}

function writeWhole(descriptor: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written)
}

/**
 * Has this process go on when what it says can be written no more: the other end of a pipe has gone, a terminal was closed, a
 * disk is full. What is said then is lost. Without this Node ends the process at once, in the middle of its work.
 */
export function goOnWithoutOutput(): void {
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined)
}

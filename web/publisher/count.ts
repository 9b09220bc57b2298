/** “1 page”, “2 pages”. @param plural when it is not the noun with an s */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`
}

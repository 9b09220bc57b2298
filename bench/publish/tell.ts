/** Takes a sentence about what goes on, for the person who waits. */
export type Tell = (sentence: string) => void

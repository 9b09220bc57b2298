/** A group of questions that somebody chose. */
export type ChosenGroup = { title: string; questions: readonly string[] }

/** The chosen questions as a plain text to keep. Groups without questions are left out. */
export function visitNotes(groups: readonly ChosenGroup[]): string {
  const parts = groups
    .filter(({ questions }) => questions.length > 0)
    .map(({ title, questions }) => [title, ...questions.map((question) => `[ ] ${question}`)].join('\n'))
  return `${['My visit', ...parts].join('\n\n')}\n`
}

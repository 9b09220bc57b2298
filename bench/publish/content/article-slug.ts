const PREFIX = 'reading-'

/** The address of a generated article. @param number from 0 */
export function articleSlug(number: number): string {
  return `${PREFIX}${String(number + 1).padStart(5, '0')}`
}

/** Whether an article was generated, rather than being one of the starter content. */
export function isGenerated(slug: string): boolean {
  return slug.startsWith(PREFIX)
}

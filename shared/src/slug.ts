/** What a slug may look like: lower-case words of letters and digits, joined by single hyphens. */
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

const MAX_SLUG_LENGTH = 96

/**
 * Whether a text can be the last part of a public address.
 *
 * @returns `true`, or a sentence for the editor that says what is wrong and what to write instead
 */
export function checkSlug(slug: string): true | string {
  if (slug === '') return 'Write the last part of the page’s address, for example “living-with-ptsd”.'
  if (slug.length > MAX_SLUG_LENGTH)
    return `The address has ${slug.length} characters; at most ${MAX_SLUG_LENGTH} fit.`
  if (SLUG.test(slug)) return true
  const better = slugFrom(slug)
  return (
    'An address has only small letters, digits and single hyphens between words.' +
    (better ? ` Try “${better}”.` : '')
  )
}

/** Letters that have no plain letter in them. */
const PLAIN: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/**
 * Turns a title into a slug: “What is PTSD?” becomes “what-is-ptsd”.
 *
 * @returns the slug, or an empty string when the title has no letter or digit in it
 */
export function slugFrom(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[æœßøłđðþı]/g, (letter) => PLAIN[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_SLUG_LENGTH)
    .replace(/^-+|-+$/g, '')
}

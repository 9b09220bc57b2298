/**
 * Whether a page, list, feed or sitemap names an address: as a link, in a `<loc>`, or as a word of its own in JSON or Markdown. An
 * address that only begins or ends like it does not count.
 *
 * @param path such as `/articles/a/`
 */
export function mentions(text: string, path: string): boolean {
  return [path, encodeURI(path)].some((address) => text.includes(address) && isNamed(text, address))
}

function isNamed(text: string, path: string): boolean {
  const address = path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?:["'(=]|<\\w+>)(?:https?://[^/"'<>\\s]+)?${address}(?=["'<>)#?\\s]|$)`).test(text)
}

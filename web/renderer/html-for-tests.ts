/** All values of an attribute in a page. The renderer quotes every attribute with double quotes. */
export function attributeValues(html: string, attribute: string): string[] {
  return [...html.matchAll(new RegExp(`<[^>]*?\\s${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) =>
    unescaped(value),
  )
}

/** The files that a page shows: of pictures, styles, scripts and icons. */
export function shownFiles(html: string): string[] {
  const sets = attributeValues(html, 'srcset').flatMap((set) =>
    set.split(', ').map((entry) => entry.split(' ')[0] ?? ''),
  )
  const links = [...html.matchAll(/<link [^>]*>/g)].flatMap(([tag]) =>
    /rel="(?:stylesheet|icon|preload)"/.test(tag) ? attributeValues(tag, 'href') : [],
  )
  const islands = ['component-url', 'renderer-url'].flatMap((attribute) => attributeValues(html, attribute))
  return [...sets, ...attributeValues(html, 'src'), ...links, ...islands]
}

/** What a reader can follow: the addresses of all `<a>`. */
export function followed(html: string): string[] {
  return [...html.matchAll(/<a [^>]*>/g)].flatMap(([tag]) => attributeValues(tag, 'href'))
}

/** A page without what Astro itself writes around an island, whose `<style>` stands where HTML does not allow one. */
export function withoutIslandRuntime(html: string): string {
  return html.replace(/<style>astro-island[^<]*<\/style>/, '').replace(/<script>[\s\S]*?<\/script>/g, '')
}

/** The words of a piece of HTML. */
export function wordsOf(html: string): string {
  return unescaped(html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')).trim()
}

function unescaped(text: string): string {
  return text
    .replace(/&#39;/g, "'")
    .replace(/&#x27;/g, "'")
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;|&#38;/g, '&')
}

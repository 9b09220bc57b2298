/** Headers that a host sends with every path that a pattern names; `*` at its end stands for anything. */
export type HeaderRule = { pattern: string; headers: readonly (readonly [name: string, value: string])[] }

const IMMUTABLE = ['Cache-Control', 'public, max-age=31536000, immutable'] as const

/**
 * The headers of the site. A pattern never sets what another one sets: hosts join the two values with a comma.
 *
 * @param policy the content-security policy of all pages
 */
export function headerRules(policy: string | undefined): HeaderRule[] {
  return [
    {
      pattern: '/*',
      headers: [
        ...(policy ? [['Content-Security-Policy', policy] as const] : []),
        ['X-Content-Type-Options', 'nosniff'],
        // That somebody reads about mental health here is nobody else's business.
        ['Referrer-Policy', 'same-origin'],
        ['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
      ],
    },
    // The names of these files change with their bytes.
    { pattern: '/_astro/*', headers: [IMMUTABLE] },
    { pattern: '/media/*', headers: [IMMUTABLE] },
  ]
}

/** Writes rules as the file `_headers` that Netlify and Cloudflare Pages read. */
export function formatHeaders(rules: readonly HeaderRule[]): string {
  return rules
    .map(({ pattern, headers }) => [pattern, ...headers.map(([name, value]) => `  ${name}: ${value}`)])
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

/** Reads a file `_headers`. Lines that are neither a pattern nor a header are skipped, as hosts do. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: { pattern: string; headers: [string, string][] }[] = []
  for (const line of text.split('\n')) {
    const header = /^\s+([\w-]+):\s*(.+?)\s*$/.exec(line)
    if (header) rules.at(-1)?.headers.push([header[1] ?? '', header[2] ?? ''])
    else if (line.startsWith('/')) rules.push({ pattern: line.trim(), headers: [] })
  }
  return rules
}

/** The headers for a path, in the order of the rules. */
export function headersFor(rules: readonly HeaderRule[], path: string): (readonly [string, string])[] {
  return rules.filter(({ pattern }) => matches(pattern, path)).flatMap(({ headers }) => headers)
}

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern
}

import type { RedirectRule } from '../site/redirects-file.ts'

/** How the redirects of two releases differ: by the address that they start from, where they lead. */
export type RedirectChange = {
  /** Those that are new or lead elsewhere now. */
  leading: ReadonlyMap<string, string>
  /** Those that lead nowhere any more, and where they led. */
  ended: ReadonlyMap<string, string>
}

/** Compares the rules of two releases. @param before undefined when there was none */
export function redirectChange(
  before: readonly RedirectRule[] | undefined,
  after: readonly RedirectRule[],
): RedirectChange {
  if (before === after) return { leading: new Map(), ended: new Map() }
  const [old, now] = [targetsOf(before ?? []), targetsOf(after)]
  return {
    leading: new Map([...now].filter(([from, to]) => old.get(from) !== to)),
    ended: new Map([...old].filter(([from]) => !now.has(from))),
  }
}

function targetsOf(rules: readonly RedirectRule[]): Map<string, string> {
  return new Map(rules.map(({ from, to }) => [from, to]))
}

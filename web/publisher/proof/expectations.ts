import type { ToProve } from '../publish/publish-result.ts'
import type { Expectation } from './expectation.ts'

/** So many changed pages are looked at after one publish; of more, a sample that is spread evenly. */
export const SAMPLE = 200

/** What lists addresses on every site, whether it changed or not. */
const LISTS = ['/sitemap.xml', '/feed.xml']

/** They speak to the host: no visitor gets them. */
const FOR_THE_HOST = new Set(['/_headers', '/_redirects'])

/** What visitors must find after a publish, by address. */
export function expectationsOf({ shown, gone, withdrawn, redirects }: ToProve): Map<string, Expectation> {
  const expectations = new Map<string, Expectation>()
  for (const path of gone) expectations.set(path, { find: { kind: 'gone' }, unmentioned: [] })
  if (withdrawn.length > 0)
    for (const path of LISTS) expectations.set(path, { find: { kind: 'anything' }, unmentioned: withdrawn })
  for (const [kind, changed] of [
    ['other than redirect', redirects.ended],
    ['redirect', redirects.leading],
  ] as const)
    for (const [path, to] of sample([...changed]))
      expectations.set(path, { find: { kind, to }, unmentioned: [] })
  const visible = [...shown].filter(([path]) => !FOR_THE_HOST.has(path))
  for (const [path, hash] of sample(visible, LISTS))
    expectations.set(path, { find: { kind: 'bytes', hash }, unmentioned: withdrawn })
  return expectations
}

/** @param always those that are taken in any case */
function sample(
  all: readonly [string, string][],
  always: readonly string[] = [],
): readonly [string, string][] {
  if (all.length <= SAMPLE) return all
  const spread = Array.from({ length: SAMPLE }, (_, index) => all[Math.floor((index * all.length) / SAMPLE)])
  return [
    ...all.filter(([path]) => always.includes(path)),
    ...spread.filter((entry): entry is [string, string] => entry !== undefined),
  ]
}

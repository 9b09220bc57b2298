import type { Content } from '../../content/content.ts'
import { namedPeople } from '../page/people-names.ts'
import type { GraphNode } from './node.ts'

/** The people behind ids as pages name them; those who are not public are left out. */
export function peopleNodes(content: Content, ids: readonly (string | undefined)[]): GraphNode[] {
  return namedPeople(content, ids).map(({ kind, name, credentials, path }) => ({
    '@type': kind === 'team' ? 'Organization' : 'Person',
    ...(path !== undefined && {
      '@id': `${content.siteUrl}${path}#person`,
      url: `${content.siteUrl}${path}`,
    }),
    name,
    honorificSuffix: credentials,
  }))
}

import type { StarterDocument } from '../starter-document.ts'

/** Prepares a topic, by which articles and questions are grouped, for the load. */
export function topic(slug: string, name: string, description: string): StarterDocument<'topics'> {
  return { collection: 'topics', slug, build: () => ({ slug, name, description }) }
}

import type { Address } from '../../content/content.ts'

const sections: readonly Address[] = [
  { path: '/conditions/', title: 'Conditions' },
  { path: '/articles/', title: 'Articles' },
  { path: '/faqs/', title: 'Questions and answers' },
]

/** The part of the site that a page is in. @returns undefined for a page that is in none, or that begins one */
export function sectionOf(path: string): Address | undefined {
  return sections.find((section) => path.startsWith(section.path) && path !== section.path)
}

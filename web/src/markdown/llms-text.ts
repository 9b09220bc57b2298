import type { PublicCollection } from '@careword/shared/public-fields.ts'
import { newestFirst } from '../../content/article-pages.ts'
import type { Content } from '../../content/content.ts'
import { crisisLine } from './crisis-line.ts'
import { escapeInline } from './escape.ts'

/** Of each kind. A site with more names the others in its sitemap. */
const MOST_LISTED = 100

type Listed = { collection: PublicCollection; id: string }

/** What the site has for programs that read text (llmstxt.org): the Markdown form of its pages. */
export function llmsText(content: Content): string {
  const name = content.global('clinic')?.name ?? 'Patient education'
  return [
    `# ${escapeInline(name)}: patient education`,
    '> Plain words about mental health treatment, with sources, dates of review, and evidence in both directions. It does not replace advice from somebody who knows the patient.',
    ...crisisLine(content),
    `Every page that is named here has a Markdown form at its address with \`index.md\` behind it. All pages: ${content.siteUrl}/sitemap.xml`,
    ...section(content, 'Conditions', content.list({ collection: 'conditions', limit: MOST_LISTED })),
    ...section(content, 'Questions and answers', content.list({ collection: 'faqs', limit: MOST_LISTED })),
    ...section(
      content,
      'Articles, the newest first',
      content.list({ collection: 'articles', sortBy: newestFirst, limit: MOST_LISTED }),
    ),
    ...section(content, 'About this site', content.list({ collection: 'pages', limit: MOST_LISTED })),
  ]
    .join('\n\n')
    .concat('\n')
}

function section(content: Content, title: string, documents: readonly Listed[]): string[] {
  const links = documents
    .flatMap(({ collection, id }) => content.linkTo({ relationTo: collection, value: id }) ?? [])
    .map((page) => `- [${escapeInline(page.title)}](${content.siteUrl}${page.path}index.md)`)
  return links.length > 0 ? [`## ${title}`, links.join('\n')] : []
}

import type { Content } from '../../content/content.ts'
import { dayOf } from '../page/dates.ts'
import type { PagedDocument } from '../page/document-at.ts'
import { reviewOf, type Governed } from '../page/governance.ts'
import { sourceLinks } from '../page/source-links.ts'
import type { Source } from '../page/source-list.ts'
import { clinicId } from './clinic.ts'
import { listed, type GraphNode } from './node.ts'
import { peopleNodes } from './people.ts'

type Described = {
  url: string
  title: string
  document: PagedDocument | undefined
  subject: GraphNode | undefined
}

/** The page itself: what it is, who wrote and reviewed it, when, for whom, and from which sources. */
export function pageNode(content: Content, { url, title, document, subject }: Described): GraphNode {
  return {
    '@type': typeOf(document),
    '@id': `${url}#page`,
    url,
    name: title,
    inLanguage: 'en',
    isPartOf: { '@type': 'WebSite', '@id': `${content.siteUrl}/#site`, url: `${content.siteUrl}/` },
    publisher: content.global('clinic') && { '@id': clinicId(content) },
    // The home page is where every trail begins.
    breadcrumb: url === `${content.siteUrl}/` ? undefined : { '@id': `${url}#breadcrumbs` },
    audience: { '@type': 'MedicalAudience', audienceType: 'Patient' },
    mainEntity: subject && { '@id': subject['@id'] },
    ...(document && document.collection !== 'people' && governed(content, document)),
  }
}

function typeOf(document: PagedDocument | undefined): GraphNode['@type'] {
  switch (document?.collection) {
    case undefined:
      return 'CollectionPage'
    case 'conditions':
    case 'articles':
      return 'MedicalWebPage'
    case 'faqs':
      return ['MedicalWebPage', 'FAQPage']
    case 'people':
      return 'ProfilePage'
    case 'pages':
      return 'WebPage'
  }
}

function governed(content: Content, document: Governed) {
  const { collection, fields } = document
  const { lastReviewed, reviewer } = reviewOf(document, content)
  const [reviewedBy] = peopleNodes(content, [reviewer])
  return {
    description: collection === 'faqs' ? undefined : fields.summary,
    lastReviewed: lastReviewed && dayOf(lastReviewed),
    reviewedBy,
    author: listed(peopleNodes(content, fields.authors ?? [])),
    citation: listed((fields.sources ?? []).map(citationNode)),
  }
}

/** Its address is enough to find a source, else its name; all that is known of it stands in the page’s own list. */
function citationNode(source: Source): GraphNode {
  const url = sourceLinks(source)[0]?.href
  return { '@type': 'CreativeWork', ...(url === undefined ? { name: source.title } : { url }) }
}

import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { Content } from '../../content/content.ts'
import type { PagedDocument } from '../page/document-at.ts'
import { plainText } from '../rich-text/plain-text.ts'
import { clinicId } from './clinic.ts'
import { listed, type GraphNode } from './node.ts'
import { peopleNodes } from './people.ts'

/** What a page is about, or what it is. @param url of the page */
export function subjectNode(content: Content, document: PagedDocument, url: string): GraphNode | undefined {
  switch (document.collection) {
    case 'conditions':
      return conditionNode(document, url)
    case 'articles':
      return articleNode(content, document, url)
    case 'faqs':
      return questionNode(document, url)
    case 'people':
      return personNode(content, document, url)
    case 'pages':
      return undefined
  }
}

function conditionNode({ fields }: PublicDocument<'conditions'>, url: string): GraphNode {
  const others = (fields.alsoKnownAs ?? []).map(({ name }) => name)
  return {
    '@type': 'MedicalCondition',
    '@id': `${url}#condition`,
    name: fields.name,
    alternateName: listed(fields.abbreviation === undefined ? others : [fields.abbreviation, ...others]),
    code: listed((fields.icd10Codes ?? []).map(({ code }) => icd10(code))),
  }
}

function icd10(code: string): GraphNode {
  return { '@type': 'MedicalCode', codeValue: code, codingSystem: 'ICD-10-CM' }
}

function articleNode(content: Content, { fields }: PublicDocument<'articles'>, url: string): GraphNode {
  const conditions = (fields.conditions ?? []).flatMap(
    (id) => content.linkTo({ relationTo: 'conditions', value: id }) ?? [],
  )
  return {
    '@type': 'Article',
    '@id': `${url}#article`,
    headline: fields.title,
    abstract: fields.summary,
    author: listed(peopleNodes(content, fields.authors ?? [])),
    publisher: content.global('clinic') && { '@id': clinicId(content) },
    mainEntityOfPage: { '@id': `${url}#page` },
    about: listed(
      conditions.map(({ path, title }) => ({
        '@type': 'MedicalCondition',
        '@id': `${content.siteUrl}${path}#condition`,
        name: title,
      })),
    ),
  }
}

function questionNode({ fields }: PublicDocument<'faqs'>, url: string): GraphNode {
  return {
    '@type': 'Question',
    '@id': `${url}#question`,
    name: fields.question,
    acceptedAnswer: { '@type': 'Answer', text: plainText(fields.answer) },
  }
}

function personNode(content: Content, { fields }: PublicDocument<'people'>, url: string): GraphNode {
  const { kind, name, credentials, role } = fields
  const isTeam = kind === 'team'
  return {
    '@type': isTeam ? 'Organization' : 'Person',
    '@id': `${url}#person`,
    name,
    url,
    honorificSuffix: credentials,
    ...(!isTeam && { jobTitle: role, worksFor: content.global('clinic') && { '@id': clinicId(content) } }),
  }
}

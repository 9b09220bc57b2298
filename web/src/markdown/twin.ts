import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { Content } from '../../content/content.ts'
import { titleOf } from '../../content/document-title.ts'
import { treatmentStatus } from '../blocks/treatment-status.ts'
import { renderBody } from '../page/body.ts'
import { conditionText } from '../page/condition-texts.ts'
import type { PagedDocument } from '../page/document-at.ts'
import { gradedStatements } from '../page/evidence.ts'
import { markup } from '../page/markup.ts'
import { startPage, type PageScope } from '../page/page-scope.ts'
import { ownConflicts } from '../page/people-names.ts'
import { sourceMarkup } from '../page/source-markup.ts'
import { renderRichText } from '../rich-text/rich-text.ts'
import { crisisLine } from './crisis-line.ts'
import { escapeInline, escapeMarkdown, escapeTitleEnd } from './escape.ts'
import { markdownOf } from './from-markup.ts'
import { reviewLines } from './review-lines.ts'

/** A page as Markdown, for programs that read text: with its review, its sources and where to get help in a crisis. */
export function twinOf(content: Content, document: PagedDocument, path: string): string {
  const { lines, scope } = bodyOf(content, document)
  const sources = scope.sources.all.map(
    (source, index) => `${index + 1}. ${markdownOf(sourceMarkup(source), content.siteUrl)}`,
  )
  const interest = content.global('clinic')?.disclosureOfInterest
  return [
    `# ${escapeTitleEnd(escapeInline(titleOf(document).trim()))}`,
    ...crisisLine(content),
    ...lines,
    ...(sources.length > 0 ? ['## Sources', sources.join('\n')] : []),
    ...(document.collection === 'people'
      ? []
      : ['## About this page', reviewLines(content, document).join('\n')]),
    ...(interest === undefined ? [] : [`Our own interest: ${escapeInline(interest)}`]),
    `This page: ${content.siteUrl}${path}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')
}

type Body = { lines: string[]; scope: PageScope }

function bodyOf(content: Content, document: PagedDocument): Body {
  switch (document.collection) {
    case 'conditions':
      return conditionBody(content, document)
    case 'articles': {
      const { scope, markup: text } = renderBody(content, document)
      const points = (document.fields.keyPoints ?? []).map(({ point }) => point)
      return {
        scope,
        lines: [
          escapeMarkdown(document.fields.summary),
          ...list('Key points', points),
          markdownOf(text, content.siteUrl),
        ],
      }
    }
    case 'pages': {
      const { scope, markup: text } = renderBody(content, document)
      return { scope, lines: [escapeMarkdown(document.fields.summary), markdownOf(text, content.siteUrl)] }
    }
    case 'faqs': {
      const { scope, markup: text } = renderBody(content, document)
      return { scope, lines: [markdownOf(text, content.siteUrl)] }
    }
    case 'people': {
      const { credentials, role, bio, conflictsOfInterest } = document.fields
      const conflicts = ownConflicts(content, conflictsOfInterest)
      const scope = startPage(content)
      const text = renderRichText(bio, { page: scope, document, field: 'bio', under: 1 })
      return {
        scope,
        lines: [
          escapeMarkdown([credentials, role].filter((part) => part !== undefined).join(', ')),
          markdownOf(text?.markup, content.siteUrl),
          ...(conflicts === undefined ? [] : ['## Conflicts of interest', escapeMarkdown(conflicts)]),
        ],
      }
    }
  }
}

function conditionBody(content: Content, document: PublicDocument<'conditions'>): Body {
  const {
    summary,
    abbreviation,
    alsoKnownAs = [],
    keyFacts = [],
    icd10Codes = [],
    treatmentStatuses = [],
  } = document.fields
  const scope = startPage(content, document)
  const text = (field: Parameters<typeof conditionText>[1]) => {
    const section = conditionText(document, field, scope)
    return section ? [`## ${section.title}`, markdownOf(section.markup, content.siteUrl)] : []
  }
  const names = [
    ...(abbreviation === undefined ? [] : [abbreviation]),
    ...alsoKnownAs.map(({ name }) => name),
  ]
  const before = [text('overview'), text('symptoms'), text('diagnosis')].flat()
  const codes = list(
    'Codes that clinicians use (ICD-10-CM)',
    icd10Codes.map(({ code, label }) => (label === undefined ? code : `${code} – ${label}`)),
    3,
  )
  const options = text('standardTreatments')
  const evidence = gradedStatements(document, scope).map(
    ({ statement, grade }) => `- ${markdownOf(statement, content.siteUrl)} (${grade.name})`,
  )
  const statuses = treatmentStatuses.map((row) =>
    markdownOf(
      treatmentStatus(row, { page: scope, document, field: 'treatmentStatuses', under: 2 }),
      content.siteUrl,
    ),
  )
  return {
    scope,
    lines: [
      ...(names.length > 0 ? [`Also called: ${escapeInline(names.join(', '))}`] : []),
      escapeMarkdown(summary),
      ...list(
        'Key facts',
        keyFacts.map(({ fact }) => fact),
      ),
      ...before,
      ...codes,
      ...options,
      ...(evidence.length > 0 ? ['## What the evidence says', evidence.join('\n')] : []),
      ...(statuses.length > 0 ? ['## Approved, off-label, or not recommended', ...statuses] : []),
      ...text('risks'),
      ...text('whenToGetHelp'),
    ],
  }
}

function list(title: string, items: readonly string[], level: 2 | 3 = 2): string[] {
  if (items.length === 0) return []
  return [
    `${'#'.repeat(level)} ${title}`,
    items.map((item) => `- ${markdownOf(markup`${item}`, '')}`).join('\n'),
  ]
}

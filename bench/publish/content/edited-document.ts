import type { PublicDocument } from '@careword/shared/public-document.ts'
import { versionOf } from '@careword/shared/version.ts'
import { changedBody } from './changed-body.ts'

/** An article with a mark in its text, as the change feed would give it after an edit. @throws Error when it has no text */
export function editedDocument(
  article: PublicDocument<'articles'>,
  mark: string,
): PublicDocument<'articles'> {
  const { body } = article.fields
  const fields = { ...article.fields, body: changedBody(body, mark) }
  return { ...article, version: versionOf(fields), fields }
}

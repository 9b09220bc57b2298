import type {
  CollectionBeforeChangeHook,
  FlattenedField,
  GlobalBeforeChangeHook,
  JsonObject,
  PayloadRequest,
} from 'payload'
import { blankBlockProblems } from './blank-blocks.ts'
import { citationProblems } from './citations.ts'
import { fieldProblems } from './field-problems.ts'
import { brokenLinkProblems, deadLinkProblems, unsafeLinkProblems } from './links.ts'
import { missingPictureProblems } from './missing-pictures.ts'
import { missingReferenceProblems, unpublishedReferenceProblems } from './references.ts'
import { outcomeProblems } from './outcomes.ts'
import type { Problem, TextField } from './problem.ts'
import { refuseProblems } from './refuse-problems.ts'
import { sizeProblems } from './size.ts'

/**
 * Checks what a document says before it is stored. What could harm is refused in drafts too; what is only unfinished
 * is refused when the document is published.
 *
 * @throws ValidationError with every problem found, each with its field, and with what Payload would refuse besides
 */
export const checkContent: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  collection,
  req,
  context,
}) => {
  const fields = collection.flattenedFields
  const texts = textsOf(fields, data)
  const problems = [...sizeProblems(texts), ...unsafeLinkProblems(texts)]
  // The starter content comes as a whole, in which documents refer to one another in circles.
  const seeding = context.seeding === true
  if (!seeding)
    problems.push(
      ...(await referenceProblems(req, fields, data, originalDoc, { shownAtOnce: !collection.versions })),
    )
  // A version that is restored has the status that it had, and becomes a draft all the same.
  const isPublished = data._status === 'published' && !data.deletedAt && context.isRestoringVersion !== true
  if (isPublished) {
    problems.push(
      ...blankBlockProblems(texts),
      ...citationProblems(data, texts),
      ...outcomeProblems(texts),
      ...brokenLinkProblems(texts),
    )
    const { id } = (operation === 'create' ? data : originalDoc) as { id: string }
    if (!seeding) problems.push(...(await deadLinkProblems(req, id, texts)))
    problems.push(...(await missingPictureProblems(req, texts)))
  }
  if (problems.length > 0 && (isPublished || !collection.versions))
    problems.push(
      ...(await fieldProblems({
        of: { collection },
        operation,
        data,
        original: (originalDoc ?? {}) as JsonObject,
        req,
        context,
      })),
    )
  refuseProblems(req, problems, { collection: collection.slug })
  return data
}

/** Checks the references of a global, which the public site shows as soon as it is saved. */
export const checkGlobal: GlobalBeforeChangeHook = async ({ data, originalDoc, global, req, context }) => {
  if (context.seeding === true) return data as unknown
  const fields = global.flattenedFields
  const problems = await referenceProblems(req, fields, data, originalDoc, { shownAtOnce: true })
  if (problems.length > 0)
    problems.push(
      ...(await fieldProblems({
        of: { global },
        operation: 'update',
        data: data as JsonObject,
        original: (originalDoc ?? {}) as JsonObject,
        req,
        context,
      })),
    )
  refuseProblems(req, problems, { global: global.slug })
  return data as unknown
}

/** @param shownAtOnce whether readers follow the references as soon as this is saved */
async function referenceProblems(
  req: PayloadRequest,
  fields: FlattenedField[],
  data: unknown,
  original: unknown,
  { shownAtOnce }: { shownAtOnce: boolean },
): Promise<Problem[]> {
  const missing = await missingReferenceProblems(req, fields, data, original)
  if (missing.length > 0 || !shownAtOnce) return missing
  return unpublishedReferenceProblems(req, fields, data)
}

function textsOf(fields: FlattenedField[], data: Record<string, unknown>): TextField[] {
  return fields.flatMap((field) =>
    field.type === 'richText' && data[field.name]
      ? [
          {
            path: field.name,
            label: typeof field.label === 'string' ? field.label : field.name,
            value: data[field.name],
          },
        ]
      : [],
  )
}

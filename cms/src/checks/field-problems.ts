import { beforeChangeTraverseFields } from 'payload'
import type {
  JsonObject,
  Operation,
  PayloadRequest,
  RequestContext,
  SanitizedCollectionConfig,
  SanitizedGlobalConfig,
  ValidationFieldError,
} from 'payload'
import type { Problem } from './problem.ts'

type Change = {
  of: { collection: SanitizedCollectionConfig } | { global: SanitizedGlobalConfig }
  operation: Operation
  /** What would be saved. */
  data: JsonObject
  /** What is saved until now; an empty one when there is nothing. */
  original: JsonObject
  req: PayloadRequest
  context: RequestContext
}

/**
 * What Payload itself would refuse in a change: fields that are required and empty, numbers out of range. It looks for
 * these after a collection's own hooks, so that whoever mended what those refuse would be told of the rest only then.
 *
 * @returns the problems as sentences that name their field by its tab and label; the change is left as it is
 */
export async function fieldProblems({
  of,
  operation,
  data,
  original,
  req,
  context,
}: Change): Promise<Problem[]> {
  const collection = 'collection' in of ? of.collection : null
  const global = 'global' in of ? of.global : null
  const errors: ValidationFieldError[] = []
  const copy = structuredClone(data)
  await beforeChangeTraverseFields({
    ...(typeof original.id === 'string' && { id: original.id }),
    collection,
    global,
    fields: (collection ?? global)?.fields ?? [],
    context,
    data: copy,
    siblingData: copy,
    doc: original,
    siblingDoc: original,
    docWithLocales: original,
    siblingDocWithLocales: original,
    errors,
    fieldLabelPath: '',
    mergeLocaleActions: [],
    operation,
    overrideAccess: true,
    parentIndexPath: '',
    parentPath: '',
    parentSchemaPath: '',
    req,
  })
  return errors.flatMap((error) => {
    const name = nameOf(error)
    if (isOfItsBlocks(error, errors)) return []
    return [{ path: error.path, label: name, message: `“${name}”: ${error.message}` }]
  })
}

function nameOf({ label, path }: ValidationFieldError): string {
  return typeof label === 'string' && label !== '' ? label : path
}

/** A text with a block that is not valid says so in names of the data, and each field of the block says what is wrong with it. */
function isOfItsBlocks(error: ValidationFieldError, all: ValidationFieldError[]): boolean {
  const within = `${nameOf(error)} > `
  return (
    error.message.startsWith('block node failed') && all.some((other) => nameOf(other).startsWith(within))
  )
}

import { LexicalDiffComponent } from '@payloadcms/richtext-lexical/rsc'
import type { PayloadRequest, RichTextFieldDiffServerComponent } from 'payload'
import { pageBlocks } from './page-editor.ts'
import { spelledOut } from './spelled-out.ts'
import type { Titles } from './spelled-out.ts'
import { walkRichText } from './walk.ts'

/** Where versions are compared: two states of a text, with what their blocks say. */
export const TextComparison: RichTextFieldDiffServerComponent = async (props) => {
  const { comparisonValue, req, versionValue } = props
  const titles = await titlesOf(req, [comparisonValue, versionValue])
  const compared = {
    ...props,
    comparisonValue: spelledOut(comparisonValue, pageBlocks, titles),
    versionValue: spelledOut(versionValue, pageBlocks, titles),
  }
  return <LexicalDiffComponent {...compared} />
}

/** Blocks refer to questions only. */
async function titlesOf(req: PayloadRequest, texts: unknown[]): Promise<Titles> {
  const ids = new Set<string>()
  walkRichText(texts, ({ faqs }) => {
    if (Array.isArray(faqs)) for (const id of faqs) if (typeof id === 'string') ids.add(id)
  })
  if (ids.size === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: 'faqs',
    where: { id: { in: [...ids] } },
    draft: true,
    trash: true,
    depth: 0,
    pagination: false,
    select: { question: true },
    overrideAccess: false,
    req,
  })
  return new Map(docs.map(({ id, question }) => [id, question]))
}

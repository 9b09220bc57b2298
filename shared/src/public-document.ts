import type { Config } from './payload-types.ts'
import type { DocumentCollection, PublicCollection, PublicGlobal, publicFields } from './public-fields.ts'

/** A Lexical document, as Payload stores rich text. */
export type RichText = {
  root: { type: string; children: RichTextNode[]; [key: string]: unknown }
  [key: string]: unknown
}
/** A node of a Lexical document; what it carries depends on its `type`. */
export type RichTextNode = { type: string; version: number; [key: string]: unknown }

type Stored<Name extends DocumentCollection> = Name extends PublicCollection
  ? Config['collections'][Name]
  : Name extends PublicGlobal
    ? Config['globals'][Name]
    : never

/** Payload types a reference as “id or document”; the feed reads at depth 0, so only the id is left. */
type Reference = { id: string; updatedAt: string }

/** A stored value as the feed gives it: references are ids, and nothing is `null`, since empty fields are left out. */
type Published<Value> = Value extends Reference
  ? never
  : Value extends { root: { children: unknown } }
    ? RichText
    : Value extends readonly (infer Item)[]
      ? Published<Exclude<Item, null | undefined>>[]
      : Value extends object
        ? { [Key in keyof Value as Key extends 'id' ? never : Key]: Published<Exclude<Value[Key], null>> }
        : Value

/** Only a draft may lack an address: it is filled in and checked before a document is published. */
type Address<Fields> = 'slug' extends keyof Fields ? Fields & { slug: string } : Fields

/** The public fields of a document, by collection or global. */
export type PublicFields<Name extends DocumentCollection> = Address<
  Published<Pick<Stored<Name>, (typeof publicFields)[Name][number] & keyof Stored<Name>>>
>

/** A published document as the change feed gives it and as the snapshot holds it. */
export type PublicDocument<Name extends DocumentCollection = DocumentCollection> = {
  [Each in Name]: { collection: Each; id: string; version: string; fields: PublicFields<Each> }
}[Name]

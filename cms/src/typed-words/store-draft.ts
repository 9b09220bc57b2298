/** The event that has the form of a document store its draft, if it holds what is not stored (`mend-form.ts`). */
export const STORE_DRAFT = 'careword-store-draft'

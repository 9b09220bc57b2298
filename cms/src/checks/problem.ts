/** Something that keeps a document from being saved or published: where it is, by which name the editor knows that place, and what to do. */
export type Problem = { path: string; label: string; message: string }

/** A rich text of a document, with the name that the editor knows it by. */
export type TextField = { path: string; label: string; value: unknown }

import type { lexicalEditor } from '@payloadcms/richtext-lexical'

type Editor = ReturnType<typeof lexicalEditor>

const COMPARISON = '/rich-text/TextComparison.tsx#TextComparison'

/** An editor whose texts are compared by what their blocks say, where versions are compared. */
export function withComparison(editor: Editor): Editor {
  return async (options) => {
    const adapter = await editor(options)
    return {
      ...adapter,
      DiffComponent: COMPARISON,
      generateImportMap(imports) {
        adapter.generateImportMap?.(imports)
        imports.addToImportMap(COMPARISON)
      },
    }
  }
}

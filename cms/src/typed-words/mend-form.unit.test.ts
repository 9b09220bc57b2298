import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { SourceTextModule } from 'node:vm'
import { expect, test } from '@jest/globals'
import { blockRepairs, editorRepairs, formRepairs, mendForm } from './mend-form.ts'

const bundleOf = (name: string) => readFileSync(fileURLToPath(import.meta.resolve(name)), 'utf8')
const bundle = bundleOf('@payloadcms/ui')

test('the installed forms are mended, and stay a module that can be read', () => {
  const mended = mendForm(bundle, formRepairs)

  expect(mended).toContain('sentState:tn}')
  expect(() => new SourceTextModule(mended)).not.toThrow()
})

test('so are the installed blocks', () => {
  const mended = mendForm(bundleOf('@payloadcms/richtext-lexical/client'), blockRepairs)

  expect(mended).toContain('value:held}')
  expect(() => new SourceTextModule(mended)).not.toThrow()
})

test('so is the installed editor, which is in one file', () => {
  const folder = path.dirname(fileURLToPath(import.meta.resolve('@payloadcms/richtext-lexical/client')))
  const files = globSync('Field-*.js', { cwd: folder })
  const [mended] = files.map((file) => mendForm(readFileSync(path.join(folder, file), 'utf8'), editorRepairs))

  expect(files).toHaveLength(1)
  expect(mended).toContain('ignoreHistoryMergeTagChange:!1')
  expect(() => new SourceTextModule(mended ?? '')).not.toThrow()
})

test('forms that are mended already, or unlike the known ones, are refused with the name of what is missing', () => {
  expect(() => mendForm(mendForm(bundle, formRepairs), formRepairs)).toThrow(
    '0 places instead of one for the repair of the mark',
  )
  expect(() => mendForm('export {}', formRepairs)).toThrow('docs/decisions/')
})

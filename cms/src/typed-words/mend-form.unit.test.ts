import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { SourceTextModule } from 'node:vm'
import { expect, test } from '@jest/globals'
import { mendForm } from './mend-form.ts'

const bundle = readFileSync(fileURLToPath(import.meta.resolve('@payloadcms/ui')), 'utf8')

test('the installed forms are mended, and stay a module that can be read', () => {
  const mended = mendForm(bundle)

  expect(mended).toContain('sentState:tn}')
  expect(() => new SourceTextModule(mended)).not.toThrow()
})

test('forms that are mended already, or unlike the known ones, are refused with the name of what is missing', () => {
  expect(() => mendForm(mendForm(bundle))).toThrow('0 places instead of one for the repair of the mark')
  expect(() => mendForm('export {}')).toThrow('docs/decisions/')
})

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { SourceTextModule } from 'node:vm'
import { expect, test } from '@jest/globals'
import { formRepairs, mendForm } from '../typed-words/mend-form.ts'
import { ownSaveRepairs } from './form-repairs.ts'

test('the installed forms are mended beside what is mended else, and stay a module that can be read', () => {
  const bundle = readFileSync(fileURLToPath(import.meta.resolve('@payloadcms/ui')), 'utf8')
  const mended = mendForm(bundle, [...formRepairs, ...ownSaveRepairs])

  expect(mended).toContain('Q.saved=')
  expect(() => new SourceTextModule(mended)).not.toThrow()
})

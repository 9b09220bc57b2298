import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { shippedMigrations } from './shipped-migrations.ts'

test('every migration in the folder is shipped, oldest first', () => {
  const files = readdirSync(path.join(import.meta.dirname, '../migrations'))
    .filter((file) => /^\d+_\d+_\w+\.ts$/.test(file))
    .map((file) => path.basename(file, '.ts'))
    .sort()

  expect(files).not.toHaveLength(0)
  expect(shippedMigrations.map(({ name }) => name)).toEqual(files)
})

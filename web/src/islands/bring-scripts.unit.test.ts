import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { rendererForTests } from '../../renderer/build-for-tests.ts'
import { importedBy } from './bring-scripts.ts'

const BUILD_TIME_MS = 120_000

describe('what a script imports', () => {
  test('is found however a minified script writes it', () => {
    const script =
      'import{t as e}from"./react.C1eXT9gT.js";import"./side-effect.js";' +
      "const a=()=>import(`./late.D_-4.js`),b=()=>import('./later.js');" +
      'const none="./styles.css",other="/_astro/far.js",text="see ./not.js";'
    expect(importedBy(script)).toEqual([
      './react.C1eXT9gT.js',
      './side-effect.js',
      './late.D_-4.js',
      './later.js',
    ])
  })

  describe('in the scripts of the site', () => {
    const scripts = new Map<string, string[]>()

    beforeAll(async () => {
      const folder = join((await rendererForTests()).assetsDirectory, '_astro')
      for (const name of await readdir(folder))
        if (name.endsWith('.js')) scripts.set(name, importedBy(await readFile(join(folder, name), 'utf8')))
    }, BUILD_TIME_MS)

    test('exists', () => {
      const missing = [...scripts.values()].flat().filter((path) => !scripts.has(path.slice('./'.length)))
      expect(missing).toEqual([])
    })

    test('is every script but those of the islands, and of what brings them to life', () => {
      const imported = new Set([...scripts.values()].flat().map((path) => path.slice('./'.length)))
      const others = [...scripts.keys()].filter((name) => !imported.has(name))
      expect(others.map((name) => name.split('.')[0]).sort()).toEqual([
        'QuestionFinder',
        'SearchDialog',
        'SearchPage',
        'VisitPlanner',
        'client',
      ])
    })
  })
})

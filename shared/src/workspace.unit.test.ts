import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { workspaceRoot } from './workspace.ts'

describe('workspaceRoot', () => {
  let root: string

  beforeEach(() => {
    root = mkdtempSync(path.join(realpathSync(tmpdir()), 'careword-workspace-'))
  })

  afterEach(() => {
    rmSync(root, { recursive: true })
  })

  const markAsRoot = (folder: string) => {
    writeFileSync(path.join(folder, 'pnpm-workspace.yaml'), 'packages: []\n')
  }

  const makeFolder = (...names: string[]) => {
    const folder = path.join(root, ...names)
    mkdirSync(folder, { recursive: true })
    return folder
  }

  test('is the folder that holds the workspace file, from itself and from below', () => {
    const below = makeFolder('cms', 'src')
    markAsRoot(root)
    expect(workspaceRoot(root)).toBe(root)
    expect(workspaceRoot(below)).toBe(root)
  })

  test('is the nearest one', () => {
    const inner = makeFolder('inner')
    markAsRoot(root)
    markAsRoot(inner)
    expect(workspaceRoot(makeFolder('inner', 'cms'))).toBe(inner)
  })

  test('is where it started when there is none above', () => {
    const alone = makeFolder('deployed', 'cms')
    expect(workspaceRoot(alone)).toBe(alone)
  })

  test('is an absolute path for a relative one', () => {
    expect(path.isAbsolute(workspaceRoot('.'))).toBe(true)
  })

  test('starts in the current folder', () => {
    expect(workspaceRoot()).toBe(workspaceRoot(process.cwd()))
  })
})

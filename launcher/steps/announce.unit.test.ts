import { describe, expect, test } from '@jest/globals'
import { readSettings } from '../environment/settings.ts'
import { projectRoot } from '../project.ts'
import { announcement } from './announce.ts'

const lines = (siteTrouble?: string, setupLink?: string, DATA_DIR = '.data') =>
  announcement(readSettings({ DATA_DIR }, projectRoot), { setupLink, siteTrouble }).join('\n')

describe('announcement', () => {
  test('names both addresses and the folder of the logs', () => {
    expect(lines()).toContain('Site   http://localhost:4321\n')
    expect(lines()).toContain('Admin  http://localhost:3000/admin\n')
    expect(lines()).toContain('Logs are in .data/logs.')
    expect(lines(undefined, undefined, '/somewhere')).toContain('Logs are in /somewhere/logs.')
  })

  test('gives the setup link only while there is no account', () => {
    expect(lines(undefined, 'http://localhost:3000/setup?token=abc')).toContain('/setup?token=abc')
    expect(lines()).not.toContain('setup')
  })

  test('says why the site is not up to date', () => {
    expect(lines('The article “Sleep” lacks a title.')).toContain(
      'The site does not show what is published: The article “Sleep” lacks a title.',
    )
  })
})

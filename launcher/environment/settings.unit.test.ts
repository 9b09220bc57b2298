import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readSettings } from './settings.ts'

describe('readSettings', () => {
  test('has a default for everything', () => {
    expect(readSettings({}, '/project')).toEqual({
      dataDirectory: path.resolve('/project/.data'),
      siteDirectory: path.resolve('/project/web/dist/site'),
      ports: { CMS_PORT: 3000, SITE_PORT: 4321, PUBLISHER_PORT: 4322 },
      addresses: {
        CMS_URL: 'http://localhost:3000',
        SITE_URL: 'http://localhost:4321',
        PUBLISHER_URL: 'http://127.0.0.1:4322',
      },
    })
  })

  test('lets the addresses follow the ports', () => {
    const { addresses } = readSettings({ CMS_PORT: '3001', SITE_PORT: '8080' }, '/project')
    expect(addresses).toMatchObject({ CMS_URL: 'http://localhost:3001', SITE_URL: 'http://localhost:8080' })
  })

  test('takes an address that is given as it is', () => {
    const { addresses } = readSettings({ CMS_PORT: '3001', CMS_URL: 'https://cms.example.org' }, '/project')
    expect(addresses.CMS_URL).toBe('https://cms.example.org')
  })

  test.each([
    ['SITE_URL', 'https://example.org/learn', 'no path can stand in it'],
    ['CMS_URL', 'https://me:hush@cms.example.org', 'no user name and no password can stand in it'],
    ['PUBLISHER_URL', 'http://127.0.0.1:4322/?a', 'nothing can follow a “?” or “#” in it'],
  ])('says what is wrong in %s when it is %s', (name, value, reason) => {
    const refusal = () => readSettings({ [name]: value }, '/project')
    expect(refusal).toThrow(new RegExp(`${name}: expected an address .* came\\. It is wrong: `))
    expect(refusal).toThrow(reason)
    expect(refusal).not.toThrow('hush')
  })

  test.each([
    ['data', 'data'],
    ['.', '.data'],
    ['/', '/var/data'],
    ['data/', 'data/..data'],
  ])('refuses the site in %s with the data in %s, where they would be served', (SITE_DIR, DATA_DIR) => {
    expect(() => readSettings({ SITE_DIR, DATA_DIR }, '/project')).toThrow(
      /^SITE_DIR \(\/.*\) is a folder that holds DATA_DIR \(\/.*data\)/,
    )
  })

  test.each([
    ['data/site', 'data'],
    ['site', '..data'],
    ['a/site', 'a/site.store-of-data'],
  ])('takes the site in %s with the data in %s', (SITE_DIR, DATA_DIR) => {
    expect(() => readSettings({ SITE_DIR, DATA_DIR }, '/project')).not.toThrow()
  })

  test.each([
    ['CMS_PORT', 'eighty'],
    ['SITE_PORT', '0'],
    ['PUBLISHER_PORT', '70000'],
    ['SITE_URL', 'localhost'],
  ])('names %s when it is %s', (name, value) => {
    expect(() => readSettings({ [name]: value }, '/project')).toThrow(
      new RegExp(`${name}: expected .* “${value}” came`),
    )
  })
})

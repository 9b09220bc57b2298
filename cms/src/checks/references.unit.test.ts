import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import type { FlattenedField, PayloadRequest } from 'payload'
import { missingReferenceProblems } from './references.ts'

const field = (name: string, relationTo: string) =>
  ({ name, label: name, type: 'relationship', relationTo, hasMany: true }) as unknown as FlattenedField

test('a database is asked for one collection after the other, as MongoDB wants it in a transaction', async () => {
  const asked: string[] = []
  let atOnce = 0
  let most = 0
  const find = async ({ collection }: { collection: string }) => {
    asked.push(collection)
    most = Math.max(most, (atOnce += 1))
    await sleep(5)
    atOnce -= 1
    return { docs: [{ id: 'a'.repeat(24) }] }
  }
  const collections = { conditions: {}, people: {}, topics: {} }
  const req = { payload: { collections, db: { find } } } as unknown as PayloadRequest
  const fields = Object.keys(collections).map((name) => field(name, name))
  const data = {
    conditions: ['a'.repeat(24)],
    people: ['a'.repeat(24)],
    topics: ['a'.repeat(24), 'b'.repeat(24)],
  }
  const problems = await missingReferenceProblems(req, fields, data, undefined)
  expect(problems.map(({ path }) => path)).toEqual(['topics'])
  expect({ asked, most }).toEqual({ asked: Object.keys(collections), most: 1 })
})

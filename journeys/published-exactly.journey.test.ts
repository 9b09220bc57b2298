import { existsSync } from 'node:fs'
import { cp, mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { askToVerify } from '../web/publisher/service/ask-publisher.ts'
import { PublisherRunning } from '../web/publisher/service/lock.ts'
import { statusSchema } from '../web/publisher/service/status.ts'
import { until } from '../web/publisher/testing/until.ts'
import { words } from '../cms/src/testing/rich-text.ts'
import { startCarewordInParts } from './careword-in-parts.ts'
import type { CarewordInParts } from './careword-in-parts.ts'
import { edit, editings } from './editing.ts'
import { firstOfStaff } from './staff.ts'
import type { Staff } from './staff.ts'
import { differencesFrom, releaseShown } from './what-is-shown.ts'

// With the start of the CMS, which writes the starter content.
jest.setTimeout(600_000)

const LIVES = 22
const PATIENCE_MS = 60_000

let careword: CarewordInParts
let staff: Staff

beforeAll(async () => {
  careword = await startCarewordInParts()
  staff = await firstOfStaff(careword)
})
afterAll(() => careword.stop())

const untilExact = async () => {
  await untilShown()
  expect(await verify()).toMatchObject({ different: [], missing: [], extra: [] })
}

const lives = fc.record({
  nudgesAre: fc.constantFrom('delivered' as const, 'lost' as const, 'doubled' as const),
  /** What becomes of the publisher while people work. */
  publisher: fc.constantFrom(
    'stays up' as const,
    'stays up' as const,
    'is down' as const,
    'is killed at the end' as const,
  ),
  editings: fc.array(editings, { minLength: 1, maxLength: 8 }),
})

const untilShown = () =>
  until(async () => {
    const differences = differencesFrom(await staff.published(), releaseShown(careword.siteDirectory))
    return differences.length === 0
  }, PATIENCE_MS)

/** What visitors are served and a clean rendering of everything, compared by the running publisher. */
const verify = () => {
  const { PUBLISHER_PORT, NUDGE_SECRET = '' } = careword.variables
  return askToVerify({
    port: Number(PUBLISHER_PORT),
    secrets: NUDGE_SECRET,
    running: new PublisherRunning(0, ''),
  })
}

test('whatever is done in the CMS, the site is byte for byte what is published', async () => {
  const done = { edits: 0, refused: 0 }
  const property = fc.asyncProperty(lives, async ({ nudgesAre, publisher, editings }) => {
    careword.nudges.are = nudgesAre
    if (publisher === 'is down') await careword.publisher.kill()
    for (const editing of editings) done[(await edit(staff, editing)) ? 'edits' : 'refused'] += 1
    if (publisher === 'is killed at the end') await careword.publisher.kill()
    if (publisher !== 'stays up') await careword.publisher.start()
    await untilExact()
  })
  const numRuns = LIVES
  await expect(
    fc.assert(property, { numRuns, endOnFailure: true, includeErrorInReport: true }),
  ).resolves.toBeUndefined()
  expect(done.edits).toBeGreaterThan(LIVES)
  expect(careword.nudges.count()).toBeGreaterThan(0)
})

test('a CMS that is asked while it starts leaves nobody waiting, and goes on', async () => {
  await careword.cms.kill()
  const start = { isOver: false }
  const starting = careword.cms.start().finally(() => (start.isOver = true))
  const answers: (number | string)[] = []
  for (let method = 'GET'; !start.isOver; method = method === 'GET' ? 'PATCH' : 'GET')
    try {
      const { status } = await fetch(`${careword.cmsUrl}/api/articles/none`, {
        method,
        signal: AbortSignal.timeout(PATIENCE_MS),
        ...(method === 'PATCH' && { body: '{}', headers: { 'content-type': 'application/json' } }),
      })
      answers.push(status)
    } catch (error) {
      // Nobody listens yet. (Its class is not the one of this test’s realm.)
      if ((error as Error).name !== 'TypeError') throw error
      answers.push('refused')
      await pause(5)
    }
  await starting
  expect(answers).toContain('refused')
  expect(answers.filter((answer) => typeof answer === 'number' && answer >= 500)).toEqual([])
  await staff.send('POST', 'globals/clinic', { name: 'A clinic that has just opened' })
  await untilExact()
})

describe('without anybody’s doing, the site follows after', () => {
  const status = async () => statusSchema.parse(await (await fetch(`${careword.publisherUrl}/status`)).json())
  const statusOf = async (path: string) => (await fetch(careword.siteUrl + path)).status
  /** What the CMS has not heard to be live. */
  const underWay = async () => {
    const answer = await fetch(`${careword.cmsUrl}/api/site-deliveries/pending`, {
      headers: { authorization: `api-clients API-Key ${careword.variables.PUBLISHER_API_KEY ?? ''}` },
    })
    expect(answer.status).toBe(200)
    return answer.text()
  }
  const untilToldLive = (id: string) => until(async () => !(await underWay()).includes(id), PATIENCE_MS)
  const write = async (title: string) => {
    const fields = { title, summary: 'In short.', body: words('Something new.'), _status: 'published' }
    const article = await staff.send('POST', 'articles', fields)
    if (!article) throw new Error(`“${title}” was refused.`)
    return article.id
  }

  beforeEach(() => {
    careword.nudges.are = 'delivered'
  })

  test('an outage of the CMS in the middle of a publish, during which the site stays', async () => {
    const id = await write('Before the outage')
    await careword.cms.kill()
    await until(async () => (await status()).cmsTrouble !== null, PATIENCE_MS)
    expect([await statusOf('/'), await statusOf('/articles/')]).toEqual([200, 200])
    await careword.cms.start()
    await untilExact()
    await untilToldLive(id)
    await until(async () => (await status()).cmsTrouble === null, PATIENCE_MS)
  })

  test('an outage of the publisher, which missed what went and what came', async () => {
    const id = await write('Soon gone')
    await untilShown()
    await careword.publisher.kill()
    await staff.send('DELETE', `articles/${id}`)
    const next = await write('Unheard of')
    expect(await underWay()).toContain(next)
    await careword.publisher.start()
    await untilExact()
    await untilToldLive(next)
  })

  test('a nudge that was lost', async () => {
    careword.nudges.are = 'lost'
    const count = careword.nudges.count()
    const id = await write('Never told')
    await untilExact()
    await untilToldLive(id)
    expect(careword.nudges.count()).toBeGreaterThan(count)
  })

  test('an outage of the site’s server: nothing is called live that no visitor could find', async () => {
    await careword.site.kill()
    const id = await write('Published in the dark')
    await until(async () => (await status()).proofTrouble !== null, PATIENCE_MS)
    await untilShown()
    expect(await underWay()).toContain(id)
    await careword.site.start()
    await untilToldLive(id)
    await until(async () => (await status()).proofTrouble === null, PATIENCE_MS)
    await untilExact()
  })

  test('a database that was restored to an earlier state', async () => {
    const kept = path.join(careword.dataDirectory, 'backup')
    const files = ['careword.db', 'careword.db-wal', 'careword.db-shm']
    const copy = async (from: string, to: string) => {
      for (const file of files) {
        await rm(path.join(to, file), { force: true })
        if (existsSync(path.join(from, file))) await cp(path.join(from, file), path.join(to, file))
      }
    }
    await untilShown()
    const before = await staff.published()
    await careword.cms.kill()
    await mkdir(kept)
    await copy(careword.dataDirectory, kept)
    await careword.cms.start()

    await write('After the backup')
    await staff.send('POST', 'globals/clinic', { name: 'A clinic that was not meant' })
    await untilShown()
    expect(await (await fetch(careword.siteUrl)).text()).toContain('A clinic that was not meant')

    await careword.cms.kill()
    await copy(kept, careword.dataDirectory)
    await until(async () => (await status()).cmsTrouble !== null, PATIENCE_MS)
    await careword.cms.start()
    await untilExact()
    expect(await staff.published()).toEqual(before)
    expect(await (await fetch(careword.siteUrl)).text()).not.toContain('A clinic that was not meant')
  })
})

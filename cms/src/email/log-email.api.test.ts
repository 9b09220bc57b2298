import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import request from 'supertest'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

let cms: TestCms

beforeAll(async () => {
  cms = await startTestCms()
  await cms.logIn('ada@example.org')
})
afterAll(() => cms.close())

test('the link of a forgotten password is in the log', async () => {
  const info = jest.spyOn(cms.payload.logger, 'info')

  await request(cms.url).post('/api/users/forgot-password').send({ email: 'ada@example.org' }).expect(200)

  expect(info).toHaveBeenCalledWith(
    expect.objectContaining({
      to: 'ada@example.org',
      content: expect.stringContaining('/admin/reset/') as unknown,
    }),
    expect.stringContaining('not sent'),
  )
})

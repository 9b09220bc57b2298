import config from '@payload-config'
import { getPayload, handleEndpoints } from 'payload'
import type { Payload } from 'payload'
import { readCmsEnvironment } from './environment.ts'
import { openDirectApi } from './http/direct-api.ts'
import { handleRequest } from './http/handle-request.ts'
import { keepReleasingInterruptedJobs } from './publication/interrupted-jobs.ts'
import { isEmpty, loadStarterContent } from './seed/load.ts'

/**
 * Makes Payload ready before the first request: migrations run, starter content loaded when the CMS is empty and
 * `SEED_WHEN_EMPTY` says so, jobs started, saves answered. Each step that takes time tells how far it is, on its own line.
 */
export async function startCms(): Promise<void> {
  const payload = await getPayload({ config, cron: true })
  void keepReleasingInterruptedJobs(payload)
  if (readCmsEnvironment().SEED_WHEN_EMPTY && (await isEmpty(payload))) await seed(payload)
  openDirectApi(handleRequest((request) => handleEndpoints({ config, request })))
}

async function seed(payload: Payload): Promise<void> {
  payload.logger.info('Loading the starter content')
  const { created } = await loadStarterContent(payload, {
    onProgress: (done, total) => {
      if (done % 10 === 0) payload.logger.info(`Loading the starter content: ${done} of ${total}`)
    },
  })
  payload.logger.info(`Starter content: ${created} texts and pictures`)
}

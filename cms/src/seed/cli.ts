import { getPayload } from 'payload'
import { afterCommitSettled } from '../database/after-commit.ts'
import { sendNudge } from '../delivery/nudge.ts'
import config from '../payload.config.ts'
import { loadStarterContent } from './load.ts'

const payload = await getPayload({ config })
try {
  const { created, kept, filled } = await loadStarterContent(payload)
  console.log(`Starter content: ${created} texts and pictures added, ${kept} were there already.`)
  if (filled.length > 0) console.log(`Filled in: ${filled.join(', ')}.`)
  if (created > 0 || filled.length > 0) await sendNudge({ withdrawal: false }, payload)
  await afterCommitSettled(payload)
} finally {
  await payload.destroy()
}

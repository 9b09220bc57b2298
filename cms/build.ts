import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { generateImportMap } from 'payload'

/**
 * Builds the CMS for production: the list of the admin's components, which follows from the configuration, then Next.
 */
process.env.NEXT_PHASE = 'phase-production-build'
const { default: config } = await import('./src/payload.config.ts')
await generateImportMap(await config, { force: true, log: false })

const next = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], { stdio: 'inherit' })
const [code] = (await once(next, 'exit')) as [number | null]
process.exit(code ?? 1)

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import path from 'node:path'
import { openBrowser } from '../../journeys/browser.ts'
import { startCareword } from '../../journeys/careword.ts'
import { freePorts } from '../../journeys/free-ports.ts'
import { devices } from './devices.ts'
import { findViolations } from './find-violations.ts'
import { measurePage } from './measure-page.ts'
import { reportOf, withReport } from './report.ts'
import { missesOf, type TemplateResult } from './results.ts'
import { runLighthouse } from './run-lighthouse.ts'
import { templatesIn } from './templates.ts'

const root = path.join(import.meta.dirname, '../..')
const resultsFile = path.join(root, 'bench/results/pages.json')
const documentFile = path.join(root, 'docs/benchmarks.md')

const help = `pnpm bench pages [options]

Measures a page of every template in Chromium, on a phone and a desktop: bytes, the time until the page is seen, shifts of
its layout, Lighthouse, and axe. It starts Careword with the starter content, publishes it and serves it.

  --site <address>   measure a site that is being served, instead of starting one
  --only <name>      only templates with this in their name
  --quick            without Lighthouse and axe
  --keep             do not write the table into docs/benchmarks.md
`

type Options = { site: string | undefined; only: string; isQuick: boolean; keepsTable: boolean }

/** @returns the exit code: 1 when a page misses what is promised, 2 for words that are not understood */
export async function run(args: string[]): Promise<number> {
  const options = optionsOf(args)
  if (!options) {
    process.stdout.write(help)
    return args.includes('--help') ? 0 : 2
  }
  const careword = options.site === undefined ? await startCareword() : undefined
  try {
    const results = await runPagesBench(options.site ?? careword?.siteUrl ?? '', options)
    await mkdir(path.dirname(resultsFile), { recursive: true })
    await writeFile(resultsFile, `${JSON.stringify(results, null, 2)}\n`)
    const report = reportOf(results, {
      when: new Date().toISOString().slice(0, 10),
      machine: `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}`,
    })
    process.stdout.write(`${report}\n`)
    if (!options.keepsTable)
      await writeFile(documentFile, withReport(await readFile(documentFile, 'utf8'), report))
    return results.some((result) => missesOf(result).length > 0) ? 1 : 0
  } finally {
    await careword?.stop()
  }
}

/** Measures a page of every template of a site that is being served. @param site its address, without a slash at its end */
export async function runPagesBench(
  site: string,
  { only = '', isQuick = false }: Partial<Options> = {},
): Promise<TemplateResult[]> {
  const [port = 0] = await freePorts(1)
  const browser = await openBrowser([`--remote-debugging-port=${port}`])
  try {
    const sitemap = await fetch(`${site}/sitemap.xml`)
    if (!sitemap.ok) throw new Error(`${site}/sitemap.xml could not be read: status ${sitemap.status}.`)
    const templates = templatesIn(await sitemap.text()).filter(({ name }) => name.includes(only))
    const results: TemplateResult[] = []
    for (const template of templates) {
      process.stderr.write(`${template.name} (${template.path})\n`)
      const address = site + template.path
      const on: TemplateResult['on'] = []
      for (const device of devices) {
        const figures = await measurePage(browser, address, device)
        // Lighthouse refuses a page that answers 404, so it gets the file that such an answer has.
        const scores = !isQuick && (template.isIndexed || template.name !== 'not found')
        on.push({
          device: device.name,
          figures,
          ...(scores && { lighthouse: await runLighthouse(address, port, device) }),
        })
      }
      results.push({ template, on, ...(!isQuick && { violations: await findViolations(browser, address) }) })
    }
    return results
  } finally {
    await browser.close()
  }
}

function optionsOf(args: readonly string[]): Options | undefined {
  const options: Options = { site: undefined, only: '', isQuick: false, keepsTable: false }
  const rest = [...args]
  for (let word = rest.shift(); word !== undefined; word = rest.shift())
    if (word === '--site') options.site = rest.shift()?.replace(/\/$/, '')
    else if (word === '--only') options.only = rest.shift() ?? ''
    else if (word === '--quick') options.isQuick = true
    else if (word === '--keep') options.keepsTable = true
    else return undefined
  return options
}

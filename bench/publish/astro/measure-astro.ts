import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { inProject } from '../../../launcher/project.ts'
import { markOf } from '../content/changed-body.ts'
import { editedArticles } from '../content/edited-articles.ts'
import { editedDocument } from '../content/edited-document.ts'
import type { PreparedContent } from '../content/prepare.ts'
import { savedArticles } from '../content/saved-documents.ts'
import { removeFolder, workFolder } from '../folders.ts'
import type { Measuring } from '../measuring.ts'
import { baseVariables } from '../ours/environment.ts'
import { runProgram } from '../programs/run-program.ts'
import type { Measured, BuildResult } from '../results.ts'
import { median, summarise } from '../statistics.ts'
import { makeProject } from './make-project.ts'

const BUILD_LIMIT_SECONDS = 1200

/** A full build of a large site takes so long that a few say enough. */
const MANY_ARTICLES = 10_000
const BUILDS_OF_MANY = 3

/** Measures `astro build` of the same templates with the same content: full builds, and one after each edit. */
export async function measureAstro(
  { articles, documentsFile }: PreparedContent,
  { atEnd, tell, quiet, options }: Measuring,
  { incremental }: { incremental: boolean },
): Promise<Omit<BuildResult, keyof Measured>> {
  const folder = path.join(workFolder, `astro-${articles}-${incremental ? 'incremental' : 'full'}`)
  const remove = atEnd.add(() => removeFolder(folder))
  await makeProject(folder, documentsFile)
  const build = () => runAstro(folder, incremental, atEnd)

  // The first build makes the cache that all later ones find.
  await quiet.untilQuiet()
  const first = await build()
  tell(`First build: ${first.toFixed(1)} s.`)
  const full = incremental ? [first] : []
  const edits: number[] = []
  const runs =
    !incremental && articles >= MANY_ARTICLES ? Math.min(options.builds, BUILDS_OF_MANY) : options.builds
  const slugs = editedArticles(runs, articles)
  const documents = await savedArticles(documentsFile, slugs)
  let pageBytes = 0
  for (const [number, slug] of slugs.entries()) {
    const document = documents.get(slug)
    if (!document) throw new Error(`The content has no article “${slug}”.`)
    const mark = markOf(`${Date.now().toString(36)}-${number}`)
    const line = `${JSON.stringify(editedDocument(document, mark))}\n`
    await quiet.untilQuiet()
    const start = performance.now()
    await writeFile(path.join(folder, 'data', 'changed.jsonl'), line, { flag: 'a' })
    const seconds = await build()
    edits.push((performance.now() - start) / 1000)
    if (!incremental) full.push(seconds)
    const page = await readFile(path.join(folder, 'dist', 'articles', slug, 'index.html'))
    if (!page.includes(mark)) throw new Error(`The build left the page of “${slug}” as it was.`)
    pageBytes = page.length
  }
  tell(`An edit: ${median(edits).toFixed(1)} s.`)
  const pages = await countPages(path.join(folder, 'dist'))
  remove()
  await removeFolder(folder)
  return { pages, pageBytes, fullBuildSeconds: summarise(full), editSeconds: summarise(edits) }
}

async function runAstro(folder: string, incremental: boolean, atEnd: Measuring['atEnd']): Promise<number> {
  // A full build starts from nothing, as `astro build` itself sees to; what an earlier one left would only be deleted in its time.
  if (!incremental) await rm(path.join(folder, 'dist'), { recursive: true, force: true })
  return runProgram(
    {
      name: 'astro build',
      program: process.execPath,
      args: [inProject('bench', 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build'],
      folder,
      variables: {
        ...baseVariables(),
        BENCH_DOCUMENTS: path.join(folder, 'data'),
        BENCH_INCREMENTAL: String(incremental),
        BENCH_SITE_URL: 'http://localhost:4321',
        BENCH_TODAY: new Date().toISOString().slice(0, 10),
        // Else each build makes a key of its own, which counts as a change of every page.
        ASTRO_KEY: Buffer.alloc(32, 'careword').toString('base64'),
      },
    },
    { atEnd, limitSeconds: BUILD_LIMIT_SECONDS },
  )
}

async function countPages(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true })
  return files.filter((file) => /\.(?:html|xml|txt)$/.test(file)).length
}

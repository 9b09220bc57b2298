import { rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { freePorts } from '../../../journeys/free-ports.ts'
import type { Command } from '../../../launcher/processes/child.ts'
import { inProject, projectRoot } from '../../../launcher/project.ts'
import { markOf } from '../content/changed-body.ts'
import { editedArticles } from '../content/edited-articles.ts'
import { editedDocument } from '../content/edited-document.ts'
import type { PreparedContent } from '../content/prepare.ts'
import { savedArticles } from '../content/saved-documents.ts'
import { removeFolder, workFolder } from '../folders.ts'
import type { Measuring } from '../measuring.ts'
import { WARM_UP } from '../ours/edits.ts'
import { baseVariables } from '../ours/environment.ts'
import { createClient, sendJson, untilShown } from '../programs/client.ts'
import { PAUSE_MS } from '../programs/quiet.ts'
import { runProgram, startProgram } from '../programs/run-program.ts'
import type { Measured, NextResult } from '../results.ts'
import { median, summarise } from '../statistics.ts'
import { articleFile, documentsFolder, makeProject } from './make-project.ts'

const BUILD_LIMIT_SECONDS = 1800
const START_LIMIT_SECONDS = 60

/** Measures Next in production mode: all pages built, and a page made anew when it is told of an edit. */
export async function measureNext(
  { articles, documentsFile }: PreparedContent,
  { atEnd, tell, quiet, options: { edits, patience } }: Measuring,
): Promise<Omit<NextResult, keyof Measured>> {
  const folder = path.join(workFolder, `next-${articles}`)
  const remove = atEnd.add(() => removeFolder(folder))
  await makeProject(folder, documentsFile)
  await quiet.untilQuiet()
  const build = await runProgram(nextCommand(folder, 'build'), { atEnd, limitSeconds: BUILD_LIMIT_SECONDS })
  tell(`Build: ${build.toFixed(1)} s.`)

  const [port = 0] = await freePorts(1)
  const origin = `http://127.0.0.1:${port}`
  const slugs = editedArticles(WARM_UP + patience + edits, articles)
  const documents = await savedArticles(documentsFile, slugs)
  const server = await startProgram(
    nextCommand(folder, 'start', '--hostname', '127.0.0.1', '--port', String(port)),
    {
      atEnd,
      limitSeconds: START_LIMIT_SECONDS,
      isReady: async () => (await fetch(`${origin}/articles/${slugs[0] ?? ''}`)).ok,
    },
  )
  const client = createClient(origin)
  const servedMs: number[] = []
  const pageBytes: number[] = []
  for (const [number, slug] of slugs.entries()) {
    if (servedMs.length === edits) break
    const address = `/articles/${slug}`
    const document = documents.get(slug)
    if (!document) throw new Error(`The content has no article “${slug}”.`)
    const mark = markOf(`${Date.now().toString(36)}-${number}`)
    const text = JSON.stringify(editedDocument(document, mark))
    // Warm: the page is in the cache before it changes.
    await client.send(address)
    const isMeasured = await (number < WARM_UP ? quiet.rest() : quiet.pause())
    const start = performance.now()
    const file = articleFile(folder, slug)
    await writeFile(`${file}.new`, text)
    await rename(`${file}.new`, file)
    await sendJson(client, '/api/publish', { method: 'POST', body: { path: address } })
    const page = await untilShown(client, address, mark)
    if (!isMeasured) continue
    servedMs.push(performance.now() - start)
    pageBytes.push(page.length)
  }
  client.close()
  await server.stop()
  tell(`An edit: served after ${median(servedMs).toFixed(1)} ms.`)
  remove()
  await removeFolder(folder)
  return {
    pages: articles,
    pageBytes: median(pageBytes),
    fullBuildSeconds: summarise([build]),
    pauseMs: PAUSE_MS,
    servedMs: summarise(servedMs),
  }
}

function nextCommand(folder: string, ...args: string[]): Command {
  return {
    name: `next ${args[0] ?? ''}`,
    program: process.execPath,
    args: [inProject('bench', 'node_modules', 'next', 'dist', 'bin', 'next'), ...args],
    folder,
    variables: { ...baseVariables(), BENCH_DOCUMENTS: documentsFolder(folder), BENCH_ROOT: projectRoot },
  }
}

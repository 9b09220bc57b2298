import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { inProject } from '../../../launcher/project.ts'
import { removeFolder, workFolder } from '../folders.ts'
import { currentCommit } from '../machine.ts'
import { ownEnvironment } from '../ours/environment.ts'
import { startCms } from '../ours/start-cms.ts'
import type { AtEnd } from '../programs/at-end.ts'
import { runProgram } from '../programs/run-program.ts'
import type { Tell } from '../tell.ts'
import { saveFeed } from './save-feed.ts'

/** The content of a site, ready for all that is compared. */
export type PreparedContent = {
  /** How many articles were generated. */
  articles: number
  /** Holds the database of a CMS with this content; see `ownEnvironment`. */
  folder: string
  /** What the change feed gives of it, a document a line. */
  documentsFile: string
}

const LOAD_LIMIT_SECONDS = 1800

/**
 * Makes the content for a size, or takes that of an earlier run of the same commit which kept it.
 *
 * @throws Error with what failed
 */
export async function prepareContent(
  articles: number,
  { atEnd, tell }: { atEnd: AtEnd; tell: Tell },
): Promise<PreparedContent> {
  const folder = path.join(workFolder, `content-${articles}-${currentCommit()}`)
  const documentsFile = path.join(folder, 'documents.jsonl')
  const complete = path.join(folder, 'complete')
  const content = { articles, folder, documentsFile }
  if (existsSync(complete)) return content

  await removeFolder(folder)
  await mkdir(folder, { recursive: true })
  const environment = await ownEnvironment(folder)
  const seconds = await runProgram(
    {
      name: 'the loading of the content',
      program: process.execPath,
      args: [inProject('bench', 'publish', 'database', 'load.ts'), String(articles)],
      folder: inProject('cms'),
      variables: environment.variables,
    },
    { atEnd, limitSeconds: LOAD_LIMIT_SECONDS },
  )
  tell(`The content is loaded: ${articles} articles in ${seconds.toFixed(0)} s.`)
  const cms = await startCms(environment, atEnd)
  await saveFeed(environment, documentsFile)
  await cms.stop()
  await writeFile(complete, '')
  return content
}

import { existsSync } from 'node:fs'
import { StartError } from '../failure.ts'
import type { Means } from '../launch.ts'
import { inProject } from '../project.ts'

/**
 * The list of the admin's components. The build of the CMS makes it; a CMS that runs from its sources keeps it up to
 * date, but does not start without it.
 *
 * @throws StartError with what Payload said
 */
export async function makeImportMap(
  variables: Record<string, string>,
  { supervisor, progress }: Means,
): Promise<void> {
  const folder = inProject('cms')
  if (existsSync(inProject('cms', 'src', 'app', '(payload)', 'admin', 'importMap.js'))) return
  await progress.step(
    'Listing the components of the admin',
    'Listed the components of the admin',
    async () => {
      const said: string[] = []
      const exit = await supervisor.run(
        {
          name: 'payload',
          program: process.execPath,
          args: [inProject('cms', 'node_modules', 'payload', 'bin.js'), 'generate:importmap'],
          folder,
          variables,
        },
        { onLine: (line) => said.push(line) },
      )
      if (exit.code !== 0) throw new StartError(said.join('\n'))
    },
  )
}

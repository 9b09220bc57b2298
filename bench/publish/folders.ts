import { rm } from 'node:fs/promises'
import { inProject } from '../../launcher/project.ts'

/** The folder of everything that a run makes and removes. Inside the project, so that packages are found from there. */
export const workFolder = inProject('bench', 'work')

/** What was measured, for programs and for the next run. */
export const resultsFile = inProject('bench', 'results', 'publish.json')

/** The page that shows it. */
export const documentFile = inProject('docs', 'benchmarks.md')

/** Removes a folder of the benchmark, if it is there. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

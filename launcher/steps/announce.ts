import path from 'node:path'
import type { Settings } from '../environment/settings.ts'
import { projectRoot } from '../project.ts'
import type { Started } from './start-services.ts'

/** The lines that end a start: where everything is, and what to do next. */
export function announcement(
  { addresses, dataDirectory }: Settings,
  { setupLink, siteTrouble }: Pick<Started, 'setupLink' | 'siteTrouble'>,
): string[] {
  const trouble = siteTrouble ? ['', `The site does not show what is published: ${siteTrouble}`] : []
  const setup = setupLink
    ? [
        '',
        'There is no account yet. Make the first one here (the link works until the next start):',
        `  ${setupLink}`,
      ]
    : []
  return [
    '',
    'Careword is running.',
    '',
    `  Site   ${addresses.SITE_URL}`,
    `  Admin  ${addresses.CMS_URL}/admin`,
    ...setup,
    ...trouble,
    '',
    `Logs are in ${shortest(path.join(dataDirectory, 'logs'))}. Ctrl-C stops everything.`,
  ]
}

/** From the project's folder when it lies in there, else absolute. */
function shortest(folder: string): string {
  const relative = path.relative(projectRoot, folder)
  return relative.startsWith('..') ? folder : relative
}

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cardOf } from '../../content/card.ts'
import { drawCard } from './draw-card.ts'

/** The card that stands in for one that has not been drawn yet: it fits every page of every clinic. */
export const siteCard = cardOf({
  title: 'Plain words about mental health treatment',
  section: 'Patient education',
  clinicName: undefined,
})

/** Its picture, as it lies in the site. */
export const siteCardFile = join(import.meta.dirname, '..', '..', 'public', 'card.png')

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await writeFile(siteCardFile, await drawCard(siteCard))

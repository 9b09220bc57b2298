import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { unpackWoff } from './woff.ts'

/** Of the family that cards are set in. What they have together, `web/content/drawable.ts` must know. */
const files = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic'].flatMap((part) =>
  [400, 600].map((weight) => `@fontsource/source-serif-4/files/source-serif-4-${part}-${weight}-normal.woff`),
)

/** The fonts of the cards, unpacked into a folder of their own. */
export type CardFonts = {
  /** To be removed when nothing is drawn any more. */
  folder: string
  /** The files of the fonts. */
  fonts: string[]
  /** For the variable `FONTCONFIG_FILE` of the process that draws: it then knows these fonts and no others. */
  configuration: string
}

/** Unpacks the fonts of the cards, so that a card looks the same on a machine that has none. */
export async function unpackFonts(): Promise<CardFonts> {
  const folder = await mkdtemp(join(tmpdir(), 'careword-fonts-'))
  const fonts = join(folder, 'fonts')
  await mkdir(fonts)
  const { resolve } = createRequire(import.meta.url)
  const unpacked: string[] = []
  for (const file of files) {
    const font = join(fonts, basename(file).replace(/woff$/, 'ttf'))
    await writeFile(font, unpackWoff(await readFile(resolve(file))))
    unpacked.push(font)
  }
  const configuration = join(folder, 'fonts.conf')
  await writeFile(
    configuration,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>
`,
  )
  return { folder, fonts: unpacked, configuration }
}

import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { inProject } from '../../../launcher/project.ts'
import { removeFolder } from '../folders.ts'

const template = path.join(import.meta.dirname, 'project')

/** Where files of the template look for the sources that are copied beside them. */
const FROM_TEMPLATE = '../../../../web/'

/** Markdown is made of rendered pages, and the search index of all documents: a stock site would have neither. */
const LEFT_OUT = ['[...page]', 'search/texts', 'search/index']

/**
 * Makes a stock Astro project of Careword's own pages, layouts and components.
 *
 * @param folder inside the project, so that packages are found; what is there is removed
 * @param documentsFile the content, a document a line
 */
export async function makeProject(folder: string, documentsFile: string): Promise<void> {
  await removeFolder(folder)
  await mkdir(path.join(folder, 'data'), { recursive: true })
  for (const part of ['src', 'content', 'public'])
    await cp(inProject('web', part), path.join(folder, part), { recursive: true, filter: isNoTest })
  await cp(template, folder, { recursive: true, filter: isNoSetting })
  for (const name of ['site-content.ts', 'astro.config.ts']) {
    const file = path.join(folder, name)
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll(FROM_TEMPLATE, './'))
  }
  await symlink(documentsFile, path.join(folder, 'data', 'documents.jsonl'))
  await writeFile(path.join(folder, 'package.json'), await packageFile())
  const pages = path.join(folder, 'src', 'pages')
  for (const part of LEFT_OUT) await removeFolder(path.join(pages, part))
  await enumeratePages(pages)
}

/** With the packages of the benchmark: Astro looks there for those that it has to bundle. */
async function packageFile(): Promise<string> {
  const file = await readFile(inProject('bench', 'package.json'), 'utf8')
  const { devDependencies } = JSON.parse(file) as { devDependencies: Record<string, string> }
  return `${JSON.stringify({ type: 'module', dependencies: devDependencies })}\n`
}

function isNoTest(file: string): boolean {
  return !/\.test\.tsx?$|-for-tests\.ts$|\/fixtures$/.test(file)
}

/** The settings of the type check lead to places that a copy has not. */
function isNoSetting(file: string): boolean {
  return path.basename(file) !== 'tsconfig.json'
}

/** Tells each template with a parameter which pages it has: a static build asks for that. */
async function enumeratePages(pages: string): Promise<void> {
  for (const file of await readdir(pages, { recursive: true })) {
    if (!/\[\w+\]\.astro$/.test(file)) continue
    const whole = path.join(pages, file)
    const source = await readFile(whole, 'utf8')
    await writeFile(whole, withStaticPaths(source, file))
  }
}

/**
 * Adds `getStaticPaths` to a template.
 *
 * @param file its path below `src/pages`, such as `articles/[slug].astro`
 * @throws Error when the template does not begin with frontmatter
 */
export function withStaticPaths(source: string, file: string): string {
  if (!source.startsWith('---\n')) throw new Error(`${file} does not begin with frontmatter.`)
  const depth = file.split('/').length + 1
  const lines = [
    '---',
    `import { staticPaths } from '${'../'.repeat(depth)}site-content.ts'`,
    `export const getStaticPaths = () => staticPaths('${file.replace(/\.astro$/, '')}')`,
    '',
  ]
  return lines.join('\n') + source.slice('---\n'.length)
}

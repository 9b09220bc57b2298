import { inProject } from '../project.ts'
import type { Build } from './build.ts'

/** What every build reads. */
const EVERYWHERE = ['pnpm-lock.yaml', 'package.json', 'tsconfig.base.json', 'shared']

const below = (folder: string, names: string[]) => names.map((name) => `${folder}/${name}`)

/** The templates of the public site, as a server bundle. */
export const rendererBuild: Build = {
  name: 'the site’s templates',
  command: { program: process.execPath, args: ['renderer/build.ts'], folder: inProject('web') },
  inputs: [
    ...EVERYWHERE,
    ...below('web', [
      'src',
      'content',
      'public',
      'renderer',
      'astro.config.ts',
      'package.json',
      'tsconfig.json',
    ]),
  ],
  output: 'web/dist/renderer/current.json',
}

/** The CMS for production. */
export const cmsBuild: Build = {
  name: 'the CMS',
  command: {
    program: process.execPath,
    args: ['build.ts'],
    folder: inProject('cms'),
  },
  inputs: [...EVERYWHERE, 'cms'],
  output: 'cms/.next/BUILD_ID',
}

export const allBuilds = [rendererBuild, cmsBuild]

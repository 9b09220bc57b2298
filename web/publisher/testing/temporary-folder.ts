import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'

const folders: string[] = []

afterAll(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

/** A new folder that is removed when all tests of the file are done, and what they started is stopped. */
export function temporaryFolder(): Promise<string> {
  return temporaryFolderIn(tmpdir())
}

/** A file system in memory, on Linux. */
const IN_MEMORY = '/dev/shm'

/** As `temporaryFolder`, for very many small files: in memory where that is possible, since a disk takes several times as long. */
export function quickTemporaryFolder(): Promise<string> {
  return temporaryFolderIn(existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir())
}

async function temporaryFolderIn(home: string): Promise<string> {
  const folder = await mkdtemp(join(home, 'careword-publisher-'))
  folders.push(folder)
  return folder
}

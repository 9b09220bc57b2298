import { buildRenderer } from '../renderer/build.ts'
import { publishCommand } from './commands/publish.ts'
import { refuseDataInSite, siteDirectories } from './directories.ts'
import { loadVariables } from './environment.ts'
import { goOnWithoutOutput } from './lost-output.ts'
import { tellFailure } from './tell-failure.ts'

/**
 * The build of `web/`: the templates; then, given CMS_URL and PUBLISHER_API_KEY, the whole site, as the build step of a
 * static host does. When the CMS cannot be read it fails and leaves the last site as it is.
 */
async function build(): Promise<number> {
  const print = (line: string) => process.stdout.write(`${line}\n`)
  print(`Templates built: ${await buildRenderer({ onlyWhenStale: true })}`)
  const { given, dataDirectory } = loadVariables()
  if (!given.CMS_URL || !given.PUBLISHER_API_KEY) {
    print('The site itself was not built: that takes CMS_URL and PUBLISHER_API_KEY.')
    return 0
  }
  const site = siteDirectories(given)
  refuseDataInSite(site.site, dataDirectory)
  return publishCommand({
    variables: given,
    dataDirectory,
    site,
    words: [],
    json: false,
    print,
  })
}

goOnWithoutOutput()
try {
  process.exitCode = await build()
} catch (error) {
  tellFailure(error)
  process.exitCode = 1
}

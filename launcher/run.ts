import { localEnvironment } from './environment/local-environment.ts'
import { launch } from './launch.ts'
import { inProject } from './project.ts'
import { StartError } from './failure.ts'

/** `node launcher/run.ts FOLDER SCRIPT …`: runs a script of a package with the environment of a local start. */
const [folder, script, ...args] = process.argv.slice(2)

await launch(async ({ supervisor }) => {
  if (!folder || !script)
    throw new StartError('Say which script to run: node launcher/run.ts FOLDER SCRIPT …')
  const { variables } = await localEnvironment()
  const command = {
    name: script,
    program: process.execPath,
    args: [script, ...args],
    folder: inProject(folder),
    variables,
  }
  const exit = await supervisor.run(command, 'terminal')
  return exit.code ?? 1
})

import { EnvironmentError } from '@careword/shared/environment.ts'
import { CannotWrite } from '../web/publisher/files/cannot-write.ts'
import { BuildFailedError } from './building/run-builds.ts'
import { BrokenSecretsError } from './environment/secrets.ts'
import { ProgramEndedError } from './processes/supervisor.ts'

/** A start that cannot go on, for a reason that the person can do something about. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

const EXPECTED = [
  StartError,
  EnvironmentError,
  BrokenSecretsError,
  CannotWrite,
  BuildFailedError,
  ProgramEndedError,
]

/** What to show of an error: the sentence alone when it was written for people, the stack when it is a defect. */
export function explain(error: unknown): string {
  if (!Error.isError(error)) return String(error)
  const written = EXPECTED.some((kind) => error instanceof kind)
  return written ? error.message : (error.stack ?? error.message)
}

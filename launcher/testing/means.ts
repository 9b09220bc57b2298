import type { Supervisor } from '../processes/supervisor.ts'

/** What the parts of the test command work with. */
export type TestMeans = {
  supervisor: Supervisor
  /** The environment of checks and tests. */
  variables: Record<string, string>
  /** Takes lines for the terminal. */
  write: (line: string) => void
}

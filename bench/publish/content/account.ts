/** Who edits in the benchmark: an account of a database that lives as long as the benchmark. */
export const account = {
  name: 'Benchmark',
  email: 'benchmark@example.org',
  password: 'a password for the benchmark alone',
}

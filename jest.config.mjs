/** @type {[string, Record<string, unknown>]} */
const typescript = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      target: 'es2024',
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'es6' },
  },
]

const builtFolders = [
  '<rootDir>/cms/.next/',
  '<rootDir>/web/dist/',
  '<rootDir>/.data/',
  '<rootDir>/bench/work/',
]

/**
 * One project for each kind of test; the kind is the file's suffix.
 * @param {'unit' | 'api' | 'journey' | 'browser'} kind
 * @returns {import('jest').Config}
 */
const project = (kind) => ({
  displayName: kind,
  testEnvironment: 'node',
  testMatch: [`**/*.${kind}.test.ts`],
  testPathIgnorePatterns: ['/node_modules/', ...builtFolders],
  modulePathIgnorePatterns: builtFolders,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  // Packages of the workspace are resolved to where they really are, outside node_modules, so they are transformed.
  transform: { '^.+\\.tsx?$': typescript },
})

/** @type {import('jest').Config} */
export default {
  projects: [project('unit'), project('api'), project('journey'), project('browser')],
  testTimeout: 90_000,
}

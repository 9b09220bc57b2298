/** The part that eslint.config.mjs uses; the package ships no types. */
declare module 'eslint-plugin-jsx-a11y' {
  import type { Linter } from 'eslint'

  const plugin: { flatConfigs: Record<'recommended' | 'strict', Linter.Config> }
  export default plugin
}

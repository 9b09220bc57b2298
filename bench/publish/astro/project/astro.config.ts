import react from '@astrojs/react'
import { defineConfig, passthroughImageService } from 'astro/config'
import { clientUse } from '../../../../web/src/islands/client-use.ts'

/** The settings of Careword's templates that decide what a page looks like, for a stock static site. */
export default defineConfig({
  output: 'static',
  integrations: [react(), clientUse()],
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  image: { service: passthroughImageService() },
  markdown: { syntaxHighlight: false },
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
  experimental: { incrementalBuild: process.env.BENCH_INCREMENTAL === 'true' },
})

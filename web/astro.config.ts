import react from '@astrojs/react'
import { defineConfig, passthroughImageService } from 'astro/config'
import { rendererAdapter } from './renderer/adapter.ts'
import { digestsOnce } from './renderer/digests-once.ts'
import { clientUse } from './src/islands/client-use.ts'

export default defineConfig({
  output: 'server',
  adapter: rendererAdapter(),
  integrations: [react(), clientUse(), digestsOnce()],
  // Pages are files: there is nobody to keep a session for.
  session: false,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  // One cached file for all pages beats a copy of the styles in each of them.
  // The CMS makes the sizes of every picture.
  image: { service: passthroughImageService() },
  // No Markdown here, and Shiki's inline styles would break the content-security policy.
  markdown: { syntaxHighlight: false },
  build: { inlineStylesheets: 'never' },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
    },
  },
  vite: {
    // The server bundle must run where no package is installed.
    ssr: { noExternal: true },
    // A script or font as a data: URL would need a hole in the content-security policy.
    build: { assetsInlineLimit: 0 },
  },
})

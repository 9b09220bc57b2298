import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'
import { securityHeaders } from './src/http/security-headers.ts'
import { blockRepairs, editorRepairs, formRepairs } from './src/typed-words/mend-form.ts'

const nextConfig: NextConfig = {
  poweredByHeader: false,
  // The test command checks types, for tests too; a start on a new machine need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // Payload tells errors apart by the names of their classes, which minifying takes away: every refusal would read “An unknown error occurred”.
  experimental: { serverMinification: false },
  transpilePackages: ['@careword/shared'],
  turbopack: {
    rules: {
      // Payload's forms lose words that are typed while a draft is stored (docs/decisions/0024-words-that-are-typed-are-kept.md),
      // and would be taken for overtaken by their own saves (docs/decisions/0037-a-form-that-was-overtaken-is-refused.md).
      '*.js': [
        {
          condition: { path: /@payloadcms\/ui\/dist\/exports\/client\/index\.js$/ },
          loaders: [{ loader: './src/typed-words/mend-form-loader.ts', options: { repairs: formRepairs } }],
        },
        {
          condition: { path: /@payloadcms\/richtext-lexical\/dist\/exports\/client\/index\.js$/ },
          loaders: [{ loader: './src/typed-words/mend-form-loader.ts', options: { repairs: blockRepairs } }],
        },
        {
          condition: { path: /@payloadcms\/richtext-lexical\/dist\/exports\/client\/Field-\w+\.js$/ },
          loaders: [{ loader: './src/typed-words/mend-form-loader.ts', options: { repairs: editorRepairs } }],
        },
      ],
    },
  },
  headers: () => Promise.resolve([{ source: '/:path*', headers: securityHeaders }]),
  rewrites: () => Promise.resolve([{ source: '/setup', destination: '/api/setup' }]),
  redirects: () => Promise.resolve([{ source: '/', destination: '/admin', permanent: false }]),
}

export default withPayload(nextConfig)

import process from 'node:process'

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  // The lockfile, and the packages, are the project's.
  turbopack: { root: process.env.BENCH_ROOT ?? '' },
  outputFileTracingRoot: process.env.BENCH_ROOT ?? '',
}

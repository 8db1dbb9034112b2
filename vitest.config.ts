import { defineConfig } from 'vitest/config'

const resolve = { conditions: ['source'] }

/** These keep nothing between files: what one has read of the sources serves the next, which halves their time. */
const pure = ['core', 'canvas', 'userscript', 'web'].map(name => `packages/${name}/src/**/*.test.ts`)
const all = ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts']

const common = { environment: 'node', testTimeout: 30_000 } as const

export default defineConfig({
  resolve,
  ssr: { resolve },
  test: {
    // All cores: the runner's own choice leaves one out, which is half of two.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { ...common, name: 'pure', include: pure, isolate: false } },
      { extends: true, test: { ...common, name: 'rest', include: all, exclude: pure } },
    ],
  },
})

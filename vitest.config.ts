import { defineConfig } from 'vitest/config'

const resolve = { conditions: ['source'] }

export default defineConfig({
  resolve,
  ssr: { resolve },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    environment: 'node',
    // All cores: the runner's own choice leaves one out, which is half of two.
    maxWorkers: '100%',
    testTimeout: 30_000,
  },
})

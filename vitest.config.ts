import { defineConfig } from 'vitest/config'

const resolve = { conditions: ['source'] }

export default defineConfig({
  resolve,
  ssr: { resolve },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
  },
})

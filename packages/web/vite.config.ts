import { defineConfig } from 'vite'
import { leaveOutPolyfills } from './leave-out-polyfills.ts'
import { stylesByCssom } from './styles-by-cssom.ts'

/** As Canvas supports: the last two versions of each. */
const BROWSERS = ['chrome130', 'firefox132', 'safari18']

/** The server puts a nonce of its own into each answer where `__NONCE__` stands. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: ['source'] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  plugins: [leaveOutPolyfills(), stylesByCssom()],
  html: { cspNonce: '__NONCE__' },
  server: { proxy: { '/api': process.env.RECOURSE_SERVER ?? 'http://localhost:8643' } },
  build: {
    target: BROWSERS,
    cssTarget: BROWSERS,
    // A font in a style sheet would be a data: address, which the content security policy does not allow.
    assetsInlineLimit: 0,
    // The page editor, 160 KB when it travels, and fetched by whoever opens a page.
    chunkSizeWarningLimit: 560,
    rollupOptions: { checks: { pluginTimings: false, moduleLevelDirective: false } },
  },
})

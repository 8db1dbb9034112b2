import { defineConfig } from 'vite'
import monkey from 'vite-plugin-monkey'
import { inlineOnce } from './inline-once.ts'
import { leaveOut } from './leave-out.ts'
import manifest from './package.json' with { type: 'json' }

/** Older than Canvas supports (its last two versions), so that no style is rewritten for browsers that are gone. */
const BROWSERS = ['chrome130', 'firefox132', 'safari18']

/** One self-sufficient file: a userscript for Tampermonkey, and as it stands a script for Canvas's Theme Editor. */
export default defineConfig({
  resolve: { conditions: ['source'] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { __VERSION__: JSON.stringify(manifest.version) },
  build: {
    target: 'es2022',
    cssTarget: BROWSERS,
    minify: true,
    emptyOutDir: false,
    modulePreload: false,
    rollupOptions: { checks: { pluginTimings: false } },
  },
  plugins: [
    leaveOut(),
    monkey({
      entry: 'src/main.tsx',
      userscript: {
        name: 'Recourse: Canvas Collections after a course copy',
        namespace: 'recourse',
        version: manifest.version,
        description: 'Asks how to proceed with Canvas Collections in a course that was copied.',
        license: 'MIT',
        match: ['https://*.instructure.com/courses/*'],
        grant: 'none',
        noframes: true,
        'run-at': 'document-idle',
        $extra: [['inject-into', 'page']],
      },
      build: { fileName: 'recourse.user.js', autoGrant: false },
    }),
    inlineOnce(),
  ],
})

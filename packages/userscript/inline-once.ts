import { minify } from 'terser'
import type { Plugin } from 'vite'

/** Vite's own minifier does not put a function in the place of its only call; terser does: 2 % of the script. */
export function inlineOnce(): Plugin {
  return {
    name: 'recourse-inline-once',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = await shorten(file.code)
      },
    },
  }
}

/** The header of a userscript is a comment that has to stay. */
async function shorten(code: string): Promise<string> {
  const { code: shorter } = await minify(code, {
    compress: { ecma: 2020, inline: 3, passes: 2 },
    format: { comments: /^ (?:==|@)/ },
  })
  return `${shorter}\n`
}

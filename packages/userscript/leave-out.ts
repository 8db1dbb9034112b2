import type { Plugin } from 'vite'

/** The modules of core and canvas that hold nothing but sentences of the command line. */
const WORDS = /\/packages\/(?:core|canvas)\/src\/.*-words\.ts$/

/**
 * What only the command line has a use for: a way around its parser (a browser's own is there anyway), where a redirect leads
 * (a browser tells no script), and what a person typed (the page itself says which Canvas it is).
 */
const NOT_IN_A_BROWSER =
  /\/packages\/(?:core\/src\/collections\/html\/tidy-html|canvas\/src\/(?:http\/find-redirect|check-typed))\.ts$/

/**
 * Leaves out what a browser does not need. The dialog has every sentence in its own catalogue (`src/texts`), so those that plans
 * and outcomes carry for the command line have an empty `text` here.
 */
export function leaveOut(): Plugin {
  return {
    name: 'recourse-leave-out',
    enforce: 'pre',
    transform(code, id) {
      const left = answeringNothing(id, code)
      return left === undefined ? undefined : { code: left, map: null }
    },
  }
}

/** The module with the same functions, which answer nothing; `undefined` for a module that is to be left alone. */
export function answeringNothing(path: string, code: string): string | undefined {
  const nothing = WORDS.test(path) ? "''" : NOT_IN_A_BROWSER.test(path) ? 'undefined' : undefined
  if (nothing === undefined) return undefined
  return [...code.matchAll(/^export function (\w+)/gm)]
    .map(([, name]) => `export const ${name} = () => ${nothing}\n`)
    .join('')
}

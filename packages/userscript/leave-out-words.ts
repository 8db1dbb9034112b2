import type { Plugin } from 'vite'

/** The modules of core and canvas that hold nothing but sentences of the command line. */
const WORDS = /\/packages\/(?:core|canvas)\/src\/.*-words\.ts$/

/**
 * The dialog has every sentence in its own catalogue (`src/texts`), so those that plans and outcomes carry for the
 * command line are left out here: their `text` is empty.
 */
export function leaveOutWords(): Plugin {
  return {
    name: 'recourse-leave-out-words',
    enforce: 'pre',
    transform(code, id) {
      const left = withoutWords(id, code)
      return left === undefined ? undefined : { code: left, map: null }
    },
  }
}

/** The module with the same functions, which answer nothing; `undefined` for a module that is to be left alone. */
export function withoutWords(path: string, code: string): string | undefined {
  if (!WORDS.test(path)) return undefined
  return [...code.matchAll(/^export function (\w+)/gm)].map(([, name]) => `export const ${name} = () => ''\n`).join('')
}

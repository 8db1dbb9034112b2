import { createEnglish, type Texts } from './en.ts'
import { createFormat, type Format } from './format.ts'
import { toPseudo } from './pseudo.ts'

export interface Language {
  readonly texts: Texts
  readonly format: Format
  /** Language of the words, for `lang`: of the page's language we may have numbers and dates, but no words. */
  readonly wordsIn: string
}

/** The words for the language of the page; English where there are none. `en-XA` is the pseudo-language of tests. */
export function pickTexts(language: string): Language {
  const isPseudo = language.toLowerCase() === 'en-xa'
  const format = createFormat(isPseudo || !language.toLowerCase().startsWith('en') ? 'en' : language)
  const english = createEnglish(format)
  return { format, texts: isPseudo ? toPseudo(english) : english, wordsIn: isPseudo ? 'en-XA' : 'en' }
}

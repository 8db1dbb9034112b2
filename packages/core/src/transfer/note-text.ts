import type { DraftedText, LostAddress } from './draft-blocks.ts'
import type { Formulas } from './formulas-to-text.ts'

const reasons: Readonly<Record<LostAddress['why'], string>> = {
  missing: 'Leads to what is not in the package, so the link went',
  within: 'Leads to a place within the page, which has no name here, so the link went',
  tool: 'Shows an external tool, which does not start from here; its address',
  data: 'Pictures or files that stand in the text itself were not carried over',
  background: 'Pictures behind the text were not carried over',
}

/** What was lost of a text, for a person. */
export function noteText({ lost, formulas, cleaned }: DraftedText): readonly string[] {
  const whys = [...new Set(lost.map(({ why }) => why))]
  const links = whys.map(why => {
    const addresses = lost.flatMap(each => (each.why === why ? [each.address] : []))
    return `${reasons[why]}: ${[...new Set(addresses)].join(', ')}.`
  })
  const taken = cleaned.length > 0 ? [`Taken out in cleaning: ${cleaned.join(', ')}.`] : []
  return [...links, ...noteFormulas([formulas]), ...taken]
}

export function noteFormulas(all: readonly Formulas[]): readonly string[] {
  const written = all.reduce((sum, each) => sum + each.written, 0)
  const broken = all.flatMap(each => each.broken)
  return [
    ...(written > 0 ? [`Formulas that are text now, as they were written for it: ${written}.`] : []),
    ...(broken.length > 0 ? [`A formula could not be kept; only its characters are there: ${broken.join(', ')}.`] : []),
  ]
}

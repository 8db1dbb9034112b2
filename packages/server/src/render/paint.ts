import type { createColors } from 'picocolors'
import type { Tone } from './sheet.ts'

export type Colors = ReturnType<typeof createColors>

/** A mark goes with every tone, so that nothing is said by colour alone. */
export const marks: Readonly<Record<Tone, string>> = { good: '✔', caution: '▲', bad: '✖', quiet: '·', plain: '·' }

export function paint(text: string, tone: Tone, colors: Colors): string {
  switch (tone) {
    case 'good':
      return colors.green(text)
    case 'caution':
      return colors.yellow(text)
    case 'bad':
      return colors.red(text)
    case 'quiet':
      return colors.dim(text)
    case 'plain':
      return text
    default:
      return tone satisfies never
  }
}

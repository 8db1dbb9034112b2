import picocolors from 'picocolors'
import type { Terminal } from './terminal.ts'

/** A terminal that shows nothing, without colours. */
export function silentTerminal({ interactive, ask }: Pick<Terminal, 'interactive' | 'ask'>): Terminal {
  const colors = picocolors.createColors(false)
  const nothing = () => undefined
  return { print: nothing, say: nothing, progress: nothing, width: 80, colors, sayColors: colors, interactive, ask }
}

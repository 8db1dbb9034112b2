/** Where a key leads among tabs in a circle; -1 for keys that lead nowhere. */
export function nextIndex(key: string, at: number, length: number, isReversed: boolean): number {
  const [forward, back] = isReversed ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
  if (key === forward) return (at + 1) % length
  if (key === back) return (at - 1 + length) % length
  if (key === 'Home') return 0
  return key === 'End' ? length - 1 : -1
}

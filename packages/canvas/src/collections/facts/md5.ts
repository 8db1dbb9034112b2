/** RFC 1321: the digest by which Canvas names rows in a copy, not a safeguard. In hex; for ASCII texts under 56 letters. */
export function md5(text: string): string {
  let [a, b, c, d]: State = start
  const words = toBlock(text)
  for (let step = 0; step < 64; step++) {
    const round = step >> 4
    const sum = a + mix(round, b, c, d) + sine(step) + (words[wordOf(round, step)] ?? 0)
    ;[a, d, c, b] = [d, c, b, (b + rotate(sum | 0, shifts[round]?.[step % 4] ?? 0)) | 0]
  }
  return [a, b, c, d].map((part, at) => toHex(part + (start[at] ?? 0))).join('')
}

type State = readonly [number, number, number, number]

const start: State = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]
const shifts = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
]

/** One block: the text, a set bit, zeros, the length in bits. */
function toBlock(text: string): Uint32Array {
  const words = new Uint32Array(16)
  for (const [at, letter] of [...text, '\x80'].entries())
    words[at >> 2] = (words[at >> 2] ?? 0) | (letter.charCodeAt(0) << ((at % 4) * 8))
  words[14] = text.length * 8
  return words
}

function mix(round: number, b: number, c: number, d: number): number {
  if (round === 0) return (b & c) | (~b & d)
  if (round === 1) return (b & d) | (c & ~d)
  return round === 2 ? b ^ c ^ d : c ^ (b | ~d)
}

function wordOf(round: number, step: number): number {
  return [step, 5 * step + 1, 3 * step + 5, 7 * step].map(word => word % 16)[round] ?? 0
}

function sine(step: number): number {
  return Math.floor(Math.abs(Math.sin(step + 1)) * 2 ** 32)
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}

/** Lowest byte first. */
function toHex(word: number): string {
  return [0, 8, 16, 24].map(by => ((word >>> by) & 255).toString(16).padStart(2, '0')).join('')
}

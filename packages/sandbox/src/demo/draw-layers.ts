import { crc32, deflateSync } from 'node:zlib'

/** `#rrggbb`. */
export type Colour = `#${string}`

const width = 480
const height = 270
const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const eightBits = 8
const paletteColours = 3

/** A picture as PNG bytes: the colours as layers of ground, the first on top, with wavy borders. Equal colours, equal bytes. */
export function drawLayers(colours: readonly Colour[]): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([eightBits, paletteColours, 0, 0, 0], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.map(colour => colour.slice(1)).join(''), 'hex')),
    chunk('IDAT', deflateSync(toRows(colours.length))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Length, type, content, checksum of type and content (PNG specification, section 5.3). */
function chunk(type: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(content.length, 0)
  framed.set(named, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}

/** Each row begins with its filter, 0 for none; then one index into the palette for each pixel. */
function toRows(layers: number): Uint8Array {
  const rows = new Uint8Array((width + 1) * height)
  for (let x = 0; x < width; x++) {
    const borders = Array.from(
      { length: layers - 1 },
      (_, border) => ((border + 1) * height) / layers + wave(x, border),
    )
    for (let y = 0; y < height; y++) rows[y * (width + 1) + x + 1] = borders.filter(border => border <= y).length
  }
  return rows
}

function wave(x: number, border: number): number {
  return 9 * Math.sin(x / 37 + border * 2) + 3 * Math.sin(x / 11 + border)
}

import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { drawLayers } from './draw-layers.ts'

describe('a drawn picture', () => {
  const picture = Buffer.from(drawLayers(['#ff0000', '#00ff00', '#0000ff']))

  it('is a PNG of 480 × 270 with the colours as its palette', () => {
    expect(picture.subarray(0, 8)).toEqual(Buffer.from('89504e470d0a1a0a', 'hex'))
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([480, 270])
    const palette = picture.subarray(picture.indexOf('PLTE') + 4)
    expect(palette.subarray(0, 9).toString('hex')).toBe('ff000000ff000000ff')
  })

  it('holds every row, with colours from top to bottom', () => {
    const at = picture.indexOf('IDAT')
    const rows = inflateSync(picture.subarray(at + 4, at + 4 + picture.readUInt32BE(at - 4)))
    expect(rows).toHaveLength(481 * 270)
    const column = Array.from({ length: 270 }, (_, y) => rows[y * 481 + 200] ?? -1)
    expect(new Set(column)).toEqual(new Set([0, 1, 2]))
    expect(column).toEqual(column.toSorted((one, other) => one - other))
  })

  it('has the checksum of the empty last chunk that the specification prints', () => {
    expect(picture.subarray(-12).toString('hex')).toBe('0000000049454e44ae426082')
  })
})

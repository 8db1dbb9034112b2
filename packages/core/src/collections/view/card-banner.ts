import type { ModuleEntry } from '../configuration/configuration.ts'
import type { CardBanner, ImageSize } from './collections-view.ts'

const imageSizes: readonly ImageSize[] = ['none', 'contain', 'cover', 'fill', 'scale-down', 'auto']

/** A picture of no said size fills its box. */
export function toCardBanner(entry: ModuleEntry): CardBanner {
  const { image, iframe, altText } = entry
  const colour = toColour(entry.bannerColour)
  switch (entry.banner) {
    case 'colour':
      return { kind: 'colour', colour }
    case 'iframe':
      return iframe.trim() === '' ? { kind: 'none' } : { kind: 'iframe', html: iframe }
    case 'image': {
      if (image.trim() === '') return { kind: 'none' }
      const size = imageSizes.find(each => each === entry.imageSize) ?? 'cover'
      return { kind: 'image', url: image, size, alt: altText, background: entry.imageBackgroundColour ? colour : null }
    }
    default:
      return entry.banner satisfies never
  }
}

/** A colour and nothing else: it goes into a style. */
function toColour(text: string): string {
  const colour = text.trim()
  return /^(?:#[\da-f]{3,8}|[a-z]{3,30}|(?:rgb|hsl)a?\([\d\s.,%/]{3,60}\))$/i.test(colour) ? colour : '#ffffff'
}

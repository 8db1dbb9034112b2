/** How a course draws a page, as far as the editor shows it: colours that are plain colours, and a text that can be read on them. */
export interface PageColours {
  readonly background?: string
  readonly colour?: string
  readonly accent?: string
}

export function toPageColours(definition: Readonly<Record<string, unknown>> | null): PageColours {
  const background = toHex(definition?.background)
  const accent = toHex(definition?.accent)
  return {
    ...(background !== undefined && { background, colour: isDark(background) ? '#ffffff' : '#2d3b45' }),
    ...(accent !== undefined && { accent }),
  }
}

function toHex(value: unknown): string | undefined {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value : undefined
}

/** By relative luminance (WCAG 2.2), where white and our own text colour are equally well read. */
function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.25
}

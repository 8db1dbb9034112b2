/** Numbers, plurals, dates and lists in the language of the page, by the platform. */
export interface Format {
  readonly number: (value: number) => string
  /** The number with its noun: `1 module`, `2 modules`; further forms by CLDR's names where a language has them. */
  readonly count: (value: number, forms: PluralForms) => string
  readonly isOne: (value: number) => boolean
  /** A day, `2026-03-09`, with its weekday: that is what people check a shift by. */
  readonly day: (isoDay: string) => string
  readonly instant: (iso: string) => string
  readonly time: (iso: string) => string
  readonly list: (parts: readonly string[]) => string
  readonly size: (bytes: number) => string
}

export type PluralForms = { readonly other: string } & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>

export function createFormat(language: string): Format {
  const locale = supported(language)
  const [numbers, rules] = [new Intl.NumberFormat(locale), new Intl.PluralRules(locale)]
  const days = new Intl.DateTimeFormat(locale, { ...DAY, timeZone: 'UTC' })
  const instants = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const dated = (format: Intl.DateTimeFormat, text: string, iso = text): string => {
    const date = new Date(iso)
    return Number.isNaN(date.getTime()) ? text : format.format(date)
  }
  return {
    number: value => numbers.format(value),
    count: (value, forms) => `${numbers.format(value)} ${forms[rules.select(value)] ?? forms.other}`,
    isOne: value => rules.select(value) === 'one',
    day: isoDay => dated(days, isoDay, `${isoDay}T00:00:00Z`),
    instant: iso => dated(instants, iso),
    time: iso => dated(times, iso),
    list: parts => lists.format(parts),
    size: bytes => sizeWords(bytes, locale),
  }
}

const DAY = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const

/** Canvas's codes are not all known to every browser (`en-AU-x-unimelb`, `zh-Hant`, `fr-CA`). */
function supported(language: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([language])[0] ?? 'en'
  } catch {
    return 'en'
  }
}

const KILO = 1024

function sizeWords(bytes: number, locale: string): string {
  const [value, unit] =
    bytes < KILO
      ? [bytes, 'byte']
      : bytes < KILO * KILO
        ? [bytes / KILO, 'kilobyte']
        : [bytes / KILO / KILO, 'megabyte']
  const digits = value < 10 && unit === 'megabyte' ? 1 : 0
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: digits,
  }).format(value)
}

import type { Fact } from '../../render/sheet.ts'

/** Which database it was. */
export interface Where {
  readonly kind: 'embedded' | 'own'
  readonly place: string
  readonly major: number
}

export function databaseFacts({ kind, place, major }: Where): readonly Fact[] {
  const words = kind === 'embedded' ? `embedded PostgreSQL ${major} in ${place}` : `PostgreSQL ${major} at ${place}`
  return [{ label: 'Database', text: words }]
}

export function databaseJson({ kind, place, major }: Where) {
  return { database: { kind, place, postgres: major } }
}

/** As its file is named. */
export function migrationName({ version, name }: { readonly version: number; readonly name: string }): string {
  return `${String(version).padStart(4, '0')}_${name}`
}

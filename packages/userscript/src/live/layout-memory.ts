import { type ModuleId, toModuleId } from '@recourse/core'

/** How the view stood when it was last seen: the space it will take, kept free from the first paint on. */
export interface Layout {
  readonly width: number
  readonly height: number
  readonly collection: string
  readonly hidden: readonly ModuleId[]
  /** Whether staff saw it. */
  readonly isStaff: boolean
}

/** More would fill a browser's storage for one course. */
const MAX_HIDDEN = 2000

export function writeLayout(layout: Layout): string {
  return JSON.stringify(layout.hidden.length > MAX_HIDDEN ? { ...layout, hidden: [] } : layout)
}

/** Storage is anybody's on this page: what is not a layout is none. */
export function readLayout(text: string | null): Layout | undefined {
  if (text === null) return undefined
  try {
    return toLayout(JSON.parse(text))
  } catch {
    return undefined
  }
}

const nothing = { width: 0, height: 0, collection: '', hidden: [], isStaff: false }

function toLayout(json: unknown): Layout | undefined {
  if (typeof json !== 'object' || json === null) return undefined
  const { width, height, collection, hidden, isStaff } = { ...nothing, ...json }
  const isLayout = isLength(width) && isLength(height) && typeof collection === 'string' && Array.isArray(hidden)
  if (!isLayout) return undefined
  return { width, height, collection, hidden: hidden.filter(isId).map(toModuleId), isStaff: isStaff === true }
}

const isLength = (value: unknown): value is number => typeof value === 'number' && value > 0 && value < 1e6
const isId = (value: unknown): value is string => typeof value === 'string' && /^\d+$/.test(value)

/** The same within what a scroll bar takes. */
export function fitsWidth({ width }: Layout, now: number): boolean {
  return Math.abs(width - now) <= 24
}

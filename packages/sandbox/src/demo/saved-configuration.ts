/**
 * A configuration as Canvas Collections 1.3 holds it and saves it (collections-1.3 §2.4), every key written
 * out. Values are plain: the writer of the page encodes what 1.3 encodes.
 */
export interface SavedConfiguration {
  readonly VISIBILITY: 'no-one' | 'students' | 'teachers' | 'all'
  readonly DEFAULT_ACTIVE_COLLECTION: string
  readonly COLLECTIONS: Readonly<Record<string, SavedCollection>>
  readonly COLLECTIONS_ORDER: readonly string[]
  readonly MODULES: Readonly<Record<string, SavedModule>>
}

export interface SavedCollection {
  readonly name: string
  readonly representation: string
  readonly outputPage: string
  readonly hide: boolean
  readonly includePage: string
  readonly includeAfter: boolean
  readonly unallocated: boolean
}

export interface SavedModule {
  readonly name: string
  readonly id: number
  readonly published: boolean
  readonly description: string
  readonly collection: string
  readonly label: string
  readonly autonum: boolean
  readonly actualNum: number | string
  readonly num: string
  readonly configVisible: boolean
  readonly metadata: Readonly<Record<string, string>>
  readonly date: SavedDate
  readonly dateShow: Readonly<Record<string, boolean>>
  readonly banner: 'image' | 'iframe' | 'colour'
  readonly image: string
  readonly imageSize: string
  readonly imageBackgroundColour: boolean
  readonly includePage: string
  readonly includePageAfter: boolean
  readonly outputPage: string
  readonly iframe: string
  readonly bannerColour: string
  readonly engage: boolean
  readonly engageText: string
  readonly fyi: boolean
  readonly fyiText: string
  /** 1.3 adds it when somebody edits it. */
  readonly altText?: string
  readonly moduleOrder: number
}

export interface SavedDateParts {
  readonly day: string
  readonly week: string
  readonly time: string
  readonly date: string
  readonly month: string
  readonly year: string
  readonly calendarDate: string
}

export interface SavedDate extends SavedDateParts {
  readonly label: string
  readonly to: SavedDateParts
}

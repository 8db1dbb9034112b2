import type { BuiltCourse, BuiltModule } from './build-course.ts'
import { fillIn } from './course-text.ts'
import type { SavedCollection, SavedConfiguration, SavedModule } from './saved-configuration.ts'
import { noDate, showAll } from './saved-date.ts'
import { type Card, soilCards, soilCollections } from './soil-cards.ts'

/** The configuration somebody has made for the course, with the ids and addresses of that course. */
export function configureCourse(
  course: BuiltCourse,
  cards: Readonly<Record<string, Card>> = soilCards,
): SavedConfiguration {
  const counters = new Map<string, number>()
  const count = (key: string): number => {
    const next = (counters.get(key) ?? 0) + 1
    counters.set(key, next)
    return next
  }
  const modules = course.modules.map(
    module => [module.id, toSavedModule(course, module, cards[module.key] ?? {}, count)] as const,
  )
  const [first = ''] = Object.keys(soilCollections)
  return {
    VISIBILITY: 'all',
    DEFAULT_ACTIVE_COLLECTION: first,
    COLLECTIONS: Object.fromEntries(
      Object.entries(soilCollections).map(([name, collection]) => [name, toSavedCollection(name, collection)]),
    ),
    COLLECTIONS_ORDER: Object.keys(soilCollections),
    MODULES: Object.fromEntries(modules),
  }
}

function toSavedCollection(name: string, collection: (typeof soilCollections)[string]): SavedCollection {
  return { name, ...collection }
}

const untouched = {
  description: '',
  collection: '',
  label: '',
  autonum: false,
  num: '',
  configVisible: false,
  metadata: {},
  date: noDate,
  dateShow: showAll,
  banner: 'image',
  imageSize: '',
  imageBackgroundColour: false,
  includePage: '',
  includePageAfter: false,
  outputPage: '',
  iframe: '',
  bannerColour: '#ffffff',
  engage: true,
  engageText: 'Engage',
  fyi: false,
  fyiText: '',
} as const satisfies Partial<SavedModule>

function toSavedModule(
  { names }: BuiltCourse,
  { id, name, isPublished }: BuiltModule,
  { picture, description = '', ...set }: Card,
  count: (key: string) => number,
): SavedModule {
  const card = { ...untouched, ...set }
  const { collection, label, autonum, num } = card
  return {
    name,
    id: Number(id),
    published: isPublished,
    ...card,
    description: fillIn(description, names),
    // Modules with a number of their own making count per collection and label (collections-1.3 §1.3 *Auto numbering*).
    actualNum: autonum ? count(JSON.stringify([collection, label])) : num,
    image: picture === undefined ? '' : fillIn(pictureAddress(picture), names),
    moduleOrder: count(collection),
  }
}

/** A picture of this course, or the address of one elsewhere. */
function pictureAddress(picture: string): string {
  return picture.includes('/') ? picture : `{course}/files/{file:${picture}}/download`
}

import type { SavedCollection, SavedModule } from './saved-configuration.ts'
import { savedDate } from './saved-date.ts'

type Collection = Omit<SavedCollection, 'name'>

const bare: Collection = {
  representation: 'GriffithCards',
  outputPage: '',
  hide: false,
  includePage: '',
  includeAfter: false,
  unallocated: false,
}

/** The collections of Soil Science 101, in order; the first is the default. */
export const soilCollections: Readonly<Record<string, Collection>> = {
  Topics: { ...bare, outputPage: 'Topics at a glance', includePage: 'Before you dig' },
  'Practicals & field days': {
    ...bare,
    representation: 'HorizontalCards',
    outputPage: 'Practicals and field days',
    includePage: 'Field safety',
    includeAfter: true,
  },
  Assessment: { ...bare, representation: 'AssessmentTable', outputPage: 'Assessment at a glance' },
  'Help & contacts': { ...bare, representation: 'CollectionOnly', includePage: 'Who to ask' },
  Archive: { ...bare, hide: true, unallocated: true },
  'All at a glance': { ...bare, representation: 'CollectionsTable' },
}

/** What somebody has set on the card of a module; `picture` is a file name, and texts name things as pages do. */
export interface Card extends Partial<Omit<SavedModule, 'name' | 'id' | 'image' | 'actualNum' | 'moduleOrder'>> {
  readonly picture?: string
}

const topic = { collection: 'Topics', label: 'Topic', autonum: true } as const
const practical = { collection: 'Practicals & field days' } as const

/** The cards by module key. A module without one is in no collection. */
export const soilCards: Readonly<Record<string, Card>> = {
  welcome: {
    collection: 'Topics',
    banner: 'iframe',
    iframe:
      '<iframe src="https://video.example/embed/soil-101" title="Welcome to the pit" allowfullscreen="true"></iframe>',
    description:
      '<p>Meet the team, the spade &amp; the plan. Who to ask? See <a href="{course}/pages/who-to-ask">who to ask</a>.</p>',
    engageText: 'Start here',
    date: savedDate('From', ['2026-02-23', '09:00']),
  },
  matter: {
    ...topic,
    picture: 'layers.png',
    imageSize: 'cover',
    altText: 'A pit wall with five layers, dark at the top',
    description:
      '<p>Half of it is nothing at all. Read <a href="{course}/pages/minerals-air-water-life">Minerals, air, water, life</a>, then look outside.</p>',
    date: savedDate('Weeks 1–2', ['2026-02-23'], ['2026-03-06']),
  },
  texture: {
    ...topic,
    picture: 'texture & structure.png',
    imageSize: 'cover',
    altText: 'Crumbs, blocks & plates side by side',
    description:
      '<p>Sand, silt &amp; clay in your own hand: bring the <a href="{course}/files/{file:texture-key.txt}/download?wrap=1">texture key</a>. Needs <a href="{course}/modules#module_{module:matter}">Topic 1</a>.</p>',
    date: savedDate('Weeks 3–4', ['2026-03-09', '09:00'], ['2026-03-20', '17:00']),
    engageText: 'Get your hands dirty',
  },
  water: {
    ...topic,
    picture: 'water.png',
    imageSize: 'contain',
    imageBackgroundColour: true,
    bannerColour: '#2c4a63',
    altText: 'Water standing below a dry surface',
    description:
      '<p>"Where does the rain go?" It runs off, it stays, or it drains. Puddle photographs by 27 March, please.</p>',
    date: savedDate('Weeks 5–6', ['2026-03-23'], ['2026-04-03']),
  },
  midterm: {
    collection: 'Topics',
    banner: 'colour',
    bannerColour: '#5d7f3b',
    description: '<p>One page, three topics, no surprises.</p>',
    date: savedDate('', ['2026-04-06']),
    engageText: 'Revise',
  },
  life: {
    ...topic,
    picture: 'life.png',
    imageSize: 'cover',
    altText: 'Roots and burrows in dark ground',
    description: '<p>A teaspoon holds more lives than there are people 🐛</p>',
    fyi: true,
    fyiText: 'Opens in week 8 🐛',
    date: savedDate('Weeks 8–9', ['2026-04-20'], ['2026-05-01']),
  },
  creek: {
    ...practical,
    picture: 'creek.png',
    imageSize: 'cover',
    altText: 'A creek between green banks',
    description:
      '<p>Creek flats, rain or shine. Bring everything on the <a href="{course}/files/{file:kit-list.txt}/download?wrap=1">kit list</a>.</p>',
    date: savedDate('Bus leaves', ['2026-03-27', '08:15'], ['2026-03-27', '16:30']),
  },
  sieves: {
    ...practical,
    label: 'Lab',
    autonum: false,
    num: 'A',
    picture: 'sieves.png',
    imageSize: 'scale-down',
    altText: 'A stack of sieves, "coarse" at the top',
    description: '<p>Shake, wait, read off: &lt; 0.002 mm is clay.</p>',
    date: savedDate('Due', ['2026-04-17', '23:59']),
  },
  hill: {
    ...practical,
    picture: 'hill.png',
    imageSize: 'cover',
    altText: 'A bare hill slope',
    description:
      '<p>From the crest to the creek: one layer, five pits. After <a href="{course}/modules/{module:creek}">the creek flats</a>.</p>',
    date: savedDate('Bus leaves', ['2026-05-08', '08:15'], ['2026-05-08', '16:30']),
  },
  report: {
    collection: 'Assessment',
    picture: 'report.png',
    altText: 'A drawn soil profile',
    description: '<p>Four pages and a drawing of one pit.</p>',
    metadata: { weighting: '40%', 'learning outcomes': '1 &amp; 3' },
    date: savedDate('Due', ['2026-04-24', '23:59']),
  },
  advice: {
    collection: 'Assessment',
    description: '<p>Two pages for a landholder, in plain words.</p>',
    metadata: { weighting: '35%', 'learning outcomes': '<em>2</em>, 4' },
    date: savedDate('Due', ['2026-05-22', '23:59']),
  },
  final: {
    collection: 'Assessment',
    description: '<p>Practice exam first, then the real one.</p>',
    metadata: { weighting: '25%', 'learning outcomes': '1–4' },
    date: savedDate('Exam', ['2026-06-03', '09:30']),
  },
  archive: {
    collection: 'Archive',
    picture: 'archive.png',
    altText: '',
    description: '<p>Kept for tutors.</p>',
    engage: false,
  },
}

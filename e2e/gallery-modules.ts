/** One module of the gallery's course: how it stands in Canvas, and what its card is set to. */
export interface GalleryModule {
  readonly name: string
  /** Fields of its entry that are not their default. */
  readonly entry: Readonly<Record<string, unknown>>
  readonly isPublished?: false
  /** Items that want to be seen, and how many the student has seen. */
  readonly toSee?: { readonly items: number; readonly seen: number }
  readonly unlockAt?: string
  /** Waits for the module of this name. */
  readonly after?: string
}

const day = (label: string, calendarDate: string, time: string, to?: { readonly on: string; readonly at: string }) => ({
  ...{ label, calendarDate, time, day: '', date: '', month: '', week: '' },
  to: { calendarDate: to?.on ?? '', time: to?.at ?? '', day: '', date: '', month: '', week: '' },
})

const fields = {
  image: { imageSize: 'cover', altText: 'A hill of three layers' },
  words:
    '<p>Half of it is <em>nothing</em> at all: pores, filled with water and air. The other half was rock once.</p>',
}

/** Every state that a card knows; `{picture}` stands for a picture of the course. */
export const galleryModules: readonly GalleryModule[] = [
  {
    name: 'Topic 1: What soil is made of',
    toSee: { items: 2, seen: 2 },
    entry: {
      label: 'Topic',
      autonum: true,
      image: '{picture}',
      ...fields.image,
      description: fields.words,
      date: day('Weeks 1–2', '2026-02-23', '', { on: '2026-03-06', at: '' }),
      metadata: { weighting: '40%', 'learning outcomes': '1 &amp; 3' },
    },
  },
  {
    name: 'Topic 2: Texture & structure',
    toSee: { items: 3, seen: 1 },
    entry: {
      label: 'Topic',
      autonum: true,
      image: '{picture}',
      imageSize: 'contain',
      imageBackgroundColour: true,
      bannerColour: '#2c4a63',
      description: `${fields.words}<ul><li>Sand</li><li>Silt &amp; clay</li></ul>`,
      engageText: 'Get your hands dirty',
      date: day('Due', '2026-04-17', '23:59'),
      metadata: { weighting: '35%', 'learning outcomes': '<em>2</em>, 4' },
    },
  },
  {
    name: 'Locked until a day',
    unlockAt: '2099-03-01T08:00:00Z',
    toSee: { items: 1, seen: 0 },
    entry: {
      image: '{picture}',
      ...fields.image,
      description: fields.words,
      date: day('Opens and closes again', '2099-03-01', '09:00', { on: '2099-03-20', at: '17:00' }),
    },
  },
  {
    name: 'Opens after another',
    after: 'Topic 2: Texture & structure',
    toSee: { items: 1, seen: 0 },
    entry: { banner: 'colour', bannerColour: '#5d7f3b', description: fields.words, date: day('', '2026-04-06', '') },
  },
  {
    name: 'For your information',
    entry: {
      fyi: true,
      fyiText: 'Opens in week 8 🐛, when the ground is warm enough',
      image: '{picture}',
      ...fields.image,
      description: fields.words,
      date: day('Weeks 8–9', '2026-04-20', '', { on: '2026-05-01', at: '' }),
    },
  },
  { name: 'FYI, unpublished and without words', isPublished: false, entry: { fyi: true, description: fields.words } },
  {
    name: 'Unpublished',
    isPublished: false,
    entry: { image: '{picture}', ...fields.image, description: fields.words },
  },
  {
    name: 'A picture that is gone',
    entry: { image: '{course}/files/999999/download', altText: 'A creek in flood', description: fields.words },
  },
  {
    name: 'A film',
    entry: {
      banner: 'iframe',
      iframe: '<iframe src="https://www.youtube-nocookie.com/embed/soil" title="The pit"></iframe>',
      description: fields.words,
    },
  },
  {
    name: 'A frame of a stranger',
    entry: { banner: 'iframe', iframe: '<iframe src="https://stranger.test/"></iframe>', description: fields.words },
  },
  {
    name: `Long${'est'.repeat(20)} name: ${'of a soil profile and its horizons, '.repeat(5)}and so on`,
    entry: {
      description: `<p>${'Donaudampfschifffahrtsgesellschaft'.repeat(5)}</p>`,
      engageText: 'On and on '.repeat(6),
    },
  },
  {
    name: 'مقدمة في علم التربة (Soil 101)',
    entry: {
      label: 'أسبوع',
      num: '3',
      image: '{picture}',
      ...fields.image,
      description: '<p>نصف التربة الجيدة مسامات مملوءة بالماء والهواء.</p>',
      engageText: 'ابدأ',
      date: day('من', '2026-03-09', ''),
    },
  },
  { name: `"Quotes", <b>tags</b>, $& & 👩‍🌾 O'Neill`, entry: { description: '<p>1 &lt; 2 &amp; 3</p>' } },
  { name: 'Nothing set', entry: { engage: false } },
]

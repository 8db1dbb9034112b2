import type { TextModule } from './course-text.ts'

/** The fourteen modules of Soil Science 101, in order. */
export const soilModules: readonly TextModule[] = [
  {
    key: 'welcome',
    name: 'Welcome to Soil Science',
    items: [
      {
        type: 'Page',
        title: 'How this course works',
        body: `<h2>How this course works</h2><p>Soil is where rock, water, air and life meet. You will learn to read it with your hands, a spade and a notebook.</p><p>First stop: <a href="{course}/modules#module_{module:matter}">what soil is made of</a>.</p>`,
      },
      { type: 'File', name: 'kit-list.txt', title: 'Kit list' },
      {
        type: 'Discussion',
        title: 'Ask a soil scientist',
        body: '<p>Which ground did you grow up on? Say hello, and ask the first question.</p>',
      },
    ],
  },
  {
    key: 'matter',
    name: 'Topic 1: What soil is made of',
    items: [
      { type: 'SubHeader', title: 'Read' },
      {
        type: 'Page',
        title: 'Minerals, air, water, life',
        body: `<p>About half of a good topsoil is nothing at all: pores, filled with water and air. The other half is mineral grains, and a few percent that was once alive.</p>`,
      },
      {
        type: 'Page',
        title: 'Five soil-forming factors',
        body: '<p>Climate, organisms, relief, parent rock, time.</p>',
      },
      { type: 'SubHeader', title: 'Do' },
      { type: 'ExternalUrl', title: 'Soil map of the region', url: 'https://maps.example/soil' },
    ],
  },
  {
    key: 'texture',
    name: 'Topic 2: Texture & structure',
    items: [
      {
        type: 'Page',
        title: 'The ribbon test',
        body: `<p>Moisten a handful, knead it, press it between thumb and finger. The length of the ribbon tells clay from loam: see the <a href="{course}/files/{file:texture-key.txt}/download?wrap=1">texture key</a>.</p>`,
      },
      { type: 'File', name: 'texture-key.txt', title: 'Texture key' },
      {
        type: 'Quiz',
        title: 'Sand, silt or clay?',
        body: '<p>Six hand specimens, one attempt.</p>',
        dueAt: '2026-03-20T13:59:00Z',
        points: 5,
      },
    ],
  },
  {
    key: 'water',
    name: 'Topic 3: Water in the ground',
    items: [
      {
        type: 'Page',
        title: 'Where the rain goes',
        body: '<p>Some runs off, some is held, some drains. Pores decide: big ones drain, small ones hold.</p>',
      },
      {
        type: 'Discussion',
        title: 'A puddle near you',
        body: '<p>Photograph a puddle a day after rain. Why is it still there?</p>',
      },
    ],
  },
  {
    key: 'midterm',
    name: 'Revision',
    items: [
      {
        type: 'Page',
        title: 'Mid-term revision',
        body: '<p>Topics 1 to 3 on one page, with the questions we ask.</p>',
      },
    ],
  },
  {
    key: 'life',
    name: 'Topic 4: Life below ground 🐛',
    isPublished: false,
    items: [
      {
        type: 'Page',
        title: 'A teaspoon of soil',
        body: '<p>More living things than people on Earth. Most have no name yet.</p>',
      },
      { type: 'ExternalUrl', title: 'Worm count: join in', url: 'https://worms.example/count' },
    ],
  },
  {
    key: 'creek',
    name: 'Field day',
    items: [
      {
        type: 'Page',
        title: 'Creek flats: what to look for',
        body: '<p>Mottles: rust and grey spots where the water table comes and goes.</p>',
      },
      { type: 'File', name: 'creek-flats-pits.csv', title: 'Pit data from last year' },
    ],
  },
  {
    key: 'sieves',
    name: 'Sieves, jars & "pipettes"',
    items: [
      {
        type: 'Page',
        title: 'Particle sizes in the lab',
        body: '<p>Sand settles in a minute, silt in hours; clay stays up for days.</p>',
      },
      {
        type: 'Assignment',
        title: 'Lab sheet',
        body: '<p>Hand in your settling curve.</p>',
        dueAt: '2026-04-17T13:59:00Z',
        points: 10,
      },
    ],
  },
  {
    key: 'hill',
    name: 'Field day',
    after: ['creek'],
    items: [
      {
        type: 'Page',
        title: 'Hill slope: what to look for',
        body: '<p>Follow one layer downhill and write down where it gets thicker.</p>',
      },
    ],
  },
  {
    key: 'report',
    name: 'Soil profile report',
    items: [
      {
        type: 'Page',
        title: 'How to describe a profile',
        body: '<p>Depth, colour, texture, structure, roots, stones: always in this order.</p>',
      },
      {
        type: 'Assignment',
        title: 'Soil profile report: hand in',
        body: `<p>Four pages and a drawing. See <a href="{course}/pages/how-to-describe-a-profile">how to describe a profile</a>.</p>`,
        dueAt: '2026-04-24T13:59:00Z',
        points: 40,
      },
    ],
  },
  {
    key: 'advice',
    name: 'Land use advice',
    items: [
      {
        type: 'Assignment',
        title: 'Land use advice: hand in',
        body: '<p>Two pages for a landholder: what will grow there, and what should not be tried.</p>',
        dueAt: '2026-05-22T13:59:00Z',
        points: 35,
      },
    ],
  },
  {
    key: 'final',
    name: 'Revision',
    items: [
      { type: 'Page', title: 'Exam revision', body: '<p>All topics, and the exam of two years ago.</p>' },
      {
        type: 'Quiz',
        title: 'Practice exam',
        body: '<p>Ungraded; as often as you like.</p>',
        dueAt: '2026-06-01T13:59:00Z',
        points: 25,
      },
    ],
  },
  {
    key: 'reading',
    name: 'Further reading',
    items: [
      { type: 'ExternalUrl', title: 'Glossary of soil terms', url: 'https://glossary.example/soil' },
      {
        type: 'Page',
        title: 'Three good books',
        body: '<p>One to read in bed, one for the bag, one for the shelf.</p>',
      },
    ],
  },
  {
    key: 'archive',
    name: 'Old exam questions',
    items: [
      { type: 'Page', title: 'Exam of two years ago', body: '<p>Question 1: draw a podzol and name its layers.</p>' },
    ],
  },
]

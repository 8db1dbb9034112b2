/** What all courses of the demo library have in common; text and pictures are our own. */
export const demoItems = {
  media: [
    { name: 'Helmet', content: { alternativeText: 'A yellow safety helmet with a chin strap' } },
    { name: 'Lifting', content: { alternativeText: 'A person lifts a box with bent knees and a straight back' } },
    { name: 'Way out', content: { alternativeText: 'A green sign: a running person, an arrow, a door' } },
    { name: 'Fire extinguisher', content: { alternativeText: 'A red fire extinguisher on its bracket' } },
    { name: 'First aid kit', content: { alternativeText: 'A green case with a white cross' } },
    { name: 'Corrosive', content: { alternativeText: 'A hazard symbol: a liquid eats into a hand and a surface' } },
  ],
  resource: [
    {
      name: 'Accident form',
      content: { url: 'https://example.org/forms/accident', text: '<p>Two pages. Fill it in on the same day.</p>' },
    },
    {
      name: 'Emergency plan',
      content: {
        url: 'https://example.org/plans/emergency',
        text: '<p>Floor plans with ways out and assembly points.</p>',
      },
    },
    {
      name: 'Safety data sheets',
      content: { url: 'https://example.org/sheets', text: '<p>One sheet for each product that is used here.</p>' },
    },
  ],
  term: [
    {
      name: 'hazard',
      content: { text: '<p>Anything that can hurt somebody: a wet floor, a blade, a noise, a rush.</p>' },
    },
    { name: 'risk', content: { text: '<p>How likely it is that a hazard hurts somebody, and how badly.</p>' } },
    {
      name: 'near miss',
      content: { text: '<p>Nothing happened, but it could have. It is reported like an accident.</p>' },
    },
    {
      name: 'PPE',
      content: { text: '<p>Personal protective equipment: what one wears against what is left of a risk.</p>' },
    },
    {
      name: 'assembly point',
      content: { text: '<p>Where everybody goes after leaving the building, to be counted.</p>' },
    },
  ],
} as const

import type { DemoCourse, DemoObject } from './demo-course.ts'

/** Added to *Safety EU* alone: it does not appear in *Safety Basics*. */
export const europeanRules: DemoObject = {
  name: 'Rules in the European Union',
  objective: '<p>You know whose duty what is.</p>',
  keywords: ['EU', 'directive'],
  pages: [
    {
      title: 'Who owes what to whom',
      blocks: [
        '<p>The employer assesses risks, informs, trains and pays for equipment. You use it as you were shown, look after others as far as you can, and may leave a place of serious and immediate danger.</p>',
      ],
    },
    {
      title: 'Signs look the same everywhere',
      blocks: [
        '<p>Round and red forbids, triangular and yellow warns, round and blue orders, square and green rescues – in Porto as in Tallinn.</p>',
      ],
    },
  ],
}

export const chemicals: DemoCourse = {
  title: 'Working with Chemicals',
  description: 'For the laboratory and the cleaning team.',
  passingMark: 90,
  details: { size: '1024 × 768', categories: ['Safety', 'Laboratory'], cover: null },
  styles: [{ key: 'warning', name: 'Warning', definition: { background: '#fdecec', accent: '#a3001b' } }],
  modules: [
    {
      name: 'Labels and sheets',
      objects: [
        {
          name: 'Reading a label',
          objective: '<p>You know from the label what the stuff does to you.</p>',
          keywords: ['label', 'pictogram'],
          pages: [
            {
              title: 'Nine pictures',
              style: 'warning',
              blocks: [
                '<p><img src="{media:Corrosive}" alt="A hazard symbol: a liquid eats into a hand and a surface" width="240"></p><p>The picture says what kind of <a href="{term:hazard}">hazard</a> it is, the sentence beside it how bad. What you pour into a bottle without a label is your own <em>near miss</em> of tomorrow.</p>',
                '<p><a href="{resource:Safety data sheets}">Safety data sheets</a>: section 4 is first aid, section 8 is what to wear.</p>',
              ],
            },
          ],
        },
      ],
    },
    { name: 'What to wear', objects: [] },
  ],
}

export const firstAid: DemoCourse = {
  title: 'First Aid at Work',
  description: 'Short refresher for first aiders. Übungen auf Deutsch & English.',
  passingMark: 70,
  details: { size: '1024 × 768', categories: ['Health'], cover: null },
  styles: [],
  modules: [
    {
      name: 'The first five minutes',
      objects: [
        {
          name: 'Look, call, help',
          objective: '<p>You do the right thing in the right order.</p>',
          keywords: ['emergency', '112'],
          pages: [
            {
              title: 'Call 112',
              blocks: [
                '<p><img src="{media:First aid kit}" alt="A green case with a white cross" width="240"></p><ol><li>Where are you?</li><li>What happened?</li><li>How many are hurt?</li><li>Wait for questions – they hang up, not you.</li></ol>',
              ],
            },
            {
              title: '„Wie geht es Ihnen?“',
              blocks: [
                '<p lang="de">Ansprechen, anfassen, Atmung prüfen. Antwortet niemand &amp; atmet normal: stabile Seitenlage.</p>',
              ],
            },
          ],
        },
      ],
    },
  ],
}

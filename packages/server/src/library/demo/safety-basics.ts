import type { DemoCourse } from './demo-course.ts'

export const safetyBasics: DemoCourse = {
  title: 'Safety Basics',
  description: 'What everybody who works here has to know in the first week. About 45 minutes.',
  passingMark: 80,
  details: { size: '1024 × 768', categories: ['Safety', 'First week'], cover: null },
  styles: [
    { key: 'calm', name: 'Calm', definition: { background: '#eef4f8', accent: '#0b5a83' } },
    { key: 'warning', name: 'Warning', definition: { background: '#fff4e0', accent: '#b35900' } },
  ],
  modules: [
    {
      name: 'Before you start',
      objects: [
        {
          name: 'Hazards and risks',
          objective: '<p>You see a hazard before it becomes an accident, and know whom to tell.</p>',
          keywords: ['hazard', 'risk', 'near miss'],
          questions: [
            {
              text: '<p>You nearly slip on oil that nobody wiped up. What is this?</p>',
              answers: ['<p>A near miss, to be reported</p>', '<p>Nothing: nobody was hurt</p>', '<p>An accident</p>'],
            },
          ],
          pages: [
            {
              title: 'What can go wrong here',
              blocks: [
                '<p>Most accidents are not spectacular. Somebody slips, lifts, cuts, or is in a hurry. Each of them began with a <a href="{term:hazard}">hazard</a> that several people had walked past.</p>',
                '<p>Take five minutes at your own place and look for three things:</p><ul><li>what can fall, and on whom</li><li>what is hot, sharp or moving</li><li>what you would trip over in the dark</li></ul>',
              ],
            },
            {
              title: 'From hazard to risk',
              style: 'calm',
              blocks: [
                '<p>A shark in the sea is a hazard. It is a <a href="{term:risk}">risk</a> only for those who swim. The same is true of a machine: what counts is who comes near it, how often, and what then happens.</p>',
                '<table><thead><tr><th>Hazard</th><th>Who</th><th>What we do</th></tr></thead><tbody><tr><td>Forklift in the aisle</td><td>everybody on foot</td><td>yellow lines, mirrors, walking speed</td></tr><tr><td>Cutter</td><td>packing</td><td>blade that slides back, gloves</td></tr></tbody></table>',
              ],
            },
            {
              title: 'Near misses count',
              blocks: [
                '<p>For every accident there were dozens of <a href="{term:near miss}">near misses</a>. They are the cheapest lesson there is. Reporting one takes two minutes and is never held against anybody.</p><p>Read again <a href="{page:What can go wrong here}">what can go wrong here</a>: which of it has nearly happened to you?</p>',
              ],
            },
          ],
        },
        {
          name: 'Personal protective equipment',
          objective: '<p>You choose the right equipment, check it, and know when to throw it away.</p>',
          keywords: ['PPE', 'helmet', 'gloves'],
          reviewExercise: '<p>Check your own helmet now. When was it made, and until when may it be worn?</p>',
          questions: [
            {
              text: '<p>Your helmet fell from the second floor and looks fine. You …</p>',
              answers: [
                '<p>hand it in and get a new one</p>',
                '<p>wipe it and wear it</p>',
                '<p>wear it where little happens</p>',
              ],
            },
          ],
          pages: [
            {
              title: 'Head, hands, eyes, ears',
              blocks: [
                '<p><img src="{media:Helmet}" alt="A yellow safety helmet with a chin strap" width="320"></p><p><a href="{term:PPE}">PPE</a> comes last: first the hazard is taken away, then it is fenced off, then rules are made. What is left over is what you wear it against.</p>',
                '<ul><li><strong>Helmet</strong> wherever somebody works above you</li><li><strong>Glasses</strong> with anything that splinters or splashes</li><li><strong>Ear protection</strong> where you have to raise your voice</li><li><strong>Gloves</strong> for edges – never at a turning machine</li></ul>',
              ],
            },
            {
              title: 'When it is worn out',
              style: 'warning',
              blocks: [
                '<p>A helmet protects once. After a knock, after five years, or when its shell turns dull, it goes to the blue box. Gloves go when you can see daylight through them.</p><p>New equipment is in the store, Monday to Friday, 6:30 to 15:00. It costs you nothing.</p>',
              ],
            },
          ],
        },
      ],
    },
    {
      name: 'On the floor',
      objects: [
        {
          name: 'Lifting and carrying',
          objective: '<p>You lift without paying for it ten years later.</p>',
          keywords: ['back', 'load'],
          pages: [
            {
              title: 'Think, then lift',
              blocks: [
                '<p><img src="{media:Lifting}" alt="A person lifts a box with bent knees and a straight back" width="320"></p><ol><li>How heavy is it, and where does it go?</li><li>Is the way free?</li><li>Feet apart, knees bent, back straight, load close.</li><li>Turn with your feet, not with your back.</li></ol>',
              ],
            },
            {
              title: 'When you ask for help',
              blocks: [
                '<p>More than 25 kg, longer than your arms, or up a ladder: two people or a trolley. Asking takes a minute; a slipped disc takes six weeks.</p>',
              ],
            },
          ],
        },
        {
          name: 'Ways and floors',
          objective: '<p>You keep ways free, your own and other people’s.</p>',
          keywords: ['slip', 'trip'],
          pages: [
            {
              title: 'Yellow lines',
              blocks: [
                '<p>Between the yellow lines you are on foot and first. Outside them forklifts are. Nobody stands behind one that reverses, whatever its mirrors promise.</p>',
              ],
            },
          ],
        },
      ],
    },
    {
      name: 'When something happens',
      objects: [
        {
          name: 'Fire',
          objective: '<p>You know two ways out and what to do on them.</p>',
          keywords: ['fire', 'evacuation'],
          questions: [
            {
              text: '<p>The alarm rings. What do you take along?</p>',
              answers: [
                '<p>Yourself, and whoever needs help</p>',
                '<p>Laptop and coat</p>',
                '<p>The fire extinguisher</p>',
              ],
            },
          ],
          pages: [
            {
              title: 'Alarm, out, assemble',
              style: 'warning',
              blocks: [
                '<p><img src="{media:Way out}" alt="A green sign: a running person, an arrow, a door" width="320"></p><p>Warn those next to you, leave by the nearest way, close doors, do not take the lift. Go to the <a href="{term:assembly point}">assembly point</a> and stay until you were counted.</p>',
                '<p>Where yours is: <a href="{resource:Emergency plan}">Emergency plan</a>.</p>',
              ],
            },
            {
              title: 'When to fight a fire',
              blocks: [
                '<p><img src="{media:Fire extinguisher}" alt="A red fire extinguisher on its bracket" width="240"></p><p>Only one that is no bigger than a waste bin, with the way out behind you, after the alarm was raised. Pull the pin, aim low, sweep. Does it not go out at once, then <a href="{page:Alarm, out, assemble}">leave</a>.</p>',
              ],
            },
          ],
        },
        {
          name: 'Reporting an accident',
          objective: '<p>You report what happened so that it does not happen again.</p>',
          keywords: ['accident', 'form'],
          pages: [
            {
              title: 'Within the day',
              blocks: [
                '<p>First the person, then the place, then the form. Every cut is written down: if it becomes infected next week, that line is your insurance.</p><p><a href="{resource:Accident form}">Accident form</a> · a <a href="{page:Near misses count}">near miss</a> goes on the same form.</p>',
              ],
            },
          ],
        },
      ],
    },
  ],
}

import type { TextFile, TextPage } from './course-text.ts'
import type { Colour } from './draw-layers.ts'

/** Pages that stand in no module: those that collections include. */
export const includedPages: readonly TextPage[] = [
  {
    title: 'Before you dig',
    body: `<p>Each topic takes two weeks: read, dig, discuss. Start with <a href="{course}/pages/how-this-course-works">how this course works</a>, and keep a <strong>field book</strong> from the first day.</p>`,
  },
  {
    title: 'Field safety',
    body: `<h3>Before every field day</h3><ul><li>Closed shoes, hat, two litres of water.</li><li>Tell your tutor about allergies &amp; medication.</li><li>The <a href="{course}/files/{file:kit-list.txt}/download?wrap=1">kit list</a> says what to bring.</li></ul>`,
  },
  {
    title: 'Who to ask',
    body: `<p>Ask in the <em>Ask a soil scientist</em> discussion first: someone else is wondering too. Your tutor answers within two days.</p>`,
  },
]

export const handouts: readonly TextFile[] = [
  {
    name: 'texture-key.txt',
    folder: 'Handouts',
    type: 'text/plain',
    content:
      'TEXTURE KEY\n\n1. Does a moist ball hold together?  no: sand\n2. Does it make a ribbon?  under 2 cm: loam; 2-5 cm: clay loam; over 5 cm: clay\n3. Gritty or silky?  gritty: sandy; silky: silty\n',
  },
  {
    name: 'kit-list.txt',
    folder: 'Handouts',
    type: 'text/plain',
    content: 'KIT LIST\n\nspade, trowel, tape measure, colour chart, water bottle, hand lens, field book, pencil\n',
  },
  {
    name: 'creek-flats-pits.csv',
    folder: 'Handouts/Data',
    type: 'text/csv',
    content:
      'pit,depth_cm,ph,clay_percent\n1,0-10,5.8,18\n1,10-30,6.1,24\n1,30-60,6.7,41\n2,0-10,5.2,11\n2,10-30,5.4,13\n',
  },
]

export const cardFolder = 'Images/cards'

/** Pictures of the cards, by file name. */
export const pictures: Readonly<Record<string, readonly Colour[]>> = {
  'layers.png': ['#8fb4c9', '#5d7f3b', '#6b4a2b', '#a8763e', '#d2a86a'],
  'texture & structure.png': ['#d9c2a0', '#b98d5a', '#8a5f36', '#5a3d24'],
  'water.png': ['#b8d8e8', '#7fb2cf', '#6d5138', '#47657a', '#2c4a63'],
  'life.png': ['#7ea04d', '#4b3621', '#5f452b', '#39281a'],
  'creek.png': ['#cfe3ee', '#9cbf8a', '#5f8f86', '#7b6a4e'],
  'hill.png': ['#dbe9f2', '#a9b878', '#8c7a4a', '#5c4a33'],
  'sieves.png': ['#e6ded0', '#c9b79a', '#a89270', '#7d6a4f', '#54452f'],
  'report.png': ['#f3efe6', '#d8c7a4', '#9a7646'],
  'archive.png': ['#c8c4bd', '#8e8a84', '#5d5a56'],
}

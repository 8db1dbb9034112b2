import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter, type ZipWriterAddDataOptions } from '@zip.js/zip.js'
import { afterAll } from 'vitest'

export type Files = Readonly<Record<string, string | Uint8Array>>

export async function zip(files: Files, options: ZipWriterAddDataOptions = {}): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false })
  for (const [name, content] of Object.entries(files)) {
    const reader = typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content)
    await writer.add(name, reader, options)
  }
  return writer.close()
}

/** A folder of the test file's own. */
export function withFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'recourse-package-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const write = (bytes: Uint8Array): string => {
    const file = join(folder, `${randomUUID()}.zip`)
    writeFileSync(file, bytes)
    return file
  }
  return { folder, write, writeZip: async (files: Files) => write(await zip(files)) }
}

/** The smallest picture that is one. */
export const picture = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

const page = (identifier: string, title: string, body: string, state = 'active'): string =>
  `<html><head><title>${title}</title><meta name="identifier" content="${identifier}"/><meta name="workflow_state" content="${state}"/></head><body>${body}</body></html>`

const item = (id: string, type: string, title: string, ref: string, more = ''): string =>
  `<item identifier="${id}"><content_type>${type}</content_type><workflow_state>active</workflow_state><title>${title}</title>${ref === '' ? '' : `<identifierref>${ref}</identifierref>`}${more}</item>`

const question = (id: string, type: string, stem: string, inside: string, conditions: string): string =>
  `<item ident="${id}" title="${id}"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>${type}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>
  <presentation><material><mattext texttype="text/html">${stem}</mattext></material>${inside}</presentation><resprocessing>${conditions}</resprocessing></item>`

const choice = (answers: Readonly<Record<string, string>>): string =>
  `<response_lid ident="r"><render_choice>${Object.entries(answers)
    .map(
      ([id, text]) =>
        `<response_label ident="${id}"><material><mattext texttype="text/plain">${text}</mattext></material></response_label>`,
    )
    .join('')}</render_choice></response_lid>`

const right = (condition: string): string =>
  `<respcondition><conditionvar>${condition}</conditionvar><setvar action="Set" varname="SCORE">100</setvar></respcondition>`

const resource = (id: string, type: string, files: readonly string[], more = ''): string =>
  `<resource identifier="${id}" type="${type}"${files[0] ? ` href="${files[0]}"` : ''}>${files.map(file => `<file href="${file}"/>`).join('')}${more}</resource>`

/** A Canvas export with one of everything, written by hand; names and texts are as awkward as people's. */
export function canvasExport(changes: Files = {}): Files {
  return {
    'imsmanifest.xml': `<?xml version="1.0"?><manifest identifier="m1"><metadata><schemaversion>1.1.0</schemaversion></metadata><organizations/><resources>
      ${resource('settings', 'associatedcontent/imscc_xmlv1p1/learning-application-resource', ['course_settings/canvas_export.txt'])}
      ${resource('p1', 'webcontent', ['wiki_content/welcome.html'])}
      ${resource('p2', 'webcontent', ['wiki_content/soil.html'])}
      ${resource('p3', 'webcontent', ['wiki_content/loose.html'])}
      ${resource('f1', 'webcontent', ['web_resources/Bilder/schöne &amp; &quot;große&quot;.png'])}
      ${resource('f2', 'webcontent', ['web_resources/notes.pdf'])}
      ${resource('a1', 'associatedcontent/imscc_xmlv1p1/learning-application-resource', ['a1/essay.html', 'a1/assignment_settings.xml'])}
      ${resource('w1', 'imswl_xmlv1p1', ['w1.xml'])}
      ${resource('q1', 'imsqti_xmlv1p2/imscc_xmlv1p1/assessment', ['q1/assessment_qti.xml'], '<dependency identifierref="q1meta"/>')}
      ${resource('q1meta', 'associatedcontent/imscc_xmlv1p1/learning-application-resource', ['q1/assessment_meta.xml'])}
      </resources></manifest>`,
    'course_settings/canvas_export.txt': 'x',
    'course_settings/course_settings.xml': `<course identifier="c"><title>Soil &lt;101&gt; &amp; "roots" 🌱</title></course>`,
    'course_settings/context.xml':
      '<context_info><course_id>41</course_id><canvas_domain>canvas.example.edu</canvas_domain></context_info>',
    'course_settings/rubrics.xml': '<rubrics><rubric identifier="r1"><title>Essay</title></rubric></rubrics>',
    'course_settings/module_meta.xml': `<modules><module identifier="mod1"><title>Week 1</title><workflow_state>active</workflow_state><position>1</position><items>
      ${item('i1', 'WikiPage', 'Welcome', 'p1', '<position>1</position>')}
      ${item('i2', 'ContextModuleSubHeader', 'Soil', '', '<position>2</position>')}
      ${item('i3', 'WikiPage', 'What soil is', 'p2', '<position>3</position>')}
      ${item('i4', 'Quizzes::Quiz', 'Test yourself', 'q1', '<position>4</position>')}
      ${item('i5', 'Attachment', 'Notes', 'f2', '<position>5</position>')}
      ${item('i6', 'ExternalUrl', 'Atlas', 'w1', '<url>https://example.org/atlas?a=1&amp;b=2</url><position>6</position>')}
      </items></module><module identifier="mod2"><title>Week 2</title><workflow_state>unpublished</workflow_state><position>2</position><items>
      ${item('i7', 'Assignment', 'Essay', 'a1', '<position>1</position>')}
      ${item('i8', 'WikiPage', 'Welcome', 'p1', '<position>2</position>')}
      ${item('i9', 'WikiPage', 'Gone', 'p99', '<position>3</position>')}
      </items></module></modules>`,
    'wiki_content/welcome.html': page(
      'p1',
      'Welcome',
      `<div><h2>Hello</h2><p>See <a href="$WIKI_REFERENCE$/pages/soil">soil</a>, the <a href="$CANVAS_OBJECT_REFERENCE$/assignments/a1">essay</a>
       and <a href="https://example.org/">the web</a>.</p><p><img src="$IMS-CC-FILEBASE$/Bilder/sch%C3%B6ne%20&amp;%20%22gro%C3%9Fe%22.png?canvas_download=1" alt="soil"></p>
       <script>alert(1)</script><p onclick="alert(1)">plain <a href="$WIKI_REFERENCE$/pages/nowhere">gone</a> <a href="javascript:alert(1)">js</a></p></div>`,
    ),
    'wiki_content/soil.html': page(
      'p2',
      'What soil is',
      '<p>Back to <a href="%24WIKI_REFERENCE%24/pages/p1">start</a></p><iframe src="https://video.example.org/1" title="A film"></iframe>',
    ),
    'wiki_content/loose.html': page('p3', 'Loose', '<p>Nobody shows me.</p>', 'unpublished'),
    'web_resources/Bilder/schöne & "große".png': picture,
    'web_resources/notes.pdf': new Uint8Array([37, 80, 68, 70]),
    'a1/essay.html': page(
      '',
      'Assignment: Essay',
      '<p>Write <a href="$IMS-CC-FILEBASE$/notes.pdf">about these</a>.</p>',
    ),
    'a1/assignment_settings.xml':
      '<assignment identifier="a1"><title>Essay</title><points_possible>10</points_possible><due_at>2027-01-31T00:00:00</due_at><workflow_state>published</workflow_state></assignment>',
    'w1.xml': '<webLink><title>Atlas</title><url href="https://example.org/atlas?a=1&amp;b=2"/></webLink>',
    'q1/assessment_meta.xml':
      '<quiz identifier="q1"><title>Test yourself</title><description>&lt;p&gt;Ready?&lt;/p&gt;</description><available>true</available></quiz>',
    'q1/assessment_qti.xml': `<questestinterop><assessment ident="q1" title="Test yourself"><section ident="s">
      ${question('one', 'multiple_choice_question', '&lt;p&gt;Which &lt;b&gt;one&lt;/b&gt;?&lt;/p&gt;', choice({ a: 'Sand', b: 'Clay &amp; silt' }), right('<varequal respident="r">b</varequal>'))}
      ${question('two', 'multiple_answers_question', 'Which?', choice({ a: 'A', b: 'B', c: 'C' }), right('<and><varequal>a</varequal><varequal>c</varequal><not><varequal>b</varequal></not></and>'))}
      ${question('three', 'short_answer_question', 'Name it', '', right('<varequal>loam</varequal>'))}
      ${question('four', 'matching_question', 'Match', '', '')}
      ${question('five', 'essay_question', 'Why? &lt;script&gt;alert(1)&lt;/script&gt;', '', '')}
      </section></assessment></questestinterop>`,
    ...changes,
  }
}

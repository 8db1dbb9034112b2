const number = new Intl.NumberFormat('en')
const plural = (count: number, one: string, many: string) => `${number.format(count)} ${count === 1 ? one : many}`

/** What bringing a course in says. */
export const transferWords = {
  title: 'Import a course',
  text: 'A course exported from Canvas, a Common Cartridge 1.1 to 1.3, or an open archive of Recourse. It becomes a course of yours.',
  file: 'File of the course',
  fileHint: 'Of type .imscc or .zip',
  missing: 'Choose the file first.',
  start: 'Import',
  again: 'Import it again as another course',
  sending: (percent: number) => `Sending the file: ${percent} %`,
  reading: 'The file has arrived. Making a course of it …',
  stop: 'Stop',
  stopped: 'Stopped. Nothing was imported.',
  done: (title: string) => `“${title}” is imported`,
  said: (title: string) => `“${title}” is imported.`,
  open: 'Open the course',
  counts: {
    modules: count => plural(count, 'module', 'modules'),
    objects: count => plural(count, 'Learning Object', 'Learning Objects'),
    pages: count => plural(count, 'page', 'pages'),
    questions: count => plural(count, 'question', 'questions'),
    media: count => plural(count, 'picture or file', 'pictures and files'),
    resources: count => plural(count, 'resource', 'resources'),
    terms: count => plural(count, 'glossary term', 'glossary terms'),
  } satisfies Record<string, (count: number) => string>,
  made: 'What was made',
  reused: (count: number) =>
    `${plural(count, 'thing was', 'things were')} in this library already, and ${count === 1 ? 'is' : 'are'} used again.`,
  left: (count: number) => `${plural(count, 'thing', 'things')} of the file became nothing`,
  leftNone: 'Everything of the file is in the course.',
  noted: (count: number) => `${plural(count, 'thing has', 'things have')} a remark`,
  entry: (what: string, name: string) => `${what} “${name}”`,
} as const

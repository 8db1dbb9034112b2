const number = new Intl.NumberFormat('en')
const plural = (count: number, one: string, many: string) => `${number.format(count)} ${count === 1 ? one : many}`

/** What the course outline says. */
export const outlineWords = {
  outline: 'Outline',
  modules: 'Modules of this course',
  objectsOf: (name: string) => `Learning Objects of ${name}`,
  pagesOf: (name: string) => `Pages of ${name}`,
  none: 'No modules yet',
  noneText:
    'A course is made of modules, a module of Learning Objects, a Learning Object of pages. Begin with a module.',
  noneReader: 'Nobody has put anything into this course so far.',
  emptyModule: 'No Learning Object in this module.',
  emptyObject: 'Empty: it has no pages.',
  untitled: 'Page without a title',
  counts: (objects: number, pages: number) =>
    `${plural(objects, 'Learning Object', 'Learning Objects')}, ${plural(pages, 'page', 'pages')}`,
  pages: (count: number) => plural(count, 'page', 'pages'),
  openAll: 'Show all pages',
  closeAll: 'Hide all pages',
  show: (name: string) => `Pages of ${name}`,
  menuOf: (name: string) => `Actions for ${name}`,
  drag: 'Drag to another place',
  keys: 'Alt with ↑ or ↓ moves what you are on.',
  shared: (count: number) => `Shared with ${number.format(count)}`,
  sharedLong: (name: string, count: number) =>
    `${name} is also in ${plural(count, 'other course', 'other courses')}. Show which`,
  sharedTitle: 'Also in',
  sharedMeaning: 'Its pages, name and questions are the same there: a change shows in every one of these courses.',
  protected: 'Protected',
  protectedMeaning: 'Changes of it are proposed to the courses that hold it.',

  moveUp: 'Move up',
  moveDown: 'Move down',
  moveTo: 'Move to …',
  rename: 'Rename …',

  addModule: 'Add a module',
  addObject: 'Add a Learning Object …',
  insert: 'Insert from another course …',
  deleteModule: 'Delete module …',
  addPage: 'Add a page …',
  detach: 'Make separate here …',
  reattach: 'Link to its origin again …',
  protect: 'Protect …',
  unprotect: 'No longer protect …',
  remove: 'Remove from this course …',
  open: 'Open',
  copyPage: 'Copy to …',
  deletePage: 'Delete page …',

  name: 'Name',
  pageTitle: 'Title',
  nameMissing: 'A name is needed. Give it one.',
  nameLong: (most: number) => `A name has at most ${number.format(most)} characters. Make it shorter.`,
  create: 'Add',
  save: 'Save',
  addModuleTitle: 'Add a module',
  addObjectTitle: (module: string) => `Add a Learning Object to “${module}”`,
  addPageTitle: (object: string) => `Add a page to “${object}”`,
  renameTitle: (name: string) => `Rename “${name}”`,
  moduleOwn: 'Modules belong to this course alone: no other course changes.',
  objectOwn: 'It is in this course alone. Other courses can share it later.',

  added: (name: string) => `“${name}” is added.`,
  renamed: (name: string) => `Now it is called “${name}”.`,
  renamedMeanwhile: (title: string) =>
    `Somebody else has renamed it to “${title}” meanwhile. Close this, look at it, and rename it again if you still want to.`,
  moved: (name: string) => `“${name}” is moved.`,
  copied: (name: string) => `“${name}” is copied.`,
  proposed: 'It is protected: your change is proposed to the courses that hold it.',

  deleteModuleTitle: (name: string) => `Delete the module “${name}”?`,
  deleteModuleConfirm: 'Delete module',
  deleteModuleEmpty: 'It holds no Learning Objects. No other course changes.',
  deleteModuleShared: (count: number) =>
    `${plural(count, 'Learning Object leaves', 'Learning Objects leave')} this course, and ${count === 1 ? 'stays' : 'stay'} in the others that hold ${count === 1 ? 'it' : 'them'}.`,
  deleteModuleOwn: (count: number) =>
    `${plural(count, 'Learning Object that only this course holds goes', 'Learning Objects that only this course holds go')} to Unplaced Learning Objects.`,
  moduleDeleted: (name: string) => `The module “${name}” is deleted.`,

  removeTitle: (name: string) => `Remove “${name}” from this course?`,
  removeConfirm: 'Remove from this course',
  removeOwn: 'No other course holds it: it goes to Unplaced Learning Objects, where it can be inserted again.',
  removeRest: 'This course loses it with its pages; nothing is deleted.',
  removed: (name: string) => `“${name}” is no longer in this course.`,
  removedUnplaced: (name: string) => `“${name}” is among the Unplaced Learning Objects now.`,

  deletePageTitle: (name: string) => `Delete the page “${name}”?`,
  deletePageConfirm: (count: number) =>
    count === 1 ? 'Delete page' : `Delete page in ${plural(count, 'course', 'courses')}`,
  deletePageLast: 'It is the last page: the Learning Object stays, empty.',
  deletePageLinks: 'Links to it become inactive.',
  pageDeleted: (name: string) => `The page “${name}” is deleted.`,

  moveTitle: (name: string) => `Move “${name}”`,
  copyTitle: (name: string) => `Copy “${name}”`,
  moveConfirm: 'Move',
  copyConfirm: 'Copy',
  module: 'Module',
  object: 'Learning Object',
  where: 'Where',
  first: 'First',
  behind: (name: string) => `After ${name}`,
  moveOwn: 'Order and modules belong to this course alone: no other course changes.',
  copyMeaning: 'The copy is a page of its own: later changes of one do not show in the other.',
  loses: (name: string) => `Other courses would lose “${name}”`,
  copyInstead: 'Copy the page instead',
  moveAnyway: 'Move anyway',

  insertTitle: (module: string) => `Insert into “${module}”`,
  insertSearch: 'Search Learning Objects',
  insertHint: 'Name, objective or keyword',
  insertHow: 'Insert it',
  insertModes: { share: 'As shared', duplicate: 'As a duplicate' },
  insertMeanings: {
    share: 'the same Learning Object, so a change shows in every course that holds it',
    duplicate: 'one of its own that stays separate; its pages lose their Course Styles',
  },
  insertList: 'Learning Objects found',
  insertNone: 'Nothing found. Try another word; only courses that you may open are searched.',
  insertMore: (shown: number, total: number) =>
    `${number.format(shown)} of ${plural(total, 'Learning Object', 'Learning Objects')} shown. A word more finds fewer.`,
  insertIn: (titles: string) => `in ${titles}`,
  insertConfirm: 'Insert',
  insertDuplicate: 'Insert a duplicate',
  inserted: (name: string) => `“${name}” is inserted.`,
  here: 'this course',

  detachTitle: (name: string) => `Make “${name}” separate here?`,
  detachConfirm: 'Make separate here',
  detachMeaning: [
    'This course gets a Learning Object of its own. It looks the same, Course Styles included.',
    'From then on changes here show nowhere else, and changes there do not show here.',
    'Pictures, resources and glossary terms stay common.',
  ],
  detachAfter: 'Linking it to its origin again is possible later.',
  nowSeparate: (name: string) => `“${name}” is separate here now.`,
  reattachTitle: (name: string) => `Link “${name}” to its origin again?`,
  reattachConfirm: 'Link again',
  reattachMeaning: [
    'The Learning Object that it was made of comes back in its place, as it is today.',
    'From then on changes show in every course that holds it.',
  ],
  reattachChanged: 'It was changed here. What you changed stays as a Learning Object among the unplaced ones.',
  discard: 'Link again, without what was changed here',
  keep: 'Keep it separate',
  reattached: (name: string) => `“${name}” is linked to its origin again.`,

  protectTitle: (name: string) => `Protect “${name}”?`,
  unprotectTitle: (name: string) => `No longer protect “${name}”?`,
  protectMeaning:
    'A change of its pages becomes a proposal. It is made when an author of every course that holds it, or an administrator, has agreed.',
  unprotectMeaning: 'Every author of a course that holds it changes it at once again.',
  protectConfirm: 'Protect',
  unprotectConfirm: 'No longer protect',
  isProtected: (name: string) => `“${name}” is protected.`,
  isOpen: (name: string) => `“${name}” is no longer protected.`,

  sharedQuestion: 'This is shared',
  changeAll: (count: number) => `Change in all ${number.format(count)}`,
  separateFirst: 'Make this LO separate here first',
  sittingHint: 'You are asked once, until you leave or load this page again.',

  check: 'Course check',
  checkLinks: (count: number) => `${plural(count, 'link leads', 'links lead')} out of this course`,
  checkLinksText: 'Shown inactive here. What they lead to is not in this course, or no longer.',
  checkGone: (count: number) => `${plural(count, 'page shows', 'pages show')} something that is in the library’s trash`,
  checkEmpty: (count: number) => `${plural(count, 'Learning Object has', 'Learning Objects have')} no pages`,
  linkOn: 'On',
  linkTo: (title: string) => `to “${title}”`,
  linkIn: (course: string) => `in “${course}”`,
  linkUnknown: 'to a page that you cannot open',
  goneItem: (name: string) => `“${name}” is shown as a placeholder`,

  othersCount: (count: number, isMore: boolean) =>
    `${isMore ? 'More than ' : ''}${plural(count, 'change', 'changes')} by others`,
} as const

/** As the server takes them. */
export const longestName = 500

/**
 * What Canvas lets a page body hold: facts of canvas-lms `gems/canvas_sanitize` over the `sanitize` gem (canvas-api §4).
 */

const html =
  'a abbr acronym address area article aside audio b bdo big blockquote br caption cite code col colgroup dd del details dfn div dl dt ' +
  'em embed figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i iframe img ins kbd legend li map mark nav object ol p param picture ' +
  'pre q rp rt ruby s samp section small source span strike strong style sub summary sup table tbody td tfoot th thead time tr track tt u ' +
  'ul var video'

const mathml =
  'annotation annotation-xml maction maligngroup malignmark math menclose merror mfenced mfrac mglyph mi mlabeledtr mlongdiv mmultiscripts ' +
  'mn mo mover mpadded mphantom mprescripts mroot mrow ms mscarries mscarry msgroup msline mspace msqrt msrow mstack mstyle msub msubsup ' +
  'msup mtable mtd mtext mtr munder munderover none semantics'

const mathElements = new Set(mathml.split(' '))

export const allowedElements: ReadonlySet<string> = new Set([...html.split(' '), ...mathElements])

/** Disallowed elements that go with everything inside them. */
export const droppedWithContents: ReadonlySet<string> = new Set(
  'iframe math noembed noframes noscript plaintext script style svg xmp'.split(' '),
)

/** Disallowed elements that leave a space on either side, so that words do not run together. */
export const spacedElements: ReadonlySet<string> = new Set(
  'address article aside blockquote br dd div dl dt footer h1 h2 h3 h4 h5 h6 header hgroup hr li nav ol p pre section ul'.split(
    ' ',
  ),
)

const globalAttributes = new Set(
  (
    'style class id title role lang dir ' +
    'aria-labelledby aria-atomic aria-busy aria-controls aria-describedby aria-disabled aria-dropeffect aria-flowto aria-grabbed ' +
    'aria-haspopup aria-hidden aria-invalid aria-label aria-live aria-owns aria-relevant aria-autocomplete aria-checked aria-expanded ' +
    'aria-level aria-multiline aria-multiselectable aria-orientation aria-pressed aria-readonly aria-required aria-selected aria-sort ' +
    'aria-valuemax aria-valuemin aria-valuenow aria-valuetext'
  ).split(' '),
)

const elementAttributes: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    a: 'href target name',
    area: 'alt coords href shape target',
    audio: 'name src muted controls',
    blockquote: 'cite',
    col: 'span width',
    colgroup: 'span width',
    embed: 'name src type allowfullscreen pluginspage wmode allowscriptaccess width height',
    font: 'face color size',
    iframe:
      'src width height name align frameborder scrolling allow sandbox allowfullscreen webkitallowfullscreen mozallowfullscreen',
    img: 'align alt height src usemap width longdesc',
    map: 'name',
    object: 'width height style data type classid codebase',
    ol: 'start type',
    param: 'name value',
    q: 'cite',
    source: 'media sizes src srcset type height width',
    table: 'summary width border cellpadding cellspacing center frame rules dir lang',
    td: 'abbr axis colspan rowspan width align valign dir',
    th: 'abbr axis colspan rowspan width align valign dir scope',
    tr: 'align valign dir',
    track: 'default kind label src srclang',
    ul: 'type',
    video: 'name src allowfullscreen muted poster width height controls playsinline',
  }).map(([element, names]) => [element, new Set(names.split(' '))]),
)

const mathAttributes = new Set(
  (
    'href xref mathcolor mathbackground mathvariant mathsize display maxwidth overflow altimg altimg-width altimg-height altimg-valign ' +
    'alttext cdgroup mode scriptlevel displaystyle scriptsizemultiplier scriptminsize infixlinebreakstyle decimalpoint actiontype selection ' +
    'encoding definitionurl cd name src notation open close separators linethickness munalign numalign denomalign bevelled valign rowalign columnalign ' +
    'groupalign longdivstyle position shift location crossout leftoverhang rightoverhang mslinethickness length stackalign charalign ' +
    'charspacing lspace rspace stretchy symmetric maxsize minsize largeop movablelimits accent form fence separator lineleading linebreak ' +
    'linebreakstyle linebreakmultchar indentalign indentshift indenttarget indentalignfirst indentshiftfirst indentalignlast ' +
    'indentshiftlast accentunder align width height depth voffset lquote rquote subscriptshift superscriptshift alignmentscope columnwidth ' +
    'rowspacing columnspacing rowlines columnlines frame framespacing equalrows equalcolumns side minlabelspacing rowspan columnspan edge'
  ).split(' '),
)

// Custom data for scripts of Canvas itself is refused; the character ranges are those of the `sanitize` gem.
const dataAttribute =
  /^data-(?!xml|kyle-menu|turn-into-dialog|flash-message|popup-within|html-tooltip-title|method)[a-z_][\w.\u00e0-\u00f6\u00f8-\u017f\u01dd-\u02af-]*$/

export function isAllowedAttribute(element: string, attribute: string): boolean {
  if (globalAttributes.has(attribute) || dataAttribute.test(attribute)) return true
  if (elementAttributes.get(element)?.has(attribute)) return true
  return mathElements.has(element) && mathAttributes.has(attribute)
}

const web: ReadonlySet<string> = new Set(['http', 'https'])
const link: ReadonlySet<string> = new Set(['ftp', 'http', 'https', 'mailto', 'tel', 'skype'])
const media: ReadonlySet<string> = new Set(['data', 'http', 'https'])

/** The attributes that hold an address, by element; API reads make these absolute (canvas-lms lib/api/html/content.rb). */
export const urlAttributes: ReadonlyMap<
  string,
  { readonly attribute: string; readonly protocols: ReadonlySet<string> }
> = new Map([
  ['a', { attribute: 'href', protocols: link }],
  ['area', { attribute: 'href', protocols: link }],
  ['audio', { attribute: 'src', protocols: media }],
  ['blockquote', { attribute: 'cite', protocols: web }],
  ['embed', { attribute: 'src', protocols: web }],
  ['iframe', { attribute: 'src', protocols: web }],
  ['img', { attribute: 'src', protocols: web }],
  ['object', { attribute: 'data', protocols: web }],
  ['q', { attribute: 'cite', protocols: web }],
  ['source', { attribute: 'src', protocols: media }],
  ['track', { attribute: 'src', protocols: media }],
  ['video', { attribute: 'src', protocols: media }],
])

// MathML may link too (`href`), and some of its elements load (`src`, `altimg`).
const mathUrlAttributes = new Set(['href', 'src', 'altimg', 'xref', 'cd'])

/** The protocols an attribute may use besides a relative address; `undefined` for an attribute that is no address. */
export function protocolsFor(element: string, attribute: string): ReadonlySet<string> | undefined {
  if (mathElements.has(element) && mathUrlAttributes.has(attribute)) return web
  const rule = urlAttributes.get(element)
  return rule?.attribute === attribute ? rule.protocols : undefined
}

/** Style properties, families spelt out. */
export const allowedStyles: ReadonlySet<string> = new Set([
  ...family('align', 'content items self'),
  ...family('justify', 'content items self'),
  ...family('place', 'content items self'),
  ...['background', ...family('background', 'attachment color image position position-x position-y repeat')],
  ...['border', ...family('border', 'bottom collapse color left radius right spacing style top width')],
  ...['bottom', 'left', 'right', 'top'].flatMap(side => family(`border-${side}`, 'color style width')),
  ...['bottom-left', 'bottom-right', 'top-left', 'top-right'].map(corner => `border-${corner}-radius`),
  ...['clear', 'clip', 'color', 'column-gap', 'cursor', 'direction', 'display'],
  ...['flex', ...family('flex', 'basis direction flow grow shrink wrap')],
  ...['float', 'font', ...family('font', 'family size stretch style variant weight')],
  ...[
    'gap',
    'grid',
    ...family('grid', 'area auto-columns auto-flow auto-rows column column-end column-gap column-start gap'),
  ],
  ...family('grid', 'row row-end row-gap row-start template template-areas template-columns template-rows'),
  ...['height', 'left', 'line-height', 'list-style', ...family('list-style', 'image position type')],
  ...['margin', ...family('margin', 'bottom left offset right top')],
  ...['max-height', 'max-width', 'min-height', 'min-width', 'order', 'overflow', 'overflow-x', 'overflow-y'],
  ...['padding', ...family('padding', 'bottom left right top')],
  ...['position', 'right', 'row-gap', 'table-layout', 'text-align', 'text-decoration', 'text-indent', 'top'],
  ...['vertical-align', 'visibility', 'white-space', 'width', 'z-index', 'zoom'],
])

function family(stem: string, endings: string): string[] {
  return endings.split(' ').map(ending => `${stem}-${ending}`)
}

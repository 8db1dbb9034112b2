const BY_EXTENSION: Readonly<Record<string, string>> = {
  aac: 'audio/aac',
  avi: 'video/x-msvideo',
  bmp: 'image/bmp',
  css: 'text/css',
  csv: 'text/csv',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  gif: 'image/gif',
  gz: 'application/gzip',
  htm: 'text/html',
  html: 'text/html',
  ico: 'image/x-icon',
  imscc: 'application/zip',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  md: 'text/markdown',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  odt: 'application/vnd.oasis.opendocument.text',
  ogg: 'audio/ogg',
  pdf: 'application/pdf',
  png: 'image/png',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  rtf: 'application/rtf',
  svg: 'image/svg+xml',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  txt: 'text/plain',
  vtt: 'text/vtt',
  wav: 'audio/x-wav',
  webm: 'video/webm',
  webp: 'image/webp',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'text/xml',
  zip: 'application/zip',
}

/** What Canvas infers from the name when the upload names no type. */
export function contentTypeOf(name: string): string {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(BY_EXTENSION, extension) ? (BY_EXTENSION[extension] ?? UNKNOWN) : UNKNOWN
}

const UNKNOWN = 'unknown/unknown'

/** Canvas's coarse class of a content type (`mime_class` of the file JSON). */
export function mimeClassOf(contentType: string): string {
  return MIME_CLASSES.find(([pattern]) => pattern.test(contentType))?.[1] ?? 'file'
}

const MIME_CLASSES: readonly (readonly [RegExp, string])[] = [
  [/^text\/(html|xhtml)|xhtml/, 'html'],
  [/^text\/(css|javascript|x-\w+|xml)|^application\/(javascript|json|xml)/, 'code'],
  [/msword|wordprocessingml|opendocument\.text|rtf/, 'doc'],
  [/powerpoint|presentationml/, 'ppt'],
  [/ms-excel|spreadsheetml|^text\/csv/, 'xls'],
  [/pdf/, 'pdf'],
  [/zip|gzip|x-tar|compressed/, 'zip'],
  [/^image\//, 'image'],
  [/^video\//, 'video'],
  [/^audio\//, 'audio'],
  [/^text\//, 'text'],
]

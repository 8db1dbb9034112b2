/** One page of all pictures: those of a course beside those of its imported copy, then the others. */
export function toGalleryPage(names) {
  const pairs = names.filter(name => name.endsWith(',source.png')).toSorted(byPlace)
  const others = names.filter(name => !/,(?:source|copy)\.png$/.test(name)).toSorted()
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Gallery</title>
<style>${STYLES}</style>
<h1>Gallery</h1>
<p>Left the course, right its imported copy: they should be the same but for what an import is asked to change.</p>
${pairs.map(pair).join('\n')}
<h2>States</h2>
<div class="states">${others.map(name => figure(name, name.replace('.png', ''))).join('\n')}</div>
</html>
`
}

const STYLES = `body{font:1rem/1.5 system-ui,sans-serif;margin:1.5rem;background:#eef0f2;color:#2d3b45}
.pair,.states{display:flex;flex-wrap:wrap;gap:1.5rem;align-items:flex-start}
figure{margin:0 0 1.5rem}img{display:block;max-width:46vw;background:#fff;border:1px solid #c7cdd1}`

/** `cards,COLLECTION,ROLE,WIDTH,source.png`, by collection, then the rest as it is called. */
function byPlace(a, b) {
  return Number.parseInt(a.split(',')[1], 10) - Number.parseInt(b.split(',')[1], 10) || a.localeCompare(b)
}

function pair(name) {
  const [, collection, role, width] = name.split(',')
  const copy = name.replace(',source.', ',copy.')
  return `<h2>${collection}: ${role}, ${width} px</h2>
<div class="pair">${figure(name, 'course')}${figure(copy, 'copy')}</div>`
}

function figure(name, words) {
  return `<figure><figcaption>${escapeHtml(words)}</figcaption><img src="${encodeURIComponent(name)}" alt="" loading="lazy"></figure>`
}

const escapeHtml = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

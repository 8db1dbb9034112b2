import type { ImageRow, ReadyPlan } from '@recourse/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { safeUrl } from '../import/safe-url.ts'
import { OutLink } from './course-link.tsx'
import { Icon } from './icon.tsx'
import { LongList } from './long-list.tsx'
import { Section } from './section.tsx'
import { useStore, useUi } from './ui.ts'

interface PlanProps {
  readonly plan: ReadyPlan
}

export function ImagesTab({ plan }: PlanProps): JSX.Element {
  const { texts, format } = useUi()
  const rows = plan.images.toSorted((one, other) => weight(other) - weight(one))
  if (rows.length === 0) return <p class="quiet">{texts.images.none}</p>
  return (
    <Section title={texts.images.heading} count={format.number(rows.length)} meaning={texts.images.intro}>
      <ForeignChoice plan={plan} />
      <LongList rows={rows}>{row => <ImageItem key={`${row.key} ${row.field} ${row.url}`} row={row} />}</LongList>
    </Section>
  )
}

const weights: Readonly<Record<ImageRow['verdict'], number>> = {
  missing: 6,
  unknown: 5,
  elsewhere: 4,
  hidden: 3,
  web: 2,
  moved: 1,
  here: 0,
}

const weight = ({ verdict }: ImageRow): number => weights[verdict]

const tones: Readonly<Record<ImageRow['verdict'], 'good' | 'caution' | 'bad'>> = {
  here: 'good',
  moved: 'good',
  web: 'good',
  hidden: 'caution',
  elsewhere: 'caution',
  unknown: 'caution',
  missing: 'bad',
}

/** One answer for all images of other courses. */
function ForeignChoice({ plan }: PlanProps): JSX.Element | null {
  const { texts, session } = useUi()
  const { facts } = useStore(session.state)
  const foreign = plan.images.filter(({ verdict }) => verdict === 'elsewhere').length
  if (foreign === 0 || !plan.mayEdit) return null
  const options = facts?.rights.addFiles === true ? (['copy', 'keep', 'drop'] as const) : (['keep', 'drop'] as const)
  const title = texts.images.elsewhere(foreign)
  return (
    <fieldset class="options options-inline">
      <legend>{title}</legend>
      {options.map(images => (
        <label class="check" key={images}>
          <input
            type="radio"
            name="recourse-images"
            checked={plan.choices.images === images}
            onChange={() => session.choose({ images })}
          />
          <span>{texts.images[images]}</span>
        </label>
      ))}
    </fieldset>
  )
}

function ImageItem({ row }: { readonly row: ImageRow }): JSX.Element {
  const { texts, format } = useUi()
  const { images } = texts
  const name = row.fileName ?? lastPart(row.url)
  const facts = [row.sizeBytes === null ? '' : format.size(row.sizeBytes), row.contentType ?? ''].filter(Boolean)
  return (
    <li class="row row-image">
      <Thumbnail row={row} />
      <span class="name">
        <strong>{row.moduleName}</strong>
        {row.field !== 'image' && <span class="quiet"> {images.inText(row.field)}</span>}
        <span class="block">
          <OutLink url={row.url} label={images.open(name)}>
            {name}
          </OutLink>
          {facts.length > 0 && <span class="quiet"> {facts.join(', ')}</span>}
        </span>
        <span class={`verdict-line tone-${tones[row.verdict]}`}>
          <Icon name={tones[row.verdict]} /> {images.verdict[row.verdict]}
          {row.act !== 'none' && row.verdict !== 'moved' && `: ${images.act[row.act]}`}
        </span>
        {row.verdict === 'missing' && row.act !== 'drop' && <span class="quiet block">{images.replace}</span>}
      </span>
    </li>
  )
}

/** What the browser can show of it; the web's own are asked for without saying who asks. */
function Thumbnail({ row }: { readonly row: ImageRow }): JSX.Element {
  const { origin } = useUi()
  const [isBroken, setBroken] = useState(false)
  const isThere = row.verdict !== 'missing' && row.verdict !== 'unknown'
  const isPicture = row.contentType === null || row.contentType.startsWith('image/')
  const url =
    isThere && isPicture ? safeUrl(row.thumbnailUrl ?? (row.newUrl === '' ? row.url : row.newUrl), origin) : undefined
  return (
    <span class="thumbnail">
      {url === undefined || isBroken ? (
        <Icon name="image" />
      ) : (
        <img
          src={url}
          alt=""
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
          onError={() => setBroken(true)}
        />
      )}
    </span>
  )
}

/** The file's name where the address ends in one, else its path: a number alone says nothing. */
function lastPart(url: string): string {
  const path = url.replace(/[?#].*$/s, '').replace(/\/(download|preview)$/, '')
  const last = path.slice(path.lastIndexOf('/') + 1)
  return last === '' || /^[\d~]+$/.test(last) ? path.replace(/^https?:\/\/[^/]+/, '') : last
}

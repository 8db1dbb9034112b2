import { type Card, type CardBanner, cleanHtml, type ImageSize } from '@recourse/core'
import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { safeUrl } from '../import/safe-url.ts'
import { parseHtml } from '../parse-html.ts'
import { useLiveUi } from './live-ui.ts'
import { StoredHtml } from './stored-html.tsx'

type BannerOf<Kind extends CardBanner['kind']> = Extract<CardBanner, { readonly kind: Kind }>

/** A box of one size, whatever comes into it, or does not: nothing moves when it does. */
export function Banner({ card }: { readonly card: Card }): JSX.Element {
  const { banner } = card
  switch (banner.kind) {
    case 'image':
      return <ImageBanner key={banner.url} banner={banner} />
    case 'iframe':
      return <FrameBanner banner={banner} />
    case 'colour':
      return <div class="banner" style={{ backgroundColor: banner.colour }} />
    case 'none':
      return <div class="banner banner-none" />
    default:
      return banner satisfies never
  }
}

function ImageBanner({ banner }: { readonly banner: BannerOf<'image'> }): JSX.Element {
  const { texts, onImageFailed, courseUrl } = useLiveUi()
  const url = safeUrl(banner.url, courseUrl)
  const [hasFailed, setFailed] = useState(url === undefined)
  const fail = (): void => {
    setFailed(true)
    onImageFailed(banner.url)
  }
  return (
    <div
      class={hasFailed ? 'banner banner-none' : 'banner'}
      style={banner.background === null ? undefined : { backgroundColor: banner.background }}
    >
      {hasFailed ? (
        <span class="banner-words">{banner.alt === '' ? texts.live.noImage : banner.alt}</span>
      ) : (
        <img
          class={`fit-${fit(banner.size)}`}
          src={url}
          alt={banner.alt}
          loading="lazy"
          decoding="async"
          onError={fail}
        />
      )}
    </div>
  )
}

/** `auto` is no `object-fit`; 1.3 let the picture have its own size, cut at the box. */
function fit(size: ImageSize): Exclude<ImageSize, 'auto'> {
  return size === 'auto' ? 'none' : size
}

function FrameBanner({ banner: { html } }: { readonly banner: BannerOf<'iframe'> }): JSX.Element {
  const { texts, isStaff, iframeHosts } = useLiveUi()
  const isEmpty = useMemo(
    () => cleanHtml(parseHtml(html), { iframeHosts }).children.every(({ type }) => type !== 'element'),
    [html, iframeHosts],
  )
  if (!isEmpty) return <StoredHtml class="banner banner-frame" html={html} />
  return <div class="banner banner-none">{isStaff && <span class="banner-words">{texts.live.blockedFrame}</span>}</div>
}

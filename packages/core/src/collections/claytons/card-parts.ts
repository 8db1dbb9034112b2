import type { Element, ElementContent } from 'hast'
import type { CourseId } from '../../ids.ts'
import { createElement, createText } from '../html/html-tree.ts'
import type { Card, CardBanner, CardDateParts, CardDateView, ImageSize } from '../view/collections-view.ts'
import { type StaticRules, toStatic, toStaticText } from './static-html.ts'

/** Where the cards stand, and how what was stored in them is read. */
export interface Drawing extends StaticRules {
  readonly courseId: CourseId
}

const colours = { ink: '#2d3b45', line: '#c7cdd1', link: '#0a5a9e', paper: '#ffffff', quiet: '#f5f5f5' } as const

export const styles = {
  box: `background-color: ${colours.paper}; border: 1px solid ${colours.line}; border-radius: 4px; color: ${colours.ink};`,
  heading: 'font-size: 14px; font-weight: bold; margin: 0;',
  title: 'font-size: 18px; font-weight: bold; line-height: 1.3; margin: 4px 0 8px 0;',
  table: `border-collapse: collapse; color: ${colours.ink}; width: 100%;`,
  headCell: `background-color: ${colours.ink}; border: 1px solid ${colours.line}; color: ${colours.paper}; padding: 8px; text-align: left; vertical-align: top;`,
  cell: `border: 1px solid ${colours.line}; padding: 8px; text-align: left; vertical-align: top;`,
} as const

const buttonStyle = `background-color: ${colours.link}; border-radius: 4px; color: ${colours.paper}; display: inline-block; margin: 8px 0 0 0; padding: 8px 16px; text-decoration: none;`
const fyiStyle = `background-color: ${colours.quiet}; border-left: 4px solid ${colours.ink}; margin: 8px 0; padding: 4px 8px;`
const dateStyle = `background-color: ${colours.paper}; border: 1px solid ${colours.line}; border-radius: 4px; color: ${colours.ink}; font-size: 14px; line-height: 1.3; padding: 4px 8px; text-align: center;`

export const div = (style: string, ...children: ElementContent[]): Element =>
  createElement('div', style === '' ? {} : { style }, ...children)

export const text = (value: string): ElementContent => createText(toStaticText(value))

/** Canvas rewrites this form when it copies the course, in both of its ways (canvas-api §3.1). */
export function moduleUrl({ moduleId }: Card, { courseId }: Drawing): string {
  return `/courses/${courseId}/modules/${moduleId}`
}

/** A link to the module, or only words where the card announces what is to come. */
export function titleOf(card: Card, words: string, drawing: Drawing): ElementContent {
  return card.fyi === null ? createElement('a', { href: moduleUrl(card, drawing) }, text(words)) : text(words)
}

export function headingOf({ heading }: Card): readonly Element[] {
  return heading === '' ? [] : [createElement('p', { style: styles.heading }, text(heading))]
}

export function descriptionOf({ description }: Card, drawing: Drawing): readonly Element[] {
  const content = toStatic(description, drawing)
  return content.length === 0 ? [] : [div('', ...content)]
}

export function fyiOf({ fyi }: Card, drawing: Drawing): readonly Element[] {
  const content = fyi === null ? [] : toStatic(fyi.html, drawing)
  return content.length === 0 ? [] : [div(fyiStyle, ...content)]
}

/** Its name for who hears it: a page has many buttons of the same words. */
export function engageOf(card: Card, drawing: Drawing): readonly Element[] {
  if (card.engage === null || card.fyi !== null) return []
  const label = toStaticText(`${card.engage}: ${card.name}`)
  return [
    createElement('a', { style: buttonStyle, href: moduleUrl(card, drawing), 'aria-label': label }, text(card.engage)),
  ]
}

/** The box with a card's date. */
export function dateBox(date: CardDateView | null, place: string): readonly Element[] {
  const line = dateLine(date)
  return line === '' ? [] : [div(`${dateStyle} ${place}`.trim(), text(line))]
}

/** `<label> <time> <day> <date> <month>[ – …]` (collections-1.3 §1.2). */
export function dateLine(date: CardDateView | null): string {
  if (date === null) return ''
  const ends = [date.from, ...(date.to === null ? [] : [date.to])].map(partsLine).filter(line => line !== '')
  return [date.label, ends.join(' – ')].filter(part => part !== '').join(' ')
}

function partsLine({ time, day, date, month }: CardDateParts): string {
  return [time, day, date, month].filter(part => part !== '').join(' ')
}

/** The banner in its fixed box; Canvas knows no `object-fit`, so pictures are cut at the box. */
export function bannerOf(banner: CardBanner, drawing: Drawing): readonly ElementContent[] {
  switch (banner.kind) {
    case 'none':
      return []
    case 'colour':
      return [div(`background-color: ${banner.colour}; height: 160px;`)]
    case 'iframe':
      return toStatic(banner.html, drawing).flatMap(frameOf)
    case 'image': {
      const colour = banner.background === null ? '' : `background-color: ${banner.background}; `
      const url = /^(?:https?:\/\/|\/)/i.test(banner.url) ? banner.url : ''
      const image = createElement('img', {
        style: imageStyle(banner.size),
        src: toStaticText(url),
        alt: toStaticText(banner.alt),
      })
      return url === '' ? [] : [div(`${colour}height: 160px; overflow: hidden; text-align: center;`, image)]
    }
    default:
      return banner satisfies never
  }
}

/** Narrower than its card where the screen is. */
function frameOf(node: ElementContent): readonly ElementContent[] {
  if (node.type !== 'element') return []
  return [{ ...node, properties: { style: 'max-width: 100%;', ...node.properties } }]
}

function imageStyle(size: ImageSize): string {
  if (size === 'fill') return 'height: 160px; width: 100%;'
  const isWhole = size === 'contain' || size === 'scale-down' || size === 'none'
  return isWhole ? 'max-height: 160px; max-width: 100%;' : 'height: auto; width: 100%;'
}

import { toModuleId } from '../../ids.ts'
import type { CardDate, DateParts, DateShow, ModuleEntry } from './configuration.ts'

const noDate: DateParts = { day: '', week: '', time: '', date: '', month: '', year: '', calendarDate: '', rest: {} }

/** No date at all: what Collections' loader supplies (collections-1.3 §2.4 `date`). */
export const blankDate: CardDate = { label: '', ...noDate, to: noDate }

/** Every part shown. */
export const showAllDates: DateShow = {
  label: true,
  day: true,
  week: true,
  time: true,
  month: true,
  date: true,
  toDay: true,
  toWeek: true,
  toTime: true,
  toMonth: true,
  toDate: true,
}

/** An entry as Collections makes one for a new module (collections-1.3 §2.4, column *new*). */
export function blankEntry(key: string, name: string): ModuleEntry {
  return {
    key,
    id: /^\d+(~\d+)?$/.test(key) ? toModuleId(key) : null,
    name,
    description: '',
    collection: null,
    label: '',
    autonum: false,
    number: '',
    metadata: {},
    date: blankDate,
    dateShow: showAllDates,
    banner: 'image',
    image: '',
    imageSize: '',
    imageBackgroundColour: false,
    altText: '',
    iframe: '',
    bannerColour: '#ffffff',
    engage: true,
    engageText: 'Engage',
    fyi: false,
    fyiText: '',
    moduleOrder: null,
    rest: {},
  }
}

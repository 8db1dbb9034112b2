import { html, type Markup } from '../markup.ts'
import type { Visit } from '../visit.ts'

export interface Crumb {
  readonly text: string
  /** Absent for the page itself. */
  readonly href?: string
}

export function crumbs(list: readonly Crumb[]): Markup {
  const home = { text: 'My Dashboard', href: '/' }
  return html`<nav id="breadcrumbs" role="navigation" aria-label="breadcrumbs"><ul>${[home, ...list].map(toCrumb)}</ul></nav>`
}

function toCrumb({ text, href }: Crumb, index: number): Markup {
  const label = html`<span class="ellipsible">${text}</span>`
  const inner = href === undefined ? label : html`<a href="${href}">${label}</a>`
  return html`<li${index === 0 ? html` class="home"` : null}>${inner}</li>`
}

interface Place {
  readonly id: string
  readonly href: string
  readonly label: string
  readonly icon: string
}

const PLACES: readonly Place[] = [
  { id: 'global_nav_profile_link', href: '/profile/settings', label: 'Account', icon: 'icon-user' },
  { id: 'global_nav_dashboard_link', href: '/', label: 'Dashboard', icon: 'icon-dashboard' },
  { id: 'global_nav_courses_link', href: '/courses', label: 'Courses', icon: 'icon-courses' },
]

/** The bar on the left of every page. */
export function globalNavigation(visit: Visit): Markup {
  return html`
  <header id="header" class="ic-app-header no-print" aria-label="Global Header">
    <a href="#content" id="skip_navigation_link">Skip To Content</a>
    <div role="navigation" class="ic-app-header__main-navigation" aria-label="Global Navigation">
      <div class="ic-app-header__logomark-container"><a href="/" class="ic-app-header__logomark"><span aria-hidden="true">S</span><span class="screenreader-only">Dashboard of the sandbox</span></a></div>
      <ul id="menu" class="ic-app-header__menu-list">${PLACES.map(place => toPlace(visit, place))}</ul>
    </div>
  </header>`
}

function toPlace({ url }: Visit, { id, href, label, icon }: Place): Markup {
  const isHere = href === '/' ? url.pathname === '/' : url.pathname.startsWith(href)
  return html`
        <li class="menu-item ic-app-header__menu-list-item${isHere && ' ic-app-header__menu-list-item--active'}">
          <a id="${id}" href="${href}" class="ic-app-header__menu-list-link"${isHere && html` aria-current="page"`}>
            <div class="menu-item-icon-container" aria-hidden="true"><i class="${icon}"></i></div>
            <div class="menu-item__text">${label}</div>
          </a>
        </li>`
}

/** Stands in for both navigations below 768 px. */
export function mobileHeader(title: string): Markup {
  return html`
  <header id="mobile-header" class="no-print">
    <button type="button" class="Button Button--icon-action-rev Button--large mobile-header-hamburger" aria-controls="header" aria-expanded="false"><i class="icon-hamburger" aria-hidden="true"></i><span class="screenreader-only">Global Navigation Menu</span></button>
    <div class="mobile-header-space"></div>
    <div class="mobile-header-title">${title}</div>
    <div class="mobile-header-space"></div>
    <button type="button" class="Button Button--icon-action-rev Button--large mobile-header-arrow" aria-controls="left-side" aria-expanded="false"><i class="icon-arrow-open-down" aria-hidden="true"></i><span class="screenreader-only">Navigation Menu</span></button>
  </header>`
}

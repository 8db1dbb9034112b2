const purpose =
  'This page holds the settings of Canvas Collections for this course: which collections there are, and how its ' +
  'modules look in them. Please do not edit it by hand; a small slip can hide the collections from everybody.'

/** What a person reads who opens the page; never read by a program (collections-1.3 §2.1). */
export const explanation = `<div class="cc-config-explanation"><h3>Canvas Collections Configuration</h3><p>${purpose}</p></div>`

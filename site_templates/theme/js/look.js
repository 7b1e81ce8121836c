/* The choice of size and colour works by CSS alone; this only remembers it, and closes an open menu on Escape or a click elsewhere. */
const elder = new URLSearchParams(location.search).get('elder') // `?elder=1` behind a QR code opens the large print, and it stays
for (const input of document.querySelectorAll('[name=size], [name=scheme]')) {
  const key = 'mingbai-' + input.name
  const asked = input.name === 'size' && elder !== null
  if (asked) input.checked = elder === '1'
  try {
    if (asked) localStorage.setItem(key, input.checked ? input.value : '')
    if ((localStorage.getItem(key) || '') === input.value) input.checked = true
    input.addEventListener('change', () => localStorage.setItem(key, input.checked ? input.value : ''))
  } catch { /* storage refused: the choice lasts for this page */ }
}
/* The same place in another language: what is asked in the address (?q=…, ?from=…) and where on the page the reader stands go along. */
for (const link of document.querySelectorAll('.md-tongue')) {
  const there = link.href
  const keep = () => { link.href = there + location.search + location.hash }
  for (const event of ['pointerdown', 'click']) link.addEventListener(event, keep)
}
const menus = document.querySelectorAll('.md-menu')
const close = (except) => menus.forEach((menu) => { if (menu !== except) menu.open = false })
document.addEventListener('click', (event) => close(event.target.closest('.md-menu')))
document.addEventListener('keydown', (event) => {
  const open = document.querySelector('.md-menu[open]')
  if (event.key === 'Escape' && open) { close(); open.querySelector('summary').focus() }
})
/* Every browser prints from its menu; not everybody finds it there. */
document.querySelectorAll('.md-print').forEach((button) => button.addEventListener('click', () => print()))
/* A table wider than its place is reached and scrolled with the keyboard, and says what it is; others take no stop of the Tab key. */
const reach = (sheet) => {
  const wide = sheet.scrollWidth > sheet.clientWidth + 1
  const said = sheet.querySelector('caption')
  if (!wide) { sheet.removeAttribute('tabindex'); sheet.removeAttribute('role'); sheet.removeAttribute('aria-label'); return }
  sheet.tabIndex = 0
  if (said) { sheet.setAttribute('role', 'region'); sheet.setAttribute('aria-label', said.textContent) }
}
const sized = new ResizeObserver((entries) => entries.forEach((entry) => reach(entry.target)))
document.querySelectorAll('.sheet').forEach((sheet) => sized.observe(sheet))

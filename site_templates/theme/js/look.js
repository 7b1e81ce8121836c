/* The choice of size and colour works by CSS alone; this only remembers it, and closes an open menu on Escape or a click elsewhere. */
const elder = new URLSearchParams(location.search).get('elder') // `?elder=1` behind a QR code opens the large print, and it stays
for (const radio of document.querySelectorAll('.md-menu--look input')) {
  const key = 'mingbai-' + radio.name
  if (elder === '1' && radio.id === 'size-large') radio.checked = true
  try {
    if (elder !== null && radio.name === 'size') localStorage.setItem(key, elder === '1' ? 'large' : '')
    if ((localStorage.getItem(key) || '') === radio.value) radio.checked = true
    radio.addEventListener('change', () => localStorage.setItem(key, radio.value))
  } catch { /* storage refused: the choice lasts for this page */ }
}
const menus = document.querySelectorAll('.md-menu')
const close = (except) => menus.forEach((menu) => { if (menu !== except) menu.open = false })
document.addEventListener('click', (event) => close(event.target.closest('.md-menu')))
document.addEventListener('keydown', (event) => {
  const open = document.querySelector('.md-menu[open]')
  if (event.key === 'Escape' && open) { close(); open.querySelector('summary').focus() }
})
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

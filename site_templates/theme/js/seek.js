/* The link that looks like a field becomes one: what is typed goes into the address of the page that searches; nothing is sent as a form. */
for (const link of document.querySelectorAll('a.seek')) {
  const form = document.createElement('form'), field = document.createElement('input'), button = document.createElement('button')
  form.className = 'seek'
  form.setAttribute('role', 'search')
  const said = { type: 'search', name: 'q', maxlength: 60, autocomplete: 'off', enterkeyhint: 'search', 'aria-label': link.dataset.label }
  for (const [name, value] of Object.entries(said)) field.setAttribute(name, value)
  field.placeholder = link.querySelector('.seek__field').textContent
  button.type = 'submit'
  button.append(...link.querySelector('.seek__go').childNodes)
  form.append(field, button)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    location.assign(`${link.href}?q=${encodeURIComponent(field.value.trim())}`)
  })
  const held = document.activeElement === link
  link.replaceWith(form)
  if (held) field.focus()
}

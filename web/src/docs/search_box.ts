/** The search field of every page of the documentation: leads to the page of results. */
const form = document.querySelector<HTMLFormElement>('form[role=search]')
const field = form?.querySelector('input')
form?.addEventListener('submit', (e) => {
  e.preventDefault()
  const query = field?.value.trim()
  if (query) location.href = `search.html#${encodeURIComponent(query)}`
})

// Loads the page anew when its playbook was built again, and shows above all what is wrong with the playbook.
//
// A page that was opened from a disk may ask nothing of it, but may load a script: the build writes one that calls back.
{
  const banner = document.querySelector('.findings')
  const { page, state } = banner.dataset
  const pause = 500

  const look = () => {
    const news = document.createElement('script')
    news.src = `decorum.watch.js?${Date.now()}`
    news.onload = () => { news.remove(); setTimeout(look, pause) }
    // Nobody builds any more: the script is gone.
    news.onerror = () => { news.remove(); banner.hidden = true }
    document.head.append(news)
  }

  window.decorumWatch = ({ states, findings }) => {
    const wanted = states[page]
    if (wanted && wanted !== state && isNew(wanted)) location.reload()
    show(findings)
  }

  // Whether the page was not loaded for this state already: a page that is not there yet is not asked for for ever.
  const isNew = wanted => {
    const key = `decorum:${location.pathname}`
    if (sessionStorage.getItem(key) === wanted) return false
    sessionStorage.setItem(key, wanted)
    return true
  }

  const show = findings => {
    const text = banner.querySelector('pre')
    if (text.textContent !== findings) text.textContent = findings
    banner.hidden = findings === ''
  }

  look()
}

// On a small screen the table of contents is closed until somebody opens it.
document.querySelector('.contents details').open = matchMedia('(min-width: 64rem)').matches

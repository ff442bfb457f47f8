/** An email as it renders, where nothing of it can run, open or ask for anything: an empty sandbox allows no script, form, pop-up or navigation. */
export function EmailFrame({ html, title }: { html: string; title: string }) {
  const closed = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`
    + `<base target="_blank"><meta name="color-scheme" content="light"><style>body{font:15px/1.5 system-ui,sans-serif;margin:8px;color:#14211f}img{max-width:100%}</style>${html}`;
  return <iframe className="email-frame" sandbox="" srcDoc={closed} title={`Email: ${title}`} referrerPolicy="no-referrer" loading="lazy" />;
}

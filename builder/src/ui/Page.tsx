import { useEffect, type ReactNode } from "react";
import "./page.css";

/** A page's title, what can be done there, and its content. */
export function Page({ title, lead, actions, intro, children, wide }: { title: string; lead?: ReactNode; actions?: ReactNode; intro?: ReactNode; children: ReactNode; wide?: boolean }) {
  useEffect(() => { document.title = `${title} · Aesthetix`; }, [title]);
  return (
    <div className={wide ? "page wide" : "page"}>
      <header className="page-head"><div className="page-title">{lead}<h1>{title}</h1></div><div className="row">{actions}</div></header>
      {intro && <p className="quiet">{intro}</p>}
      {children}
    </div>
  );
}

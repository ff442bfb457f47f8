import { useEffect, type ReactNode } from "react";
import "./page.css";

/** A page's title, what can be done there, and its content. */
export function Page({ title, actions, intro, children, wide }: { title: string; actions?: ReactNode; intro?: ReactNode; children: ReactNode; wide?: boolean }) {
  useEffect(() => { document.title = `${title} · Aesthetix`; }, [title]);
  return (
    <div className={wide ? "page wide" : "page"}>
      <header className="page-head"><h1>{title}</h1><div className="row">{actions}</div></header>
      {intro && <p className="quiet">{intro}</p>}
      {children}
    </div>
  );
}

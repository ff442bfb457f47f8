import { useId, type ReactNode } from "react";
import "./section.css";

/** A part of a page on a card of its own, with its heading. */
export function Section({ title, actions, children, about }: { title: string; actions?: ReactNode; children: ReactNode; about?: ReactNode }) {
  const id = useId();
  return (
    <section className="card section" aria-labelledby={id}>
      <div className="section-head"><h2 id={id}>{title}</h2>{actions && <div className="row">{actions}</div>}</div>
      {about && <p className="quiet">{about}</p>}
      {children}
    </section>
  );
}

import type { ReactNode } from "react";
import "./empty.css";

/** A place with nothing in it yet: what will be here, and how it gets here. */
export function Empty({ icon, title, children, action }: { icon?: ReactNode; title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      {icon && <span className="empty-icon" aria-hidden>{icon}</span>}
      <strong>{title}</strong>
      {children && <p className="quiet">{children}</p>}
      {action && <div className="row">{action}</div>}
    </div>
  );
}

import type { InputHTMLAttributes, ReactNode } from "react";
import "./tick.css";

/** A box to tick, with words; `bare` keeps the words for screen readers. */
export function Tick({ label, help, bare, ...rest }: { label: ReactNode; help?: ReactNode; bare?: boolean } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <label className={bare ? "tick bare" : "tick"}>
      <input type="checkbox" {...rest} />
      <span className={bare ? "hidden" : ""}>{label}{help && <small className="quiet">{help}</small>}</span>
    </label>
  );
}

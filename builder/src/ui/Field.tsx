import { cloneElement, useId, type ReactElement, type ReactNode } from "react";
import "./field.css";

/** A label, its control, help, and what is wrong with it. */
export function Field({ label, help, error, optional, children }:
  { label: ReactNode; help?: ReactNode; error?: string | undefined; optional?: boolean; children: ReactElement<{ id?: string; "aria-describedby"?: string; "aria-invalid"?: boolean }> }) {
  const id = useId();
  const about = [help ? `${id}-help` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={error ? "field wrong" : "field"}>
      <label htmlFor={id}>{label}{optional && <span className="quiet"> (optional)</span>}</label>
      {cloneElement(children, { id, ...(about ? { "aria-describedby": about } : {}), ...(error ? { "aria-invalid": true } : {}) })}
      {help && <small id={`${id}-help`} className="quiet">{help}</small>}
      {error && <small id={`${id}-error`} className="error">{error}</small>}
    </div>
  );
}

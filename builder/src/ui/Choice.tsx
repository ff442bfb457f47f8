import type { ReactNode } from "react";
import "./choice.css";

/** One filter above a list: its name and what can be chosen, beside each other. */
export function Choice({ label, value, onChange, children }: { label: string; value: string; onChange: (value: string) => void; children: ReactNode }) {
  return (
    <label className="choice">
      <span>{label}</span>
      <select value={value} onChange={e => onChange(e.target.value)}>{children}</select>
    </label>
  );
}

import type { ReactNode } from "react";
import "./figures.css";

export interface Figure { label: string; value: ReactNode; kind?: "good" | "warning" | "danger" | undefined; note?: ReactNode; onClick?: () => void }

/** A few numbers that matter, large; those with `onClick` open the list behind them. */
export function Figures({ items }: { items: Figure[] }) {
  return (
    <ul className="figures">
      {items.map(({ label, value, kind, note, onClick }) => {
        const inner = <><span className="figure-label">{label}</span><strong>{value}</strong>{note && <small className="quiet">{note}</small>}</>;
        return <li key={label} className={kind ?? ""}>{onClick ? <button type="button" onClick={onClick}>{inner}</button> : <div>{inner}</div>}</li>;
      })}
    </ul>
  );
}

import { useId, useState, type ReactNode } from "react";
import { Button } from "../Button";
import { Table } from "../Table";
import "./charts.css";

export interface Series { label: string; values: number[]; kind?: "main" | "second" | "bad" }

/** A picture with its numbers behind a button, for those who would rather read. */
export function Chart({ title, points, series, tools, note, children }: { title: string; points: string[]; series: Series[]; tools?: ReactNode; note?: ReactNode; children: ReactNode }) {
  const [table, setTable] = useState(false);
  const id = useId();
  return (
    <figure className="chart card" aria-labelledby={id}>
      <figcaption id={id}><strong>{title}</strong><Button small look="bare" aria-pressed={table} aria-label={`${title} as a table`} onClick={() => setTable(!table)}>{table ? "As a picture" : "As a table"}</Button></figcaption>
      {tools && <div className="tools">{tools}</div>}
      {series.length > 1 && !table && <ul className="legend">{series.map(one => <li key={one.label} className={one.kind ?? "main"}>{one.label}</li>)}</ul>}
      {table
        ? <Table caption={title} head={["", ...series.map(one => one.label)]}>{points.map((point, at) => <tr key={point}><th scope="row">{point}</th>{series.map(one => <td key={one.label} className="number">{one.values[at] ?? 0}</td>)}</tr>)}</Table>
        : children}
      {note && <p className="chart-note quiet" role="note">{note}</p>}
    </figure>
  );
}

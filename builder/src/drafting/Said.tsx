import "./drafting.css";

/** A list of what was decided, changed or left out, under its heading; nothing when there is nothing to say. */
export function Said({ title, items, warning = false }: { title: string; items: readonly string[]; warning?: boolean }) {
  if (items.length === 0) return null;
  return <div className={`said ${warning ? "warning" : ""}`}><h3>{title}</h3><ul>{items.map(item => <li key={item}>{item}</li>)}</ul></div>;
}

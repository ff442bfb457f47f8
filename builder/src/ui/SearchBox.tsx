import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import "./search-box.css";

/** Looks while one types; tells what is wanted a moment after the last key. */
export function SearchBox({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const soon = setTimeout(() => onChange(text), 250);
    return () => clearTimeout(soon);
  }, [text, value, onChange]);
  return (
    <label className="search-box">
      <Search size={16} aria-hidden />
      <input type="search" className="input" aria-label={label} placeholder={label} value={text} onChange={e => setText(e.target.value)} />
    </label>
  );
}

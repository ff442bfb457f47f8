import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import "./search-box.css";

/** Looks while one types; tells what is wanted a moment after the last key. */
export function SearchBox({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) {
  const [text, setText] = useState(value);
  const told = useRef(value);
  // Taken over only when it comes from elsewhere: what was told may come back when more has been typed already.
  useEffect(() => { if (value !== told.current) { told.current = value; setText(value); } }, [value]);
  useEffect(() => {
    if (text === told.current) return;
    const soon = setTimeout(() => { told.current = text; onChange(text); }, 250);
    return () => clearTimeout(soon);
  }, [text, onChange]);
  return (
    <label className="search-box">
      <Search size={16} aria-hidden />
      <input type="search" className="input" aria-label={label} placeholder={label} value={text} onChange={e => setText(e.target.value)} />
    </label>
  );
}

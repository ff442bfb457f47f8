import { useId } from "react";
import { useTags } from "../../api/lists";
import { Button } from "../../ui/Button";

/** A tag to be given: one that is known, offered while it is typed, or a new one. */
export function NewTag({ text, has, busy, onType, onAdd, onLeave }: { text: string; has: string[]; busy: boolean; onType: (text: string) => void; onAdd: (tag: string) => void; onLeave: () => void }) {
  const [offered, known, given] = [useId(), useTags().data ?? [], new Set(has.map(tag => tag.toLowerCase()))];
  return (
    <form onSubmit={e => { e.preventDefault(); if (text.trim()) onAdd(text.trim()); }}>
      <input className="input" aria-label="New tag" value={text} onChange={e => onType(e.target.value)} maxLength={100} list={offered} autoComplete="off" autoFocus onKeyDown={e => { if (e.key === "Escape") onLeave(); }} />
      <datalist id={offered}>{known.filter(tag => !given.has(tag.toLowerCase())).map(tag => <option key={tag} value={tag} />)}</datalist>
      <Button small type="submit" disabled={busy}>Add</Button>
    </form>
  );
}

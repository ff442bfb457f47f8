import { Popover } from "radix-ui";
import { Braces, Lock } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { useLoadedCatalogue } from "../../catalogue/CatalogueContext";
import type { MergeField } from "../../catalogue/descriptors";
import { mergeGroups } from "../../catalogue/mergeFields";
import { useBuilder, useDefinition } from "../../canvas/store";
import { fits, insertion, ways, type Insertion, type Way } from "./insertion";
import { shown } from "./template/values";
import { usePreviewFacts } from "./usePreview";
import "./text.css";

/** Puts a value into a text: what it is called, and what it is for the chosen contact. */
export function MergePicker({ onPick, label, lines }: { onPick: (inserted: Insertion) => void; label: string; lines: boolean }) {
  const [open, setOpen] = useState(false);
  const picked = useRef(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className="merge-button" aria-label={`Insert a value into ${label}`} title="Insert a value"><Braces size={14} aria-hidden /><span>Insert a value</span></Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="merge-box" align="end" sideOffset={6} collisionPadding={12} aria-label="Values"
          // The text gets the focus back, not the button.
          onCloseAutoFocus={event => { if (picked.current) event.preventDefault(); picked.current = false; }}>{open && <List lines={lines} onPick={inserted => { picked.current = true; setOpen(false); onPick(inserted); }} />}</Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function List({ onPick, lines }: { onPick: (inserted: Insertion) => void; lines: boolean }) {
  const catalogue = useLoadedCatalogue();
  const definition = useDefinition();
  const step = useBuilder(s => s.panel?.key.startsWith("s:") ? s.panel.key.slice(2) : undefined);
  const { facts } = usePreviewFacts();
  const [search, setSearch] = useState("");
  const [way, setWay] = useState<Way>("value");
  const words = useMemo(() => search.toLowerCase().split(/\s+/).filter(Boolean), [search]);
  const groups = useMemo(() => mergeGroups(catalogue, definition, step)
    .map(g => ({ ...g, fields: g.fields.filter(f => fits(f, way) && words.every(word => searchWords(g.label, f).includes(word))) })).filter(g => g.fields.length > 0), [catalogue, definition, step, words, way]);
  return (
    <>
      <input className="input" type="search" autoFocus aria-label="Search values" placeholder="Search values" value={search} onChange={event => setSearch(event.target.value)} />
      <select className="input merge-way" aria-label="What to insert" value={way} onChange={event => setWay(event.target.value as Way)}>
        {ways.map(w => <option key={w.value} value={w.value}>{w.label}</option>)}
      </select>
      <div className="merge-list">
        {groups.length === 0 && <p className="quiet">{words.length > 0 ? "No value is called that." : way === "each" ? "There is no list here." : "There is no date here."}</p>}
        {groups.map(group => (
          <section key={group.label} aria-label={group.label}>
            <h3>{group.label}</h3>
            {group.fields.map(field => {
              const value = shown(facts(field.name), plain);
              return (
                <button key={field.name} type="button" onClick={() => onPick(insertion(field, way, lines))}>
                  <span>{field.label}{field.sensitive && <Lock size={12} aria-label="private" />}</span>
                  <small>{value ?? field.name}</small>
                </button>
              );
            })}
          </section>
        ))}
      </div>
    </>
  );
}

const plain = { filters: [] };
// The front desk says visit and day where the form says appointment and start.
const searchWords = (group: string, field: MergeField) => `${group} ${field.label} ${field.name}${field.name.startsWith("appointment.") ? " visit" : ""}${field.type === "date" ? " date day time when" : ""}`.toLowerCase();

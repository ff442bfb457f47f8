import { Popover } from "radix-ui";
import { Braces, Lock } from "lucide-react";
import { useMemo, useState } from "react";
import { useLoadedCatalogue } from "../../catalogue/CatalogueContext";
import { mergeGroups } from "../../catalogue/mergeFields";
import { useBuilder, useDefinition } from "../../canvas/store";
import { usePreviewFacts } from "./usePreview";
import "./text.css";

/** Puts a value into a text: what it is called, and what it is for the chosen contact. */
export function MergePicker({ onPick, label }: { onPick: (inserted: string) => void; label: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className="merge-button" aria-label={`Insert a value into ${label}`} title="Insert a value"><Braces size={14} aria-hidden /><span>Insert a value</span></Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="merge-box" align="end" sideOffset={6} collisionPadding={12} aria-label="Values">{open && <List onPick={text => { setOpen(false); onPick(text); }} />}</Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function List({ onPick }: { onPick: (text: string) => void }) {
  const catalogue = useLoadedCatalogue();
  const definition = useDefinition();
  const step = useBuilder(s => s.panel?.key.startsWith("s:") ? s.panel.key.slice(2) : undefined);
  const { facts } = usePreviewFacts();
  const [search, setSearch] = useState("");
  const words = search.trim().toLowerCase();
  const groups = useMemo(() => mergeGroups(catalogue, definition, step)
    .map(g => ({ ...g, fields: g.fields.filter(f => `${g.label} ${f.label} ${f.name}`.toLowerCase().includes(words)) })).filter(g => g.fields.length > 0), [catalogue, definition, step, words]);
  return (
    <>
      <input className="input" type="search" autoFocus aria-label="Search values" placeholder="Search values" value={search} onChange={event => setSearch(event.target.value)} />
      <div className="merge-list">
        {groups.length === 0 && <p className="quiet">No value is called that.</p>}
        {groups.map(group => (
          <section key={group.label} aria-label={group.label}>
            <h3>{group.label}</h3>
            {group.fields.map(field => {
              const value = facts(field.name);
              return (
                <button key={field.name} type="button" onClick={() => onPick(`{{${field.name.replace(".*", ".…")}}}`)}>
                  <span>{field.label}{field.sensitive && <Lock size={12} aria-label="private" />}</span>
                  <small>{value === undefined || value === null || value === "" ? field.name : String(value)}</small>
                </button>
              );
            })}
          </section>
        ))}
      </div>
    </>
  );
}

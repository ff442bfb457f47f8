import { Plus, X } from "lucide-react";
import { useBuilder } from "../../canvas/store";
import { useLoadedCatalogue } from "../../catalogue/CatalogueContext";
import { plainly } from "../../catalogue/plainly";
import type { ReadyCondition } from "../../catalogue/descriptors";
import type { FieldGroup } from "../../catalogue/mergeFields";
import type { Condition, Row } from "../../model/definition";
import { isRow, itemsOf } from "../../model/narrate";
import { addReady } from "../../model/ready";
import { ConditionRow } from "./ConditionRow";
import { focusRow } from "./focusRow";
import { ReadyMenu } from "./ReadyMenu";
import "./conditions.css";

interface Props { value: Condition | undefined; onChange: (condition: Condition, only?: ReadyCondition) => void; groups: readonly FieldGroup[]; pointer: string; label: string; empty?: string; depth?: number; ready?: boolean }

/** Groups of questions: all of them must be true, or any. With `ready`, those often asked are offered; `only` is one that stands alone. */
export function ConditionEditor({ value, onChange, groups, pointer, label, empty, depth = 0, ready = false }: Props) {
  const condition: Condition = !value ? { all: [] } : isRow(value) ? { all: [value] } : value;
  const any = "any" in condition;
  const items = itemsOf(condition);
  const findings = useBuilder(s => s.findings);
  const make = (next: Condition[], kind = any): Condition => kind ? { any: next } : { all: next };
  const set = (at: number, item: Condition | null) => onChange(make(item === null ? items.filter((_, i) => i !== at) : items.map((old, i) => i === at ? item : old)));
  const here = value && isRow(value) ? pointer : `${pointer}/${any ? "any" : "all"}`;
  const pick = (picked: ReadyCondition) => {
    const added = addReady(value, picked);
    onChange(added.condition, added.condition === picked.condition ? picked : undefined);
    focusRow(pointer + added.row);
  };
  const catalogue = useLoadedCatalogue();
  const problem = (at: number) => { const found = findings.find(f => f.pointer.startsWith(`${here}/${at}/`) || f.pointer === `${here}/${at}`); return found && plainly(catalogue, found.message); };
  return (
    <div className={depth > 0 ? "condition inner" : "condition"} role="group" aria-label={label} data-field={pointer}>
      {(items.length > 1 || depth > 0) && (
        <select className="input match" aria-label={`${label}: which must be true`} value={any ? "any" : "all"} onChange={event => onChange(make(items, event.target.value === "any"))}>
          <option value="all">All of these are true</option><option value="any">Any of these is true</option>
        </select>
      )}
      {items.length === 0 && empty && <p className="quiet condition-empty">{empty}</p>}
      {items.map((item, at) => (
        <div key={at} className="condition-item">
          {at > 0 && <span className="joiner" aria-hidden>{any ? "or" : "and"}</span>}
          {isRow(item)
            ? <ConditionRow row={item} groups={groups} place={at + 1} pointer={`${here}/${at}`} problem={problem(at)} onChange={row => set(at, row)} onRemove={() => set(at, null)} />
            : <div className="condition-group"><ConditionEditor value={item} groups={groups} depth={depth + 1} pointer={`${here}/${at}`} label={`${label}, group ${at + 1}`} onChange={next => set(at, next)} /><button type="button" className="button bare small" aria-label={`Remove group ${at + 1}`} onClick={() => set(at, null)}><X size={15} aria-hidden /></button></div>}
        </div>
      ))}
      <div className="row condition-adding">
        <button type="button" className="button bare small" onClick={() => onChange(make([...items, { field: "", op: "is", value: "" } satisfies Row]))}><Plus size={15} aria-hidden />Add a condition</button>
        {depth < 3 && items.length > 0 && <button type="button" className="button bare small" onClick={() => onChange(make([...items, any ? { all: [{ field: "", op: "is", value: "" }] } : { any: [{ field: "", op: "is", value: "" }] }]))}><Plus size={15} aria-hidden />Add a group</button>}
        {ready && <ReadyMenu groups={groups} label={label} onPick={pick} />}
      </div>
    </div>
  );
}

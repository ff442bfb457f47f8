import { useState } from "react";
import type { FilterField } from "../../../catalogue/descriptors";
import { useOptions } from "../../../panels/fields/ReferenceField";
import { Field } from "../../../ui/Field";
import { whoseClock } from "../../../ui/time";

/** The facts of an event, filled in by hand. Those that the trigger asks about stand first. */
export function EventForm({ facts, values, onChange, asked, zone }: { facts: readonly FilterField[]; values: Record<string, string>; onChange: (values: Record<string, string>) => void; asked: ReadonlySet<string>; zone: string | undefined }) {
  const plain = facts.filter(f => !f.name.endsWith("*"));
  const first = plain.filter(f => asked.has(f.name) || f.type === "date");
  const more = plain.filter(f => !first.includes(f));
  const stars = [...asked].filter(name => !plain.some(f => f.name === name)).map((name): FilterField => ({ name, label: name.split(".").slice(1).join(" "), type: "text" }));
  const draw = (fact: FilterField) => <Fact key={fact.name} fact={fact} zone={zone} value={values[fact.name] ?? ""} onChange={text => onChange({ ...values, [fact.name]: text })} />;
  return <>{[...first, ...stars].map(draw)}{more.length > 0 && <details className="more-fields"><summary>More about the event ({more.length})</summary>{more.map(draw)}</details>}</>;
}

function Fact({ fact, value, zone, onChange }: { fact: FilterField; value: string; zone: string | undefined; onChange: (text: string) => void }) {
  const records = useOptions(fact.options ? undefined : fact.of);
  const [typed] = useState(value);
  const options = fact.options ?? records ?? null;
  const change = (event: { target: { value: string } }) => onChange(event.target.value);
  return (
    <Field label={fact.label} optional help={fact.type === "date" ? whoseClock(zone) : undefined}>
      {fact.type === "flag" ? <select className="input" value={value} onChange={change}><option value="">–</option><option value="true">Yes</option><option value="false">No</option></select>
        : options && options.length > 0 ? <select className="input" value={value} onChange={change}><option value="">–</option>{value && !options.some(o => o.value === value) && <option value={value}>{typed || value}</option>}{options.map(o => <option key={o.value} value={o.value}>{o.label}</option>)}</select>
          : <input className="input" type={fact.type === "date" ? "datetime-local" : fact.type === "number" ? "number" : "text"} value={value} onChange={change} />}
    </Field>
  );
}

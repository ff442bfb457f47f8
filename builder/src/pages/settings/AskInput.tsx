import { useUsers } from "../../api/lists";
import { Field } from "../../ui/Field";
import { HoursInput } from "./HoursInput";
import type { Ask } from "./recordKinds";
import { StagesInput } from "./StagesInput";
import { ZoneInput } from "./ZoneInput";

/** One question about a record, by its kind. */
export function AskInput({ ask, value, disabled, error, onChange }: { ask: Ask; value: unknown; disabled: boolean; error: string | undefined; onChange: (value: unknown) => void }) {
  const users = useUsers();
  const { kind = "text", label, help, required = false, options } = ask;
  const text = value === null || value === undefined ? "" : String(value);
  if (kind === "stages") return <StagesInput label={label} value={(value ?? []) as { id: string; name: string }[]} onChange={onChange} />;
  if (kind === "hours") return <HoursInput label={label} value={(value ?? {}) as Record<string, { from?: string; to?: string }[]>} onChange={onChange} />;
  const same = { required, disabled };
  return (
    <Field label={label} help={help} error={error} optional={!required}>
      {kind === "zone" ? <ZoneInput value={text} onChange={onChange} required={required} />
        : kind === "long" ? <textarea value={text} onChange={e => onChange(e.target.value)} {...same} />
        : kind === "lines" ? <textarea value={Array.isArray(value) ? value.join("\n") : ""} onChange={e => onChange(e.target.value.split("\n"))} onBlur={e => onChange(e.target.value.split("\n").map(line => line.trim()).filter(Boolean))} {...same} />
        : kind === "choice" || kind === "user" ? (
          <select value={text} onChange={e => onChange(e.target.value)} {...same}>
            {(!required || kind === "user") && <option value="">{kind === "user" ? "Anybody" : "–"}</option>}
            {kind === "user" ? users.data?.map(user => <option key={user.id} value={user.id}>{user.name}</option>) : options?.map(([key, words]) => <option key={key} value={key}>{words}</option>)}
          </select>
        ) : <input type={kind} value={text} onChange={e => onChange(kind === "number" ? (e.target.value === "" ? null : Number(e.target.value)) : e.target.value)} {...same} />}
    </Field>
  );
}

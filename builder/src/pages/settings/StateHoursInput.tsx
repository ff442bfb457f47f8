import { Plus, X } from "lucide-react";
import { weekdays } from "../../catalogue/mergeFields";
import { Button } from "../../ui/Button";
import { Tick } from "../../ui/Tick";

export interface StateHours { state?: string; from?: string; to?: string; days?: string[] | null; marketingOnly?: boolean }

const all = weekdays.map(day => day.value);

/** Narrower hours for texts to patients of some states. */
export function StateHoursInput({ value, onChange, wrong }: { value: StateHours[]; onChange: (states: StateHours[]) => void; wrong: (at: string) => string | undefined }) {
  const put = (at: number, part: StateHours) => onChange(value.map((state, place) => place === at ? { ...state, ...part } : state));
  return (
    <fieldset className="plain-set rows-input">
      <legend>States with narrower hours</legend>
      <small>Several rows of one state add up: weekdays in one, Saturday in another.</small>
      <ol>{value.map((state, at) => {
        const days = state.days ?? all, name = state.state || "this state";
        const error = ["", "/state", "/from", "/to", "/days"].map(part => wrong(`${at}${part}`)).find(Boolean);
        return (
          <li key={at} className="state-hours">
            <input className="input" aria-label="State" placeholder="FL" required value={state.state ?? ""} onChange={e => put(at, { state: e.target.value })} />
            <input className="input" type="time" aria-label={`Texts to ${name} from`} required value={state.from?.slice(0, 5) ?? ""} onChange={e => put(at, { from: `${e.target.value}:00` })} />
            <input className="input" type="time" aria-label={`Texts to ${name} until`} required value={state.to?.slice(0, 5) ?? ""} onChange={e => put(at, { to: `${e.target.value}:00` })} />
            <Tick label="Only advertising" checked={state.marketingOnly ?? false} onChange={e => put(at, { marketingOnly: e.target.checked })} />
            <Button small look="bare" className="icon" aria-label={`Remove ${name}`} onClick={() => onChange(value.filter((_, place) => place !== at))}><X size={16} aria-hidden /></Button>
            <span className="days" role="group" aria-label={`Days for ${name}`}>
              {weekdays.map(day => <Tick key={day.value} label={day.label.slice(0, 3)} checked={days.includes(day.value)} onChange={e => { const next = all.filter(one => one === day.value ? e.target.checked : days.includes(one)); put(at, { days: next.length === all.length ? null : next }); }} />)}
            </span>
            {error && <small className="error">{error}</small>}
          </li>
        );
      })}</ol>
      <Button small onClick={() => onChange([...value, { from: "09:00:00", to: "20:00:00" }])}><Plus size={15} aria-hidden /> Add a state</Button>
    </fieldset>
  );
}

import { useSettings } from "../../api/lists";
import { Field } from "../../ui/Field";
import { weekdays, type Pace } from "./pace";
import { whoseClock } from "../../ui/time";

const choices = [["now", "All at once"], ["at", "At a time I choose"], ["drip", "A few at a time"]] as const;
const dayNames = { mon: "Mon", tue: "Tue", wed: "Wed", thu: "Thu", fri: "Fri", sat: "Sat", sun: "Sun" };

/** When and how fast contacts are let in. */
export function PaceFields({ pace, onChange, count }: { pace: Pace; onChange: (pace: Pace) => void; count: number }) {
  const zone = useSettings().data?.timeZone;
  const set = (part: Partial<Pace>) => onChange({ ...pace, ...part });
  const batches = Math.ceil(count / Math.max(1, Number(pace.batch) || 1));
  return (
    <fieldset className="plain-set">
      <legend>When</legend>
      <div className="pills">{choices.map(([how, label]) => <label key={how}><input type="radio" name="pace" checked={pace.how === how} onChange={() => set({ how })} />{label}</label>)}</div>
      {pace.how !== "now" && <Field label="Begin on" optional={pace.how === "drip"} help={whoseClock(zone)}><input type="datetime-local" value={pace.at} required={pace.how === "at"} onChange={e => set({ at: e.target.value })} /></Field>}
      {pace.how === "drip" && <>
        <div className="two three">
          <Field label="How many"><input type="number" min={1} max={10000} value={pace.batch} required onChange={e => set({ batch: e.target.value })} /></Field>
          <Field label="Again after"><input type="number" min={1} max={999} value={pace.every} required onChange={e => set({ every: e.target.value })} /></Field>
          <Field label="Unit"><select value={pace.unit} onChange={e => set({ unit: e.target.value as Pace["unit"] })}><option value="M">minutes</option><option value="H">hours</option><option value="D">days</option></select></Field>
        </div>
        <div className="pills" role="group" aria-label="On these days">{weekdays.map(day => <label key={day}><input type="checkbox" checked={pace.days.includes(day)} onChange={e => set({ days: weekdays.filter(one => one === day ? e.target.checked : pace.days.includes(one)) })} />{dayNames[day]}</label>)}</div>
        <div className="two"><Field label="From"><input type="time" value={pace.from} required onChange={e => set({ from: e.target.value })} /></Field><Field label="To"><input type="time" value={pace.to} required onChange={e => set({ to: e.target.value })} /></Field></div>
        <p className="quiet" role="status">That makes {batches === 1 ? "one batch" : `${batches} batches`} of up to {pace.batch || 1}.</p>
      </>}
    </fieldset>
  );
}

import { Tick } from "../../ui/Tick";

const days = [["mon", "Monday"], ["tue", "Tuesday"], ["wed", "Wednesday"], ["thu", "Thursday"], ["fri", "Friday"], ["sat", "Saturday"], ["sun", "Sunday"]] as const;
type Hours = Record<string, { from?: string; to?: string }[]>;

/** Opening hours, one stretch a day. Further stretches of a day are kept as they are. */
export function HoursInput({ label, value, onChange }: { label: string; value: Hours; onChange: (hours: Hours) => void }) {
  const set = (day: string, part: { from?: string; to?: string }) => onChange({ ...value, [day]: [{ ...value[day]?.[0], ...part }, ...(value[day]?.slice(1) ?? [])] });
  return (
    <fieldset className="plain-set hours">
      <legend>{label}</legend>
      {days.map(([day, name]) => {
        const first = value[day]?.[0];
        return (
          <div key={day}>
            <Tick label={name} checked={!!first} onChange={e => { if (e.target.checked) set(day, { from: "09:00:00", to: "17:00:00" }); else { const { [day]: _, ...rest } = value; onChange(rest); } }} />
            {first ? <span className="row"><input className="input" type="time" aria-label={`${name} from`} value={first.from?.slice(0, 5) ?? ""} required onChange={e => set(day, { from: `${e.target.value}:00` })} /> to <input className="input" type="time" aria-label={`${name} to`} value={first.to?.slice(0, 5) ?? ""} required onChange={e => set(day, { to: `${e.target.value}:00` })} /></span> : <span className="quiet">Closed</span>}
          </div>
        );
      })}
    </fieldset>
  );
}

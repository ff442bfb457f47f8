import type { Config, Json } from "../../model/definition";
import { weekdays } from "../../catalogue/mergeFields";

type Hours = Record<string, [string, string][]>;

/** Hours in which something may happen: one stretch a day in the form, whatever was stored. */
export function hoursOf(value: Json | undefined): Hours {
  const given = (value ?? {}) as { hours?: Hours; days?: string[]; from?: string; to?: string };
  if (given.hours) return given.hours;
  return Object.fromEntries((given.days ?? []).map(day => [day, [[given.from ?? "09:00", given.to ?? "18:00"]]]));
}

/** Days and hours, each day with its own. */
export function WindowField({ value, onChange, label, ...rest }: { id?: string; value: Json | undefined; onChange: (value: Config | undefined) => void; label: string; "aria-describedby"?: string }) {
  const on = value != null;
  const hours = hoursOf(value);
  const set = (day: string, stretches: [string, string][]) => onChange({ hours: { ...hours, [day]: stretches } as unknown as Json });
  return (
    <div className="window" role="group" aria-label={label}>
      <label className="tick-line"><input type="checkbox" checked={on} {...rest} onChange={event => onChange(event.target.checked ? { hours: Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map(d => [d, [["09:00", "18:00"]]])) } : undefined)} /> Only at certain hours</label>
      {on && weekdays.map(({ value: day, label: name }) => {
        const stretch = hours[day]?.[0];
        return (
          <div key={day} className="window-day">
            <label className="tick-line"><input type="checkbox" checked={!!stretch} onChange={event => set(day, event.target.checked ? [["09:00", "18:00"]] : [])} /> {name}</label>
            {stretch ? (
              <span className="row"><input className="input" type="time" aria-label={`${name} from`} value={stretch[0]} onChange={event => set(day, [[event.target.value, stretch[1]], ...hours[day]!.slice(1)])} /> to <input className="input" type="time" aria-label={`${name} to`} value={stretch[1]} onChange={event => set(day, [[stretch[0], event.target.value], ...hours[day]!.slice(1)])} /></span>
            ) : <span className="quiet">Closed</span>}
          </div>
        );
      })}
    </div>
  );
}

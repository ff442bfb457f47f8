import { HoursInput } from "./HoursInput";
import { Tick } from "../../ui/Tick";

type Hours = Record<string, { from?: string; to?: string }[]>;
const usual: Hours = Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat"].map(day => [day, [{ from: "09:00:00", to: "18:00:00" }]]));

/** Hours for texts that differ from day to day, on top of the quiet hours. */
export function TextWindow({ value, onChange }: { value: { hours: Hours } | null | undefined; onChange: (window: { hours: Hours } | null) => void }) {
  return <>
    <Tick label="Other hours for each weekday" help="Texts go only within these; a day without hours is a day without texts." checked={!!value} onChange={e => onChange(e.target.checked ? { hours: usual } : null)} />
    {value && <HoursInput label="Hours for texts" value={value.hours} onChange={hours => onChange({ hours: hours as Hours })} />}
  </>;
}

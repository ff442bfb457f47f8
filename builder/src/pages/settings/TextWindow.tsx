import { HoursInput } from "./HoursInput";
import { Tick } from "../../ui/Tick";

/** As a window of a definition: pairs of "09:00" for each day. */
export interface Window { hours: Record<string, [string, string][]> }
type Hours = Record<string, { from?: string; to?: string }[]>;

const usual: Window = { hours: Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat"].map(day => [day, [["09:00", "18:00"]]])) };
const each = <A, B>(of: Record<string, A[]>, turn: (one: A) => B) => Object.fromEntries(Object.entries(of).map(([day, all]) => [day, all.map(turn)]));

/** Hours for texts that differ from day to day, on top of the quiet hours. */
export function TextWindow({ value, onChange, error }: { value: Window | null | undefined; onChange: (window: Window | null) => void; error: string | undefined }) {
  return <>
    <Tick label="Other hours for each weekday" help="Texts go only within these; a day without hours is a day without texts." checked={!!value} onChange={e => onChange(e.target.checked ? usual : null)} />
    {value && <HoursInput label="Hours for texts" value={each(value.hours, ([from, to]) => ({ from, to })) as Hours} onChange={hours => onChange({ hours: each(hours, ({ from, to }) => [(from ?? "").slice(0, 5), (to ?? "").slice(0, 5)] as [string, string]) })} />}
    {error && <p className="field"><small className="error">{error}</small></p>}
  </>;
}

import { useSettings } from "../../api/lists";
import { wall, whoseClock, withOffset } from "../../ui/time";
import { TextField } from "../text/TextField";

interface Props { id?: string; value: string; onChange: (value: string | undefined) => void; merge?: boolean | undefined; label: string; "aria-describedby"?: string; "aria-invalid"?: boolean }

/** A date with a time on the practice's clock; or a merge field, where that is allowed. */
export function InstantField({ value, onChange, merge, label, ...rest }: Props) {
  const zone = useSettings().data?.timeZone;
  const text = value.includes("{{") || value !== "" && Number.isNaN(Date.parse(value));
  return (
    <span className="instant">
      {!text && <input className="input" type="datetime-local" value={value ? wall(value, zone) : ""} onChange={event => onChange(event.target.value ? withOffset(event.target.value, zone) : undefined)} {...rest} />}
      {!text && <small className="quiet">{whoseClock(zone)}</small>}
      {merge && (text ? <TextField value={value} onChange={next => onChange(next || undefined)} merge label={label} {...rest} /> : <TextField value="" placeholder="or a value, such as {{appointment.startsAt}}" onChange={next => onChange(next || undefined)} merge label={`${label}, as a value`} />)}
    </span>
  );
}

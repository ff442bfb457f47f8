import { TextField } from "../text/TextField";

interface Props { id?: string; value: string; onChange: (value: string | undefined) => void; merge?: boolean | undefined; label: string; "aria-describedby"?: string; "aria-invalid"?: boolean }

/** A date with a time of this computer's zone; or a merge field, where that is allowed. */
export function InstantField({ value, onChange, merge, label, ...rest }: Props) {
  const text = value.includes("{{") || value !== "" && Number.isNaN(Date.parse(value));
  return (
    <span className="instant">
      {!text && <input className="input" type="datetime-local" value={local(value)} onChange={event => onChange(event.target.value ? zoned(event.target.value) : undefined)} {...rest} />}
      {merge && (text ? <TextField value={value} onChange={next => onChange(next || undefined)} merge label={label} {...rest} /> : <TextField value="" placeholder="or a value, such as {{appointment.startsAt}}" onChange={next => onChange(next || undefined)} merge label={`${label}, as a value`} />)}
    </span>
  );
}

const two = (n: number) => String(n).padStart(2, "0");
export function local(value: string): string {
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? "" : `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
export function zoned(value: string): string {
  const away = -new Date(value).getTimezoneOffset();
  return `${value.length === 16 ? `${value}:00` : value}${away < 0 ? "-" : "+"}${two(Math.floor(Math.abs(away) / 60))}:${two(Math.abs(away) % 60)}`;
}

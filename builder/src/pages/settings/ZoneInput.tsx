import { useId } from "react";

const zones = Intl.supportedValuesOf("timeZone");

/** A time zone by its name, with suggestions. */
export function ZoneInput({ value, onChange, ...rest }: { value: string; onChange: (zone: string) => void; id?: string; required?: boolean; "aria-describedby"?: string; "aria-invalid"?: boolean }) {
  const list = useId();
  return <><input list={list} value={value} onChange={e => onChange(e.target.value)} autoComplete="off" placeholder="America/New_York" {...rest} /><datalist id={list}>{zones.map(zone => <option key={zone} value={zone} />)}</datalist></>;
}

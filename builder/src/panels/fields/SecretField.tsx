const mark = "secret:";

/** A password or a key: typed in once, kept by the server, and from then on never shown again, only replaced. */
export function SecretField({ value, onChange, ...rest }: { value: string; onChange: (value: string | undefined) => void; id?: string; "aria-describedby"?: string; "aria-invalid"?: boolean }) {
  const kept = value.startsWith(mark);
  return (
    <span className="secret-field">
      <input className="input" type="password" autoComplete="new-password" spellCheck={false} value={kept ? "" : value} placeholder={kept ? "••••••••  kept, never shown" : ""} onChange={event => onChange(event.target.value || undefined)} {...rest} />
      <small className="quiet">{kept ? "It is kept and never shown. What you type replaces it." : "Once saved it is kept, and never shown again."}</small>
    </span>
  );
}

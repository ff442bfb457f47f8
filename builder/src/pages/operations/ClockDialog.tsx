import { useState } from "react";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { atWall, wall, whoseClock } from "../../ui/time";

export function ClockDialog({ now, zone, busy, onMove, onClose }: { now: number; zone: string; busy: boolean; onMove: (advance: string) => void; onClose: () => void }) {
  const least = wall(new Date(now + 60_000).toISOString(), zone);
  const [to, setTo] = useState(least);
  const minutes = to ? Math.ceil((Date.parse(atWall(to, zone)) - now) / 60_000) : 0;
  return (
    <Dialog open onClose={onClose} title="Move the clock" about="Time only goes forward. What is due until then happens at once; no message leaves this machine.">
      <form onSubmit={e => { e.preventDefault(); onMove(`PT${minutes}M`); }}>
        <Field label="Move on to" help={whoseClock(zone)} error={to && minutes <= 0 ? "This is not in the future." : undefined}><input type="datetime-local" min={least} value={to} onChange={e => setTo(e.target.value)} required autoFocus /></Field>
        <div className="dialog-foot"><Button onClick={onClose}>Cancel</Button><Button look="main" type="submit" disabled={busy || minutes <= 0}>Move the clock</Button></div>
      </form>
    </Dialog>
  );
}

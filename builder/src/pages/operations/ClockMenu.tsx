import { Clock } from "lucide-react";
import { useState } from "react";
import { api, take } from "../../api/client";
import { useNow, useSandboxClock } from "../../api/clock";
import { useSettings } from "../../api/lists";
import { useDeed } from "../../api/useDeed";
import { Button } from "../../ui/Button";
import { Menu } from "../../ui/Menu";
import { dayAndTime } from "../../ui/time";
import { ClockDialog } from "./ClockDialog";

/** The clock of a demonstration practice: it can be moved forward, so that weeks pass in a moment. */
export function ClockMenu() {
  const [asked, setAsked] = useState(false);
  const [clock, settings, now] = [useSandboxClock(), useSettings(), useNow()];
  // Everything may have changed meanwhile.
  const move = useDeed((advance: string) => take(api.POST("/api/sandbox/clock", { body: { advance } })), { stale: [[]], said: "Time went by. What was due is done now.", then: () => setAsked(false) });
  if (!clock.data || !settings.data?.demo) return null;
  const time = dayAndTime(new Date(now).toISOString(), settings.data.timeZone);
  return <>
    <Menu label="Move the clock" trigger={<Button disabled={move.isPending} aria-label={`Move the clock. It is ${time}`}><Clock size={16} aria-hidden /> Move the clock <span className="quiet">{time}</span></Button>} items={[
      { label: "Move on by 1 hour", onSelect: () => move.mutate("PT1H") },
      { label: "Move on by 1 day", onSelect: () => move.mutate("P1D") },
      { label: "Move on by 1 week", onSelect: () => move.mutate("P7D") },
      { label: "Move on to a date…", onSelect: () => setAsked(true) },
    ]} />
    {asked && <ClockDialog now={now} zone={settings.data.timeZone} busy={move.isPending} onMove={advance => move.mutate(advance)} onClose={() => setAsked(false)} />}
  </>;
}

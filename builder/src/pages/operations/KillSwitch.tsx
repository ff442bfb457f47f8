import { OctagonPause, Play } from "lucide-react";
import { useState } from "react";
import type { Api } from "../../api/client";
import { useSettings } from "../../api/lists";
import { readSettings, saveSettings } from "../../api/records";
import { useDeed } from "../../api/useDeed";
import { Button } from "../../ui/Button";
import { ConfirmDialog } from "../../ui/ConfirmDialog";

/** Stops every message of the practice at once, and lets them go again. */
export function KillSwitch() {
  const [sure, setSure] = useState(false);
  const settings = useSettings();
  const turn = useDeed(async (sendingPaused: boolean) => {
    const { value: { id: _, demo: __, ...now }, etag } = await readSettings<Api<"Practice">>();
    return saveSettings({ ...now, sendingPaused }, etag);
  }, { stale: [["settings"]], said: paused => paused ? "Sending is paused. No message leaves." : "Sending goes on.", then: () => setSure(false) });
  if (!settings.data) return null;
  const paused = settings.data.sendingPaused === true;
  return <>
    {paused
      ? <Button look="main" disabled={turn.isPending} onClick={() => turn.mutate(false)}><Play size={16} aria-hidden /> Resume all sending</Button>
      : <Button look="danger" onClick={() => setSure(true)}><OctagonPause size={16} aria-hidden /> Pause all sending</Button>}
    <ConfirmDialog open={sure} onClose={() => setSure(false)} onConfirm={() => turn.mutate(true)} busy={turn.isPending} title="Pause all sending?" confirm="Pause all sending" keep="Keep sending">
      <p>From now on no email and no text leaves, of any workflow. Contacts stay where they are. Messages that were due wait, as far as they still make sense, until you resume.</p>
    </ConfirmDialog>
  </>;
}

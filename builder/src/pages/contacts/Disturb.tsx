import type { Api } from "../../api/client";
import { useNow } from "../../api/clock";
import { useHoped } from "../../api/useHoped";
import { useSettings } from "../../api/lists";
import { Section } from "../../ui/Section";
import { Tick } from "../../ui/Tick";
import { dayAndTime } from "../../ui/time";
import { reasonWords } from "./reasons";
import { useContactChange } from "./useContactChange";

const channels = [["sms", "Text messages"], ["email", "Emails"], ["call", "Calls"]] as const;

/** Do not disturb, channel by channel. */
export function Disturb({ contact, etag }: { contact: Api<"Contact">; etag: string }) {
  const [now, zone] = [useNow(), useSettings().data?.timeZone];
  const save = useContactChange<{ dnd: Api<"DoNotDisturb">[] }>(contact.id!, etag);
  const [barred, hope] = useHoped(contact.dnd ?? [], save.isError);
  const set = (dnd: Api<"DoNotDisturb">[]) => { hope(dnd); save.mutate({ dnd }); };
  return (
    <Section title="Do not disturb" about="What is ticked is never sent, whatever a workflow says.">
      {channels.map(([channel, label]) => {
        const found = barred.find(one => one.channel === channel);
        return <Tick key={channel} label={label} help={found ? `Since ${dayAndTime(found.since, zone, now)}: ${reasonWords(found.reason)}` : undefined} checked={!!found} disabled={save.isPending}
          onChange={e => set(e.target.checked ? [...barred, { channel, reason: "asked the team", since: new Date(now).toISOString() }] : barred.filter(one => one.channel !== channel))} />;
      })}
    </Section>
  );
}

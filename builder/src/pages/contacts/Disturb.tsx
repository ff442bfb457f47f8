import type { Api } from "../../api/client";
import { useNow } from "../../api/clock";
import { changeRecord } from "../../api/records";
import { useDeed } from "../../api/useDeed";
import { Section } from "../../ui/Section";
import { Tick } from "../../ui/Tick";

const channels = [["sms", "Text messages"], ["email", "Emails"], ["call", "Calls"]] as const;

/** Do not disturb, channel by channel. */
export function Disturb({ contact, etag }: { contact: Api<"Contact">; etag: string }) {
  const now = useNow();
  const barred = contact.dnd ?? [];
  const save = useDeed((dnd: Api<"DoNotDisturb">[]) => changeRecord("/api/contacts", contact.id!, { dnd }, etag), { stale: [["contacts"]], said: "Saved." });
  return (
    <Section title="Do not disturb" about="What is ticked is never sent, whatever a workflow says.">
      {channels.map(([channel, label]) => {
        const found = barred.find(one => one.channel === channel);
        return <Tick key={channel} label={label} help={found ? `Since ${found.since.slice(0, 10)}: ${found.reason}` : undefined} checked={!!found} disabled={save.isPending}
          onChange={e => save.mutate(e.target.checked ? [...barred, { channel, reason: "asked the team", since: new Date(now).toISOString() }] : barred.filter(one => one.channel !== channel))} />;
      })}
    </Section>
  );
}

import { Pencil } from "lucide-react";
import { useState } from "react";
import type { Api } from "../../api/client";
import { nameIn, useCustomFields, useTriggers, useUsers } from "../../api/lists";
import { Button } from "../../ui/Button";
import { Facts } from "../../ui/Facts";
import { Loaded } from "../../ui/Loaded";
import { Section } from "../../ui/Section";
import { When } from "../../ui/When";
import { Consents } from "./Consents";
import { Disturb } from "./Disturb";
import { EditContact } from "./EditContact";
import { EditFields } from "./EditFields";
import { textHours, zoneWords } from "./zone";

export function Overview({ contact, etag }: { contact: Api<"Contact">; etag: string }) {
  const [asked, setAsked] = useState<"profile" | "fields" | null>(null);
  const [users, fields, triggers] = [useUsers(), useCustomFields(), useTriggers()];
  // Whoever came in by an event has its type there.
  const source = triggers.data?.find(one => one.type === contact.source)?.label ?? contact.source;
  const values = (contact.fields ?? {}) as Record<string, unknown>;
  const place = [contact.address, [contact.postalCode, contact.city].filter(Boolean).join(" "), contact.state, contact.country].filter(Boolean).join(", ");
  const [zone, hours] = [zoneWords(contact), textHours(contact)];
  const edit = (what: "profile" | "fields") => <Button small look="bare" onClick={() => setAsked(what)} aria-label={what === "profile" ? "Edit the profile" : "Edit custom fields"}><Pencil size={14} aria-hidden /> Edit</Button>;
  return (
    <div className="split">
      <div>
        <Section title="Profile" actions={edit("profile")}>
          <Facts items={[["Name", [contact.firstName, contact.lastName].filter(Boolean).join(" ")], ["Email", contact.email], ["Phone", contact.phone], ["Date of birth", contact.dateOfBirth], ["Address", place],
            ["Company", contact.company], ["Time zone", zone && <>{zone}{hours && <small className="quiet block">{hours}</small>}</>], ["Assigned to", nameIn(users, contact.assignedTo)], ["Source", source], ["Type", contact.type], ["Score", contact.score || ""], ["Added", <When key="at" at={contact.createdAt} />]]} />
        </Section>
        <Section title="Custom fields" actions={fields.data?.length ? edit("fields") : undefined}>
          <Loaded query={fields}>{all => all.length > 0 ? <Facts items={all.map(field => [field.label, shown(values[field.key]) || "–"])} /> : <p className="quiet">The practice keeps no fields of its own yet. They are made in Settings.</p>}</Loaded>
        </Section>
      </div>
      <div>
        <Disturb contact={contact} etag={etag} />
        <Consents id={contact.id!} />
      </div>
      {asked === "profile" && <EditContact contact={contact} etag={etag} onClose={() => setAsked(null)} />}
      {asked === "fields" && <EditFields contact={contact} etag={etag} fields={fields.data ?? []} onClose={() => setAsked(null)} />}
    </div>
  );
}

const shown = (value: unknown) => Array.isArray(value) ? value.join(", ") : typeof value === "boolean" ? (value ? "Yes" : "No") : value === null || value === undefined ? "" : String(value);

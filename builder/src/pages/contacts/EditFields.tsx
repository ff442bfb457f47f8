import { useState } from "react";
import type { Api } from "../../api/client";
import { changeRecord } from "../../api/records";
import { useDeed } from "../../api/useDeed";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Wrong } from "../../ui/Wrong";
import { CustomFieldInput } from "./CustomFieldInput";

export function EditFields({ contact, etag, fields, onClose }: { contact: Api<"Contact">; etag: string; fields: Api<"CustomField">[]; onClose: () => void }) {
  const [values, setValues] = useState<Record<string, unknown>>({ ...(contact.fields ?? {}) });
  const save = useDeed(() => changeRecord("/api/contacts", contact.id!, { fields: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== "" && value !== null)) }, etag),
    { stale: [["contacts"]], said: "Saved.", quiet: true, then: onClose });
  return (
    <Dialog open onClose={onClose} title="Edit custom fields">
      <form onSubmit={e => { e.preventDefault(); save.mutate(); }}>
        {fields.map(field => <CustomFieldInput key={field.key} field={field} value={values[field.key]} onChange={value => setValues({ ...values, [field.key]: value })} />)}
        <Wrong error={save.error} />
        <div className="dialog-foot"><Button onClick={onClose}>Cancel</Button><Button look="main" type="submit" disabled={save.isPending}>Save</Button></div>
      </form>
    </Dialog>
  );
}

import { useState } from "react";
import type { Api } from "../../api/client";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Wrong } from "../../ui/Wrong";
import { CustomFieldInput } from "./CustomFieldInput";
import { changedMeanwhile } from "./changedMeanwhile";
import { useContactChange } from "./useContactChange";

export function EditFields({ contact, etag, fields, onClose }: { contact: Api<"Contact">; etag: string; fields: Api<"CustomField">[]; onClose: () => void }) {
  const [values, setValues] = useState<Record<string, unknown>>({ ...(contact.fields ?? {}) });
  // Over what was read when it was opened: what others changed meanwhile is not written over.
  const [read] = useState(etag);
  const save = useContactChange<{ fields: Record<string, unknown> }>(contact.id!, read, { quiet: true, then: onClose });
  const filled = () => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== "" && value !== null));
  return (
    <Dialog open onClose={onClose} title="Edit custom fields">
      <form onSubmit={e => { e.preventDefault(); save.mutate({ fields: filled() }); }}>
        {fields.map(field => <CustomFieldInput key={field.key} field={field} value={values[field.key]} onChange={value => setValues({ ...values, [field.key]: value })} />)}
        <Wrong error={changedMeanwhile(save.error)} />
        <div className="dialog-foot"><Button onClick={onClose}>Cancel</Button><Button look="main" type="submit" disabled={save.isPending}>Save</Button></div>
      </form>
    </Dialog>
  );
}

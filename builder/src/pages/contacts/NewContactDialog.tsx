import { useState } from "react";
import { useNavigate } from "react-router";
import { ApiError, type Api } from "../../api/client";
import { createRecord } from "../../api/records";
import { useDeed } from "../../api/useDeed";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { Wrong } from "../../ui/Wrong";

export function NewContactDialog({ onClose }: { onClose: () => void }) {
  const [wish, setWish] = useState({ firstName: "", lastName: "", email: "", phone: "" });
  const go = useNavigate();
  const make = useDeed(() => createRecord<Api<"Contact">>("/api/contacts", Object.fromEntries(Object.entries(wish).filter(([, value]) => value.trim()))),
    { stale: [["contacts"]], quiet: true, then: made => void go(`/contacts/${made.id}`) });
  const wrong = (key: string) => make.error instanceof ApiError ? make.error.at(`/${key}`) : undefined;
  const input = (key: keyof typeof wish, rest: React.InputHTMLAttributes<HTMLInputElement> = {}) =>
    <input value={wish[key]} onChange={e => setWish({ ...wish, [key]: e.target.value })} {...rest} />;
  return (
    <Dialog open onClose={onClose} title="New contact">
      <form onSubmit={e => { e.preventDefault(); make.mutate(); }}>
        <div className="two">
          <Field label="First name">{input("firstName", { autoFocus: true })}</Field>
          <Field label="Last name">{input("lastName")}</Field>
        </div>
        <Field label="Email" error={wrong("email")}>{input("email", { type: "email" })}</Field>
        <Field label="Phone" error={wrong("phone")} help="With the country, such as +1 212 555 0100.">{input("phone", { type: "tel" })}</Field>
        <Wrong error={make.error} />
        <div className="dialog-foot"><Button onClick={onClose}>Cancel</Button><Button look="main" type="submit" disabled={make.isPending || !Object.values(wish).some(value => value.trim())}>Add contact</Button></div>
      </form>
    </Dialog>
  );
}

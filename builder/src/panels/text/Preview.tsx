import { useState } from "react";
import { useLoadedCatalogue } from "../../catalogue/CatalogueContext";
import { mergeGroups } from "../../catalogue/mergeFields";
import { useDefinition } from "../../canvas/store";
import { humanise } from "../../model/narrate";
import { ContactPicker } from "./ContactPicker";
import { EmailFrame } from "./EmailFrame";
import { renderPieces, renderText } from "./render";
import { usePreviewContact, usePreviewFacts } from "./usePreview";
import "./text.css";

/** A message as the chosen contact would get it. */
export function Preview({ channel, subject, body, html }: { channel: "sms" | "email"; subject?: string | undefined; body: string; html?: string | undefined }) {
  const { facts, name } = usePreviewFacts();
  const contact = usePreviewContact();
  const [choosing, setChoosing] = useState(false);
  const catalogue = useLoadedCatalogue();
  const definition = useDefinition();
  const labels = new Map(mergeGroups(catalogue, definition).flatMap(g => g.fields).map(f => [f.name, f.label]));
  const label = (field: string) => labels.get(field) ?? humanise(field);
  return (
    <section className="text-preview" aria-label="Preview">
      <header><span className="quiet">Preview for {name}</span><button type="button" className="link" onClick={() => setChoosing(!choosing)} aria-expanded={choosing}>{choosing ? "Done" : "Someone else"}</button></header>
      {choosing && <ContactPicker label="Preview for" none="An invented contact" value={contact.id} onChange={contact.choose} />}
      {channel === "sms" ? (
        <p className="text-bubble">{body ? renderPieces(body, facts, label).map((piece, at) => piece.field ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>) : <span className="quiet">Nothing written yet</span>}</p>
      ) : <EmailFrame subject={renderText(subject ?? "", facts, label)} text={renderText(body, facts, label)} html={html ? renderText(html, facts, label) : null} />}
    </section>
  );
}

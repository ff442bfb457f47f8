import type { Condition, Json } from "../model/definition";

/** What the catalogue says about triggers, actions, waits and controls: enough to draw every form (shared/Catalogue/Describing). */
export type FieldKind = "text" | "longText" | "html" | "number" | "flag" | "choice" | "manyChoices" | "duration" | "date" | "instant" | "url" | "email" | "phone"
  | "reference" | "manyReferences" | "map" | "fieldValues" | "condition" | "rows" | "secret" | "list";

export interface Option { value: string; label: string }

export interface Field {
  name: string; kind: FieldKind; label: string; required?: boolean; help?: string; default?: Json; options?: Option[]; min?: number; max?: number; maxLength?: number;
  merge?: boolean; of?: string; unless?: string; mayBeEmpty?: boolean; exact?: boolean; columns?: Field[];
}

export interface FilterField { name: string; label: string; type: string; options?: Option[]; of?: string }
export interface MergeField { name: string; label: string; type: string; sensitive?: boolean }

export interface TriggerDescriptor {
  type: string; label: string; category: string; help: string; config: Field[]; filters: FilterField[]; mergeFields: MergeField[]; needsContact?: boolean;
  outside?: boolean; sample?: Json;
}
export interface ActionDescriptor {
  type: string; label: string; category: string; help: string; config: Field[]; outputs: MergeField[]; channel?: string; channelField?: string; outside?: boolean; needsContact?: boolean;
}
export interface ControlDescriptor { type: string; label: string; category: string; help: string; config: Field[]; exits: string[]; hasNext: boolean }
/** A question often asked, with blanks; `fields` must all be offered for it to make sense. */
export interface ReadyCondition { key: string; name: string; help: string; category: string; condition: Condition; asks: { pointer: string; field: Field }[]; fields: string[] }
export interface OperatorDescriptor { name: string; label: string; fits: string; takes: "none" | "one" | "many" | "range" | "duration"; denies: boolean }

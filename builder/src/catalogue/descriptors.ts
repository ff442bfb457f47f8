import type { Api } from "../api/client";
import type { Condition, Json } from "../model/definition";

/** As it is sent: what is not set, and what is as a rule, is left out. */
type Sent<T> = unknown extends T ? Json
  : T extends (infer Item)[] ? Sent<Item>[]
  : T extends object ? { [K in keyof T as boolean extends T[K] ? never : K]: Sent<Exclude<T[K], null>> } & { [K in keyof T as boolean extends T[K] ? K : never]?: boolean }
  : T;

/** What the catalogue says about triggers, actions, waits and controls: enough to draw every form (shared/Catalogue/Describing). */
export type FieldKind = Api<"FieldKind">;
export type Option = Api<"Option">;
export type Field = Sent<Api<"Field">>;
export type FilterField = Sent<Api<"FilterField">>;
export type MergeField = Sent<Api<"MergeField">>;
export type TriggerDescriptor = Sent<Api<"TriggerDescriptor">>;
export type ActionDescriptor = Sent<Api<"ActionDescriptor">>;
export type ControlDescriptor = Sent<Api<"ControlDescriptor">>;
export type OperatorDescriptor = Sent<Api<"Operator">>;
/** A question often asked, with blanks; `fields` must all be offered for it to make sense. */
export type ReadyCondition = Omit<Sent<Api<"ReadyCondition">>, "condition" | "fields"> & { condition: Condition; fields: string[] };

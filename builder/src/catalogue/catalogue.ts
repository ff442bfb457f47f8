import { useQuery } from "@tanstack/react-query";
import { api, take } from "../api/client";
import { catalogued } from "../api/lists";
import type { Step } from "../model/definition";
import type { ActionDescriptor, ControlDescriptor, Field, MergeField, OperatorDescriptor, ReadyCondition, TriggerDescriptor } from "./descriptors";

/** Everything the builder draws its forms, cards and palette from. */
export interface Catalogue {
  triggers: Map<string, TriggerDescriptor>;
  actions: Map<string, ActionDescriptor>;
  controls: Map<string, ControlDescriptor>;
  operators: Map<string, OperatorDescriptor>;
  common: MergeField[];
  ready: ReadyCondition[];
}

const byType = <T extends { type: string }>(items: { type: string }[]) => new Map((items as T[]).map(item => [item.type, item]));

export function useCatalogue() {
  return useQuery({
    queryKey: ["catalogue", "whole"],
    staleTime: Infinity,
    queryFn: async ({ client }): Promise<Catalogue> => {
      const [triggers, actions, controls, common, operators, ready] = await Promise.all([
        client.ensureQueryData(catalogued.triggers), client.ensureQueryData(catalogued.actions), client.ensureQueryData(catalogued.waits),
        take(api.GET("/api/catalogue/merge-fields")), take(api.GET("/api/catalogue/operators")), take(api.GET("/api/catalogue/conditions")),
      ]);
      return {
        triggers: byType(triggers), actions: byType(actions), controls: byType(controls), common, ready: ready as ReadyCondition[],
        operators: new Map(operators.map(op => [op.name, op])),
      };
    },
  });
}

export interface StepDescriptor { label: string; category: string; help: string; config: Field[] }

export const describe = (catalogue: Catalogue, type: string): StepDescriptor | undefined => catalogue.actions.get(type) ?? catalogue.controls.get(type);
export const labelOf = (catalogue: Catalogue, step: Step) => describe(catalogue, step.type)?.label ?? step.type;
/** The name on the card: its own, or what kind of step it is. */
export const titleOf = (catalogue: Catalogue, step: Step) => step.name || labelOf(catalogue, step);

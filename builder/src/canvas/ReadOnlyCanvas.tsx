import { useState } from "react";
import { CatalogueContext } from "../catalogue/CatalogueContext";
import { useCatalogue } from "../catalogue/catalogue";
import { readDefinition } from "../model/definition";
import { Loaded } from "../ui/Loaded";
import { Canvas } from "./Canvas";
import { CalledContext } from "./Sentences";
import { BuilderContext, createBuilder } from "./store";
import { useCalled } from "./useCalled";

/** A workflow to look at, on a page of something else. */
export function ReadOnlyCanvas({ definition }: { definition: unknown }) {
  const catalogue = useCatalogue();
  const called = useCalled();
  const [builder] = useState(() => { const made = createBuilder("", readDefinition(definition)); made.getState().set({ readOnly: true }); return made; });
  return <Loaded query={catalogue}>{known => <CatalogueContext value={known}><CalledContext value={called}><BuilderContext value={builder}><Canvas small /></BuilderContext></CalledContext></CatalogueContext>}</Loaded>;
}

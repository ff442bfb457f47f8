import { createContext, useContext } from "react";
import type { Catalogue } from "./catalogue";

/** The catalogue, once it is loaded; everything on the builder's page lies below it. */
export const CatalogueContext = createContext<Catalogue | null>(null);

export function useLoadedCatalogue(): Catalogue {
  const catalogue = useContext(CatalogueContext);
  if (!catalogue) throw new Error("The catalogue is not loaded yet.");
  return catalogue;
}

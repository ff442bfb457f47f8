import { useState } from "react";
import { useNavigate } from "react-router";
import { ApiError, type Problem } from "../../api/client";
import { fromRecipe, type WholeRecipe } from "../../api/recipes";
import { useDeed } from "../../api/useDeed";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Wrong } from "../../ui/Wrong";
import { ParameterInput } from "./ParameterInput";
import { useHere } from "./useHere";

/** The questions of a template; what is left alone keeps the template's own answer. */
export function ParameterForm({ recipe }: { recipe: WholeRecipe }) {
  const [name, setName] = useState(recipe.name);
  const [given, setGiven] = useState<Record<string, unknown>>({});
  const [go, { of }] = [useNavigate(), useHere()];
  // Of a reference the default is a name; the record of that name is chosen beforehand.
  const value = (key: string): unknown => {
    if (key in given) return given[key];
    const parameter = recipe.parameters.find(one => one.key === key);
    const records = parameter?.of ? of[parameter.of] : undefined;
    if (!records) return parameter?.default;
    const known = (wanted: unknown) => records.find(one => one.name === wanted || one.id === wanted)?.id;
    return Array.isArray(parameter?.default) ? parameter.default.map(known).filter(Boolean) : known(parameter?.default) ?? "";
  };
  const make = useDeed(() => fromRecipe(recipe.key, Object.fromEntries(recipe.parameters.map(one => [one.key, value(one.key)] as const).filter(([, one]) => one !== undefined && one !== "" && one !== null)), name),
    { stale: [["workflows"]], quiet: true, then: made => void go(`/workflows/${made.id}`) });
  const problem: Problem | null = make.error instanceof ApiError ? make.error.problem : null;
  return (
    <form onSubmit={e => { e.preventDefault(); make.mutate(); }}>
      <Field label="Name of the workflow"><input value={name} onChange={e => setName(e.target.value)} required maxLength={200} /></Field>
      {recipe.parameters.map(one => <ParameterInput key={one.key} parameter={one} value={value(one.key)} records={one.of ? of[one.of] : undefined} within={one.within ? value(one.within) : undefined}
        error={problem?.errors.find(error => error.pointer.startsWith(`/parameters/${one.key}`))?.message} onChange={next => setGiven(now => ({ ...now, [one.key]: next }))} />)}
      <Wrong error={make.error} />
      <Button look="main" type="submit" disabled={make.isPending || !name.trim()}>Make this draft and open it</Button>
    </form>
  );
}

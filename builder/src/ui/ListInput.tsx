import { useState, type InputHTMLAttributes } from "react";

/** Several short texts with commas between. What is being typed stays as it is typed; the list never has a blank in it. */
export function ListInput({ values, onValues, ...rest }: { values: readonly string[]; onValues: (values: string[]) => void } & Omit<InputHTMLAttributes<HTMLInputElement>, "value" | "onChange">) {
  const [typed, setTyped] = useState<string | null>(null);
  return <input {...rest} value={typed ?? values.join(", ")} onBlur={() => setTyped(null)}
    onChange={e => { setTyped(e.target.value); onValues(e.target.value.split(",").map(one => one.trim()).filter(Boolean)); }} />;
}

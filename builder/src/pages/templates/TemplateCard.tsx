import { Link } from "react-router";
import type { Recipe } from "../../api/recipes";
import { useTriggers } from "../../api/lists";
import { StepIcon } from "./StepIcon";

export function TemplateCard({ recipe }: { recipe: Recipe }) {
  const triggers = useTriggers();
  const starts = (recipe.triggers ?? []).map(type => triggers.data?.find(one => one.type === type)?.label ?? type);
  return (
    <li>
      <Link to={`/templates/${recipe.key}`} className="template card">
        <StepIcon type={recipe.triggers?.[0] ?? "trigger"} />
        <strong>{recipe.name}</strong>
        <p>{recipe.description}</p>
        <small>{starts.join(", ")}{starts.length > 0 && " · "}{recipe.steps} steps</small>
      </Link>
    </li>
  );
}

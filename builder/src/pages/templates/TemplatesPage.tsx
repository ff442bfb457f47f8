import { useParams } from "react-router";
import { TemplateList } from "./TemplateList";
import { TemplatePreview } from "./TemplatePreview";
import "./templates.css";

export function TemplatesPage() {
  const { key } = useParams();
  return key ? <TemplatePreview key={key} recipeKey={key} /> : <TemplateList />;
}

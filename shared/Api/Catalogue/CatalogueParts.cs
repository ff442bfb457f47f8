using System.Text.Json;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Catalogue.Control;

namespace AesthetixWorkflows.Api.Catalogue;

/// <summary>The catalogue's smaller parts, as they are written in code.</summary>
public sealed class CatalogueParts : ICatalogueParts
{
    public JsonElement Waits { get; } = JsonSerializer.SerializeToElement(Controls.All.AddRange(AesthetixWorkflows.Catalogue.Control.Waits.All), ApiJson.Options);
    public JsonElement MergeFields { get; } = JsonSerializer.SerializeToElement(AesthetixWorkflows.Catalogue.Describing.MergeFields.Common, ApiJson.Options);
    public JsonElement Operators { get; } = JsonSerializer.SerializeToElement(Core.Conditions.Operators.All, ApiJson.Options);
    public JsonElement Conditions { get; } = JsonSerializer.SerializeToElement(AesthetixWorkflows.Catalogue.Asking.ReadyConditions.All, ApiJson.Options);
    public JsonElement DefinitionSchema => Core.Definitions.DefinitionSchema.Json;
    public IReadOnlyList<FindingDoc> FindingCodes { get; } = [.. Core.Definitions.FindingCodes.All.Select(c => new FindingDoc(c.Code, $"{c.Title}. {c.Meaning} {c.Fix}"))];
}

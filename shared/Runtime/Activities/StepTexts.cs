using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Activities;

/// <summary>The words of a step that names a message template: read at the moment of sending, so that a corrected template
/// reaches those who are under way. What the step says itself goes before what the template says.</summary>
static class StepTexts
{
    /// <returns>The step as it is to be run; null when its template is gone.</returns>
    public static async Task<Step.Act?> Resolve(IRecords records, string practice, Step.Act step, CancellationToken ct)
    {
        if (step.Config.ValueKind is not JsonValueKind.Object || Text(step.Config, "templateId") is not { } id) return step;
        if (await records.Find(Kinds.Template, practice, id, ct) is not { Body: var template }) return null;
        var config = JsonNode.Parse(step.Config.GetRawText())!.AsObject();
        if (Text(step.Config, "subject") is null) config["subject"] = template.Subject;
        if (Text(step.Config, "preheader") is null && template.Preheader is not null) config["preheader"] = template.Preheader;
        // The designed message says the same as the plain one, so both come from one hand.
        if (Text(step.Config, "body") is null && Text(step.Config, "html") is null)
        {
            config["body"] = template.Body;
            if (template.Html is not null) config["html"] = template.Html;
        }
        return step with { Config = JsonSerializer.SerializeToElement(config) };
    }

    static string? Text(JsonElement config, string name) =>
        config.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}

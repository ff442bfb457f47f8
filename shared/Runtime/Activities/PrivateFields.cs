using System.Runtime.CompilerServices;
using System.Text.Json;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Runtime.Activities;

/// <summary>Health and money stay out of texts, which lie open on a screen, and out of calls to other systems, unless the
/// practice has opened the field, or the workflow's settings or the step say that it may. Publishing asks the same.</summary>
sealed class PrivateFields(ProductCatalogue catalogue)
{
    /// <summary>The step's own leave.</summary>
    public const string Leave = "allowPrivate";

    readonly HashSet<string> _sensitive = [.. catalogue.Triggers.Values.SelectMany(trigger => trigger.MergeFields).Concat(MergeFields.Common).Where(field => field.Sensitive).Select(field => field.Name)];
    static readonly ConditionalWeakTable<Step, string[]> Named = [];

    /// <returns>The first private field that must not go; null: none.</returns>
    public string? Refuse(Definition definition, Step.Act step, ActionDescriptor descriptor, string? channel, Practice practice)
    {
        if (!IsOpen(step.Type, descriptor, channel) || step.Config.ValueKind is not JsonValueKind.Object) return null;
        if (definition.Settings.AllowPrivate.Contains(channel == "sms" ? "sms" : "web")) return null;
        if (step.Config.TryGetProperty(Leave, out var leave) && leave.ValueKind is JsonValueKind.True) return null;
        foreach (var field in Named.GetValue(step, FieldsOf))
            if (IsPrivate(definition, field) && !practice.OpenFields.Contains(field) && !practice.OpenFields.Contains("*")) return field;
        return null;
    }

    static bool IsOpen(string type, ActionDescriptor descriptor, string? channel) => channel == "sms" || channel is null && descriptor.Outside && type is "webhook.send" or "http.request";

    bool IsPrivate(Definition definition, string field)
    {
        // steps.s1.amount is what the action of s1 says of it.
        if (field.Split('.', 3) is ["steps", var id, var output])
            return definition.Find(id) is Step.Act act && catalogue.Actions.TryGetValue(act.Type, out var action) && action.Descriptor.Outputs.Any(o => o.Sensitive && Covers(o.Name, output));
        return _sensitive.Any(known => Covers(known, field));
    }

    static bool Covers(string known, string field) => known == field || known.EndsWith(".*", StringComparison.Ordinal) && field.StartsWith(known[..^1], StringComparison.Ordinal) && !Harmless.Contains(field);

    // A star covers what a form or survey asked; what it is called is no secret.
    static readonly HashSet<string> Harmless = ["survey.id", "survey.name", "form.id", "form.name"];

    static string[] FieldsOf(Step step)
    {
        var fields = new HashSet<string>();
        Collect(((Step.Act)step).Config, fields);
        return [.. fields];
    }

    static void Collect(JsonElement value, HashSet<string> fields)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String when value.GetString() is { } text && text.Contains("{{", StringComparison.Ordinal):
                fields.UnionWith(Template.Parse(text).Fields);
                break;
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject()) Collect(property.Value, fields);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray()) Collect(item, fields);
                break;
        }
    }
}

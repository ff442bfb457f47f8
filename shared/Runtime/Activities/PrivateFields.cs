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

    readonly SensitiveFields _sensitive = new(catalogue);
    static readonly ConditionalWeakTable<Step, string[]> Named = [];

    /// <returns>The first private field that must not go; null: none.</returns>
    public string? Refuse(Definition definition, Step.Act step, ActionDescriptor descriptor, string? channel, Practice practice)
    {
        if (!IsOpen(step.Type, descriptor, channel) || step.Config.ValueKind is not JsonValueKind.Object) return null;
        if (definition.Settings.AllowPrivate.Contains(channel == "sms" ? "sms" : "web")) return null;
        if (step.Config.TryGetProperty(Leave, out var leave) && leave.ValueKind is JsonValueKind.True) return null;
        foreach (var field in Named.GetValue(step, FieldsOf))
            if (IsPrivate(definition, practice, field, [])) return field;
        return null;
    }

    static bool IsOpen(string type, ActionDescriptor descriptor, string? channel) => channel == "sms" || channel is null && descriptor.Outside && type is "webhook.send" or "http.request";

    /// <param name="seen">Steps looked into: one may retell another.</param>
    bool IsPrivate(Definition definition, Practice practice, string field, HashSet<string> seen)
    {
        if (practice.Opens(field)) return false;
        if (field.Split('.', 3) is not ["steps", var id, var output]) return _sensitive.Contains(field);
        // steps.s1.amount is what the action of s1 says of it.
        if (definition.Find(id) is not Step.Act act || output == "status") return false;
        return _sensitive.Gives(act.Type, output)
            || SensitiveFields.Retells(act.Type) && seen.Add(id) && Named.GetValue(act, FieldsOf).Any(told => IsPrivate(definition, practice, told, seen));
    }

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

using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Lint;
using AesthetixWorkflows.Runtime.Drafting.Intents;

namespace AesthetixWorkflows.Runtime.Drafting.Assembling;

/// <summary>Writes a trigger as the catalogue's descriptor wants it; what the catalogue lacks is said, not written.</summary>
static class TriggerJson
{
    public static JsonObject? Of(EventMention start, Scene scene, string id)
    {
        if (!scene.Catalogue.Triggers.TryGetValue(start.Type, out var descriptor))
        {
            scene.Miss(start.Name);
            scene.Assume($"The words ask for a start that is not in the catalogue ({start.Type}), so the draft has no such trigger.");
            return null;
        }
        var trigger = new JsonObject { ["id"] = id, ["type"] = start.Type, ["name"] = start.Name, ["filters"] = Row.All(Offered(start, descriptor, scene)) };
        var config = start.Config?.DeepClone().AsObject() ?? (start.Type.StartsWith("contact.birthday", StringComparison.Ordinal) ? Fitted(descriptor, start.Offset) : null);
        if (config is not null && descriptor.Config.Length > 0) trigger["config"] = config;
        return trigger;
    }

    /// <summary>Only fields that the trigger can filter by.</summary>
    static IEnumerable<Row> Offered(EventMention start, TriggerDescriptor descriptor, Scene scene)
    {
        var known = descriptor.Filters.Select(filter => filter.Name).Concat(descriptor.MergeFields.Select(field => field.Name)).Concat(MergeFields.AtTheEvent.Select(field => field.Name)).Select(name => new KnownField(name)).ToList();
        foreach (var row in start.Filters)
            if (known.Exists(field => field.Covers(row.Field))) yield return row;
            else scene.Assume($"The trigger “{start.Name}” cannot be narrowed by {row.Field}; it takes all.");
    }

    /// <summary>"A week before" in whatever fields the trigger has for it: a length, or a number of days and a direction.</summary>
    static JsonObject Fitted(TriggerDescriptor descriptor, string? offset)
    {
        var config = new JsonObject();
        var before = offset?.StartsWith('-') == true;
        var length = offset?.TrimStart('-') ?? "P0D";
        foreach (var field in descriptor.Config)
        {
            if (field.Kind == FieldKind.Duration && (field.Required || offset is not null)) config[field.Name] = length;
            else if (field.Kind == FieldKind.Number && field.Name.Contains("day", StringComparison.OrdinalIgnoreCase) && !field.Name.Contains("of", StringComparison.OrdinalIgnoreCase))
                config[field.Name] = Durations.TryParse(length, out var parsed) ? parsed.Days + 30 * parsed.Months : 0;
            else if (field is { Kind: FieldKind.Choice, Options: { } options })
            {
                var option = options.FirstOrDefault(option => option.Value.StartsWith(before ? "before" : offset is null or "P0D" ? "on" : "after", StringComparison.OrdinalIgnoreCase));
                if (option is not null) config[field.Name] = option.Value;
                else if (field.Required) config[field.Name] = options[0].Value;
            }
        }
        return config;
    }
}

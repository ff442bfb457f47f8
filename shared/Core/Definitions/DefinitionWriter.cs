using System.Text.Json;
using System.Text.Json.Nodes;

namespace AesthetixWorkflows.Core.Definitions;

/// <summary>Writes a definition in its one normal form: defaults spelled out, timeouts beside config, windows as hours per weekday.</summary>
/// <remarks>Layout and notes are no part of a <see cref="Definition"/>; whoever keeps the draft keeps them.</remarks>
public static class DefinitionWriter
{
    public static JsonElement Write(Definition definition) => JsonSerializer.SerializeToElement(WriteNode(definition), JsonTexts.Default.JsonObject);

    public static JsonObject WriteNode(Definition definition)
    {
        var steps = new JsonObject();
        foreach (var (id, step) in definition.Steps.OrderBy(pair => pair.Key, StringComparer.Ordinal)) steps[id] = StepWriter.Write(step);
        return new JsonObject
        {
            ["schemaVersion"] = definition.SchemaVersion,
            ["settings"] = Settings(definition.Settings),
            ["triggers"] = new JsonArray([.. definition.Triggers.Select(Trigger)]),
            ["start"] = definition.Start,
            ["steps"] = steps,
        };
    }

    static JsonObject Settings(WorkflowSettings settings) => new()
    {
        ["reentry"] = Words.Reentry.Of(settings.Reentry),
        ["scope"] = Words.Scope.Of(settings.Scope),
        ["stopOnReply"] = settings.StopOnReply,
        ["timeZone"] = settings.TimeZone,
        ["window"] = settings.Window is null ? null : Parts.WriteWindow(settings.Window),
        ["pauseDates"] = new JsonArray([.. settings.PauseDates.Select(pause => new JsonObject
        {
            ["from"] = $"{pause.From:yyyy-MM-dd}", ["to"] = $"{pause.To:yyyy-MM-dd}", ["yearly"] = pause.Yearly,
        })]),
        ["sender"] = Sender(settings.Sender),
        ["onNewVersion"] = Words.InFlight.Of(settings.OnNewVersion),
        ["allowPrivate"] = new JsonArray([.. settings.AllowPrivate.Select(word => (JsonNode)word)]),
    };

    static JsonObject Sender(Sender sender)
    {
        var json = new JsonObject();
        if (sender.Name is not null) json["name"] = sender.Name;
        if (sender.Email is not null) json["email"] = sender.Email;
        if (sender.Phone is not null) json["phone"] = sender.Phone;
        return json;
    }

    static JsonObject Trigger(TriggerDefinition trigger)
    {
        var json = new JsonObject { ["id"] = trigger.Id, ["type"] = trigger.Type };
        if (trigger.Name is not null) json["name"] = trigger.Name;
        json["filters"] = Parts.WriteCondition(trigger.Filters);
        if (trigger.Config.EnumerateObject().Any()) json["config"] = StepWriter.Node(trigger.Config);
        if (trigger.Start is not null) json["start"] = trigger.Start;
        if (!trigger.Enabled) json["enabled"] = false;
        return json;
    }
}

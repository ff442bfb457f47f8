using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace AesthetixWorkflows.Core.Definitions;

/// <summary>Reads JSON into a <see cref="Definition"/>, and says everything that is wrong with it at once.</summary>
public static class DefinitionReader
{
    public const int MaxSteps = 500;
    public const int MaxTriggers = 50;
    const int MaxDepth = 64;

    /// <summary>Never throws. The definition is null only when there is none to speak of; when findings hold an error it is
    /// as complete as could be, good enough for the linter to go on with and never to be run.</summary>
    public static (Definition? Definition, ImmutableArray<Finding> Findings) Read(JsonElement json)
    {
        var findings = new List<Finding>();
        return (Read(json, findings), [.. findings]);
    }

    static Definition? Read(JsonElement json, List<Finding> findings)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            findings.Add(ReadingCodes.NotAnObject.At("", null, "This is not a workflow: it must be one JSON object."));
            return null;
        }
        if (!IsReadable(json, 0))
        {
            findings.Add(ReadingCodes.Unreadable.At("", null, "The workflow holds broken characters or is nested too deeply to be read."));
            return null;
        }
        var root = new JsonPart(json, "", "The workflow", null, findings);
        if (root.Raw("schemaVersion") is { } version && !(version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number == Definition.CurrentSchema))
        {
            root.Report(ReadingCodes.UnknownSchema, "schemaVersion", string.Create(CultureInfo.InvariantCulture, $"has schema version {version}, and only {Definition.CurrentSchema} is known."));
            return null;
        }
        var settings = root.Object("settings") is { } part ? SettingsReader.Read(part) : WorkflowSettings.Default;
        var triggers = ReadTriggers(root);
        var start = root.Text("start");
        var steps = ReadSteps(root, findings);
        root.Raw("layout");
        root.Raw("notes");
        root.RestIsUnknown();
        return new Definition(Definition.CurrentSchema, settings, triggers, start, steps);
    }

    static ImmutableArray<TriggerDefinition> ReadTriggers(JsonPart root)
    {
        var triggers = ImmutableArray.CreateBuilder<TriggerDefinition>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in root.Items("triggers", MaxTriggers))
        {
            var trigger = ReadTrigger(item);
            if (trigger.Id.Length > 0 && !ids.Add(trigger.Id))
                item.Report(ReadingCodes.DuplicateId, "id", $"has two triggers with the id “{trigger.Id}”.");
            triggers.Add(trigger);
        }
        return triggers.ToImmutable();
    }

    static TriggerDefinition ReadTrigger(JsonPart item)
    {
        item.Speaker = (item.Peek("name") ?? item.Peek("type")) is { } spoken ? $"The trigger “{spoken}”" : "A trigger";
        var trigger = new TriggerDefinition(item.Id(), item.NeedText("type"), item.Text("name"), item.Condition("filters"),
            ConfigOf(item), item.Text("start"), item.Flag("enabled", true));
        item.RestIsUnknown();
        return trigger;
    }

    static ImmutableDictionary<string, Step> ReadSteps(JsonPart root, List<Finding> findings)
    {
        var steps = ImmutableDictionary.CreateBuilder<string, Step>(StringComparer.Ordinal);
        if (root.Raw("steps") is not { } json) return steps.ToImmutable();
        if (json.ValueKind != JsonValueKind.Object)
        {
            root.Report(ReadingCodes.WrongShape, "steps", "needs its steps as a map from id to step.");
            return steps.ToImmutable();
        }
        foreach (var property in json.EnumerateObject())
        {
            var pointer = JsonPointer.Below("/steps", property.Name);
            if (steps.ContainsKey(property.Name))
                root.Report(ReadingCodes.DuplicateId, null, $"has two steps with the id “{property.Name}”.", pointer);
            if (!JsonPart.IsId(property.Name))
                root.Report(ReadingCodes.BadId, null, $"has a step with the id “{property.Name}”, which cannot be used.", pointer);
            if (steps.Count == MaxSteps)
            {
                root.Report(ReadingCodes.TooMany, "steps", string.Create(CultureInfo.InvariantCulture, $"allows at most {MaxSteps} steps."));
                break;
            }
            steps[property.Name] = StepReader.Read(property.Name, property.Value, pointer, findings);
        }
        return steps.ToImmutable();
    }

    internal static JsonElement ConfigOf(JsonPart part)
    {
        if (part.Raw("config") is not { } config) return Empty;
        if (config.ValueKind == JsonValueKind.Object) return config.Clone();
        part.Report(ReadingCodes.WrongShape, "config", "needs a group of settings for “config”.");
        return Empty;
    }

    internal static readonly JsonElement Empty = JsonDocument.Parse("{}").RootElement;

    /// <summary>Broken surrogates make a JSON text unreadable as a string; better found once here than everywhere.</summary>
    static bool IsReadable(JsonElement json, int depth)
    {
        if (depth > MaxDepth) return false;
        try
        {
            return json.ValueKind switch
            {
                JsonValueKind.Object => json.EnumerateObject().All(property => property.Name is not null && IsReadable(property.Value, depth + 1)),
                JsonValueKind.Array => json.EnumerateArray().All(item => IsReadable(item, depth + 1)),
                JsonValueKind.String => json.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}

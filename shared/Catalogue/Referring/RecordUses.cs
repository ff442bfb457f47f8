using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Catalogue.Control;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Catalogue.Referring;

/// <summary>Everything of the practice that a definition names. Driven by what descriptors say a field or filter holds, so a new
/// action or trigger needs no code here; reads drafts as they were typed, valid or not.</summary>
public sealed class RecordUses(ProductCatalogue catalogue)
{
    static readonly FrozenDictionary<string, ImmutableArray<Field>> Controls =
        Waits.All.Concat(Control.Controls.All).ToFrozenDictionary(control => control.Type, control => control.Config);
    static readonly ImmutableArray<Field> Sender =
        [.. new[] { "name", "email", "phone" }.Select(name => new Field(name, FieldKind.Text, "Sender", Merge: true))];

    /// <summary>What the fields of conditions hold, whichever trigger brings them.</summary>
    readonly FrozenDictionary<string, FilterField> _filters = catalogue.Triggers.Values.SelectMany(trigger => trigger.Filters)
        .Where(filter => filter.Of is not null).DistinctBy(filter => filter.Name).ToFrozenDictionary(filter => filter.Name);

    public ImmutableArray<RecordUse> In(JsonElement definition)
    {
        var uses = ImmutableArray.CreateBuilder<RecordUse>();
        if (Part(definition, "settings") is { } settings && Part(settings, "sender") is { } sender)
            uses.AddRange(Owned(new UseWalk("/settings/sender", null, null, "", _filters), walk => walk.Form(Sender, sender, "/settings/sender")));
        if (Part(definition, "triggers") is { ValueKind: JsonValueKind.Array } triggers)
            foreach (var (trigger, at) in triggers.EnumerateArray().Select((trigger, i) => (trigger, JsonPointer.Below("/triggers", i))))
                uses.AddRange(Trigger(trigger, at));
        if (Part(definition, "steps") is { ValueKind: JsonValueKind.Object } steps)
            foreach (var step in steps.EnumerateObject())
                uses.AddRange(Step(step.Name, step.Value, JsonPointer.Below("/steps", step.Name)));
        return uses.ToImmutable();
    }

    /// <summary>What one filled-in form names.</summary>
    public ImmutableArray<RecordUse> In(string actionType, JsonElement config) =>
        Owned(new UseWalk("", null, null, actionType, _filters), walk => walk.Form(Form(actionType), config, ""));

    ImmutableArray<RecordUse> Trigger(JsonElement trigger, string at)
    {
        if (Text(trigger, "type") is not { } type) return [];
        return Owned(new UseWalk(at, null, Text(trigger, "id"), type, _filters), walk =>
        {
            if (catalogue.Triggers.TryGetValue(type, out var descriptor) && Part(trigger, "config") is { } config) walk.Form(descriptor.Config, config, at + "/config");
            if (Part(trigger, "filters") is { } filters) walk.Condition(filters, at + "/filters");
        });
    }

    ImmutableArray<RecordUse> Step(string id, JsonElement step, string at)
    {
        if (Text(step, "type") is not { } type) return [];
        return Owned(new UseWalk(at, id, null, type, _filters), walk =>
        {
            if (Part(step, "config") is { } config)
            {
                walk.Form(Form(type), config, at + "/config");
                if (Part(config, "events") is { ValueKind: JsonValueKind.Array } events)
                    UseWalk.Each(events, at + "/config/events", (item, place) => Condition(walk, item, "filters", place));
            }
            if (Part(step, "branches") is { ValueKind: JsonValueKind.Array } branches)
                UseWalk.Each(branches, at + "/branches", (item, place) => Condition(walk, item, "when", place));
        });
    }

    static void Condition(UseWalk walk, JsonElement item, string name, string place)
    {
        if (Part(item, name) is { } condition) walk.Condition(condition, $"{place}/{name}");
    }

    ImmutableArray<Field> Form(string type) =>
        catalogue.Actions.TryGetValue(type, out var action) ? action.Descriptor.Config : Controls.GetValueOrDefault(type, []);

    /// <summary>A stage belongs to the one pipeline that stands beside it.</summary>
    static ImmutableArray<RecordUse> Owned(UseWalk walk, Action<UseWalk> go)
    {
        go(walk);
        var pipeline = walk.Uses.Where(use => use.Kind == "pipeline").Select(use => use.Id).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;
        return [.. walk.Uses.Select(use => use.Kind == "stage" ? use with { Within = pipeline } : use)];
    }

    static JsonElement? Part(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var part) && part.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? part : null;

    static string? Text(JsonElement of, string name) => Part(of, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}

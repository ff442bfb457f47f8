using System.Text.Json;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Locating;
using AesthetixWorkflows.Runtime.Simulating.Tracing;

namespace AesthetixWorkflows.Runtime.Explaining;

/// <summary>Does what happened match a trigger, and if not, which row of its filter stands in the way?</summary>
/// <param name="revealed">Also what is private is shown.</param>
sealed class TriggerCheck(ProductCatalogue catalogue, PrivateFields hidden, bool revealed)
{
    const string Question = "trigger";

    public ExplainedCheck Of(Asked asked, TimeSpan lookedBack)
    {
        if (asked.Definition is not { } definition) return new(Question, Verdict.Unknown, "definition.unreadable", "The draft has errors, so its triggers cannot be tried.");
        if (definition.Triggers.IsEmpty) return No("trigger.none", "The workflow has no trigger: contacts enter by hand or from another workflow.");
        if (asked.Event is not { Event: var e } stored)
            return No("trigger.noEvent", $"In the last {lookedBack.Days} days nothing happened to this contact that could start it. It waits for: {string.Join(", ", definition.Triggers.Select(Name).Distinct())}.");
        if (stored.Result is null) return new(Question, Verdict.Unknown, "unrouted", "It has just come in and is not worked on yet. Ask again in a moment.");
        if (stored.Result is "stale" or "unchanged" || stored.Result.StartsWith("unmatched:", StringComparison.Ordinal)) return No(stored.Result, CodeWords.OfResult(stored.Result));
        if (e.ContactId is { } whose && whose != asked.Contact.Id) return No("trigger.otherContact", "This happened to another contact.");

        var setting = new Setting(FactLoader.Of(e.Practice, asked.Practice, asked.Contact, e), asked.At, ContactClock.Of(asked.Contact.Body, asked.Practice));
        ExplainedTrigger[] triggers = [.. TriggerReport.Of(asked.Workflow.Id, definition, e.Type, setting).Select(Discreet).Zip(definition.Triggers, Told)];
        var matched = triggers.FirstOrDefault(t => t.Code == TriggerReport.Matched);
        if (matched is null && asked.EnteredByEvent)
            return new(Question, Verdict.Ok, "trigger.matchedThen", "It matched when it happened; since then the workflow or the contact has changed.") { Triggers = triggers };
        if (matched is not null) return new(Question, Verdict.Ok, "trigger.matched", $"{matched.Name}: it happened on {asked.Clock(asked.At)}, and every filter holds.") { Triggers = triggers };
        var nearest = triggers.FirstOrDefault(t => t.Code == TriggerReport.Filter) ?? triggers.FirstOrDefault(t => t.Code == TriggerReport.Disabled) ?? triggers[0];
        return No(nearest.Code, nearest.Words) with { Triggers = triggers };
    }

    TriggerVerdict Discreet(TriggerVerdict verdict) => revealed ? verdict : verdict with { Rows = hidden.Hide(verdict.Rows) };

    ExplainedTrigger Told(TriggerVerdict verdict, TriggerDefinition trigger) =>
        new(verdict.Id, verdict.Type, Name(trigger), verdict.Code, $"{Name(trigger)}: {Words(verdict, trigger)}", verdict.Rows);

    string Words(TriggerVerdict verdict, TriggerDefinition trigger) => verdict.Code switch
    {
        TriggerReport.Matched => "matches.",
        TriggerReport.OtherType => "is for something else.",
        TriggerReport.Disabled => "the trigger is switched off.",
        _ => string.Join(' ', (verdict.Rows ?? []).Take(3).Select(row => Row(row, trigger))),
    };

    string Row(FailedRow row, TriggerDefinition trigger)
    {
        var wanted = Narration.Of(new Condition.Test(row.Field, row.Op, row.Expected), field => Label(field, trigger.Type));
        return row.Found is null ? $"It wants “{wanted}”, and there is nothing." : $"It wants “{wanted}”, and found “{row.Found}”.";
    }

    string? Label(string field, string type) => catalogue.Triggers.TryGetValue(type, out var known)
        ? known.Filters.FirstOrDefault(f => f.Name == field)?.Label : null;

    string Name(TriggerDefinition trigger) =>
        trigger.Name is { Length: > 0 } name ? name : catalogue.Triggers.TryGetValue(trigger.Type, out var known) ? known.Label : trigger.Type;

    static ExplainedCheck No(string code, string words) => new(Question, Verdict.Failed, code, words);
}

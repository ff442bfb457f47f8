using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Core.Lint;

/// <summary>Every field that a text or condition names must exist, and should be there when it is used.</summary>
internal sealed class FieldChecks
{
    readonly Definition _definition;
    readonly ILintCatalogue _catalogue;
    readonly Report _report;
    /// <summary>What the workflow's own triggers bring, and what any trigger could.</summary>
    readonly ImmutableArray<KnownField> _brought;
    readonly ImmutableArray<KnownField> _possible;

    public FieldChecks(Definition definition, ILintCatalogue catalogue, Report report)
    {
        (_definition, _catalogue, _report) = (definition, catalogue, report);
        _brought = [.. catalogue.CommonFields, .. definition.Triggers.Where(trigger => trigger.Enabled).SelectMany(trigger => catalogue.FieldsOf(trigger.Type))];
        _possible = [.. catalogue.CommonFields, .. catalogue.TriggerTypes.SelectMany(type => catalogue.FieldsOf(type))];
    }

    public void Run()
    {
        Settings();
        for (var i = 0; i < _definition.Triggers.Length; i++) Trigger(_definition.Triggers[i], JsonPointer.Below("/triggers", i) + "/filters");
        foreach (var step in _definition.Steps.Values.OrderBy(step => step.Id, StringComparer.Ordinal)) Step(step);
    }

    void Settings()
    {
        if (_definition.Settings.Window is { } window && StepChecks.NeverOpens(window))
            _report.Workflow(LintCodes.ClosedWindow, "/settings/window", "The workflow's hours never come: no weekday is open.");
        var sender = _definition.Settings.Sender;
        foreach (var (name, text) in new[] { ("name", sender.Name), ("email", sender.Email), ("phone", sender.Phone) })
            if (text is not null) Text(text, (code, message) => _report.Workflow(code, "/settings/sender/" + name, $"The workflow's sender {message}"), default);
    }

    /// <summary>Filters are asked before anybody is enrolled: only what this very trigger brings is there, and who it is about.</summary>
    void Trigger(TriggerDefinition trigger, string pointer)
    {
        if (!_catalogue.TriggerTypes.Contains(trigger.Type)) return;
        Filters(trigger.Filters, trigger.Type, (code, message) => _report.Workflow(code, pointer, $"The trigger “{trigger.Name ?? trigger.Type}” {message}"));
    }

    void Filters(Condition condition, string eventType, Action<FindingCode, string> say)
    {
        ImmutableArray<KnownField> known = [.. _catalogue.EventFields, .. _catalogue.FieldsOf(eventType)];
        foreach (var field in ConditionFields.Of(condition).Where(field => !known.Any(one => one.Covers(field))))
            say(LintCodes.UnknownField, _catalogue.CommonFields.Any(common => common.Covers(field))
                ? $"filters by “{field}”, which is not known yet when the event comes. Ask it in an If step."
                : $"filters by “{field}”, which this event does not have.{Nearest.Hint(field, Names(known))}");
    }

    void Step(Step step)
    {
        Action<FindingCode, string> Say(string below) => (code, message) => _report.Step(code, step, below, message);
        switch (step)
        {
            case Step.Act act when _catalogue.ActionTypes.Contains(act.Type):
                foreach (var text in _catalogue.TextsOf(act.Type, act.Config)) Text(text.Text, Say("/config" + text.Pointer), Carrying(act));
                break;
            case Step.If branching:
                for (var i = 0; i < branching.Branches.Length; i++) Condition(branching.Branches[i].When, Say(JsonPointer.Below("/branches", i) + "/when"));
                break;
            case Step.WaitCondition wait:
                Condition(wait.When, Say("/config/when"));
                break;
            case Step.Goal goal:
                for (var i = 0; i < goal.Events.Length; i++)
                    if (_catalogue.TriggerTypes.Contains(goal.Events[i].Type)) Filters(goal.Events[i].Filters, goal.Events[i].Type, Say(JsonPointer.Below("/config/events", i) + "/filters"));
                break;
            case Step.WaitUntil { Field: { } field } wait:
                if (wait.FollowsAppointment && !_brought.Any(known => known.Covers(field)) && _possible.Any(known => known.Covers(field)))
                    _report.Step(LintCodes.NoAppointment, step, "/config/field", "waits for an appointment, but no trigger of this workflow brings one.");
                else Field(field, Say("/config/field"), default);
                break;
        }
    }

    void Condition(Condition condition, Action<FindingCode, string> say)
    {
        foreach (var test in Tests(condition))
        {
            Field(test.Field, say, default);
            if (test.Value.ValueKind == JsonValueKind.String) Text(test.Value.GetString()!, say, default);
        }
    }

    void Text(string text, Action<FindingCode, string> say, Carrier by)
    {
        foreach (var (code, problem) in Parts.TemplateProblems(text)) say(code, $"has a text that cannot be filled in. {problem}");
        foreach (var field in Parts.TemplateFields(text).Distinct(StringComparer.Ordinal)) Field(field, say, by);
    }

    void Field(string field, Action<FindingCode, string> say, Carrier by)
    {
        if (field.StartsWith("steps.", StringComparison.Ordinal))
        {
            if (!IsOutput(field)) say(LintCodes.UnknownField, $"uses “{field}”, but no step gives that.");
            else if (PrivateSource(field, []) is { } source) Private(source == field ? $"“{field}”, which is private" : $"“{field}”, which tells of “{source}” and is private", say, by);
            return;
        }
        if (_possible.FirstOrDefault(known => known.Covers(field)) is not { } match)
            say(LintCodes.UnknownField, $"uses an unknown field “{field}”.{Nearest.Hint(field, Names(_possible))}");
        else if (!_brought.Any(known => known.Covers(field)))
            say(LintCodes.FieldNotBrought, $"uses “{field}”, which no trigger of this workflow brings; it would be empty.");
        else if (match.Sensitive) Private($"“{field}”, which is private", say, by);
    }

    void Private(string what, Action<FindingCode, string> say, Carrier by)
    {
        if (by.Marketing && !Allowed("marketing")) say(LintCodes.PrivateMarketing, $"would use {what}, for marketing.");
        else if (by.Way is { } way && !Allowed(way)) say(LintCodes.SensitiveField, $"would send {what}, in a way that others may read.");
    }

    /// <summary>The private field that this one is or, being put out by a step, was made of.</summary>
    string? PrivateSource(string field, HashSet<string> seen)
    {
        if (field.Split('.', 3) is not ["steps", var id, var output]) return _possible.FirstOrDefault(known => known.Covers(field)) is { Sensitive: true } ? field : null;
        if (output == "status" || _definition.Find(id) is not Step.Act act || !_catalogue.ActionTypes.Contains(act.Type)) return null;
        if (_catalogue.OutputsOf(act.Type).Any(known => known.Sensitive && known.Covers(output))) return field;
        if (!_catalogue.Retells(act.Type) || !seen.Add(id)) return null;
        return _catalogue.TextsOf(act.Type, act.Config).SelectMany(text => Parts.TemplateFields(text.Text)).Select(told => PrivateSource(told, seen)).FirstOrDefault(found => found is not null);
    }

    bool Allowed(string where) => _definition.Settings.AllowPrivate.Contains(where);

    Carrier Carrying(Step.Act act)
    {
        var channel = _catalogue.ChannelOf(act.Type, act.Config);
        return new(channel == "email" || SaysItMay(act) || !_catalogue.IsOpenToOthers(act.Type) ? null : channel == "sms" ? "sms" : "web", channel is not null && act.Purpose == "marketing");
    }

    static bool SaysItMay(Step.Act act) => act.Config.ValueKind is JsonValueKind.Object && act.Config.TryGetProperty("allowPrivate", out var says) && says.ValueKind is JsonValueKind.True;

    /// <summary>Where a text goes.</summary>
    /// <param name="Way">How others may read along: <c>sms web</c>; null: they cannot.</param>
    readonly record struct Carrier(string? Way, bool Marketing);

    /// <summary><c>steps.s1.status</c>: every step has a status, actions also what they put out.</summary>
    bool IsOutput(string field)
    {
        var parts = field.Split('.', 3);
        if (parts.Length < 3 || _definition.Find(parts[1]) is not { } step) return false;
        return parts[2] == "status" || step is Step.Act && _catalogue.ActionTypes.Contains(step.Type) && _catalogue.OutputsOf(step.Type).Any(known => known.Covers(parts[2]));
    }

    static IEnumerable<string> Names(IEnumerable<KnownField> fields) =>
        fields.Select(known => known.Name).Where(name => !name.EndsWith(".*", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);

    static IEnumerable<Condition.Test> Tests(Condition condition) => condition switch
    {
        Conditions.Condition.All all => all.Items.SelectMany(Tests),
        Conditions.Condition.Any any => any.Items.SelectMany(Tests),
        Conditions.Condition.Test test => [test],
        _ => [],
    };
}

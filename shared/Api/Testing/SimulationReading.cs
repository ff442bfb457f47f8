using System.Globalization;
using System.Text.Json;
using AesthetixWorkflows.Api.Contacts;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Scheduling;
using AesthetixWorkflows.Runtime.Scheduling.Days;
using AesthetixWorkflows.Runtime.Simulating;

namespace AesthetixWorkflows.Api.Testing;

/// <summary>Reads a wish for a simulation; what is wrong with it is refused by its place in the body.</summary>
static class SimulationReading
{
    static readonly JsonElement NoData = JsonDocument.Parse("{}").RootElement;

    /// <exception cref="RefusedException">Something in it cannot be tried.</exception>
    public static SimulationRequest Read(SimulationWish wish, string practice, string workflowId, Definition definition, JsonElement json, DateTimeOffset now)
    {
        if (wish is { Contact: not null, ContactId: not null }) throw Bad("/contactId", "Either a contact or a contactId.");
        if (wish is { Event: null, Contact: null, ContactId: null }) throw new RefusedException(Refusal.Required("event"));
        var start = wish.StartAt ?? now;
        if (start.Year is < 2000 or > 2200) throw Bad("/startAt", "Between the years 2000 and 2200.");
        return new()
        {
            Practice = practice, WorkflowId = workflowId, Definition = definition, Json = json, StartAt = start,
            ContactId = wish.ContactId, Contact = wish.Contact is { } contact ? Tidy(contact) : null, AsIfNew = wish.AsIfNew,
            Event = wish.Event is null ? null : Event(wish.Event, "/event", workflowId, definition, start),
            Script = Script(wish.Script ?? [], workflowId, definition, start), Answers = Answers(wish.Answers), Horizon = Horizon(wish.Horizon, start),
        };
    }

    static Contact Tidy(Contact contact)
    {
        try
        {
            return ContactWrites.Tidy(contact);
        }
        catch (RefusedException refused)
        {
            throw new RefusedException(refused.Refusal with { Errors = [.. refused.Refusal.Errors!.Select(e => e with { Pointer = "/contact" + e.Pointer })] });
        }
    }

    static TriedEvent Event(EventWish wish, string at, string workflowId, Definition definition, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(wish.Type)) throw new RefusedException(Refusal.OfField(Codes.FieldRequired, at + "/type", "This field is required."));
        if (wish.Type.Length > 100) throw Bad(at + "/type", "An event type such as form.submitted.");
        if (wish.Data is { ValueKind: not JsonValueKind.Object }) throw Bad(at + "/data", "An object: facts by root.");
        // An occurrence names its workflow and trigger; nobody who wants to try a schedule should have to know how.
        if (wish is { Type: ScheduleEvent.Type, Data: null } && definition.Triggers.FirstOrDefault(t => t is { Type: ScheduleEvent.Type, Enabled: true }) is { } schedule)
            return new(wish.Type, ScheduleEvent.Of(workflowId, schedule, now).Data);
        if (wish.Data is null && DayTrigger.Is(wish.Type) && definition.Triggers.FirstOrDefault(t => t.Enabled && t.Type == wish.Type) is { } day)
            return new(wish.Type, DaySample.Of(workflowId, day, now) ?? NoData);
        return new(wish.Type, wish.Data ?? NoData);
    }

    static List<ScriptEntry> Script(IReadOnlyList<ScriptWish> wishes, string workflowId, Definition definition, DateTimeOffset start)
    {
        if (wishes.Count > SimulationLimits.Script) throw Bad("/script", string.Create(CultureInfo.InvariantCulture, $"At most {SimulationLimits.Script} entries."));
        var script = new List<ScriptEntry>();
        foreach (var (number, wish) in wishes.Index())
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"/script/{number}");
            if (!Durations.TryParse(wish.After, out var after) || after.IsNegative) throw Bad(at + "/after", "An ISO 8601 duration such as PT2H, counted from the start.");
            if (wish.Event is null) throw new RefusedException(Refusal.OfField(Codes.FieldRequired, at + "/event", "This field is required."));
            var moment = Durations.Add(start, after, "UTC");
            script.Add(new(moment, Event(wish.Event, at + "/event", workflowId, definition, moment)));
        }
        return script;
    }

    static Dictionary<string, WebAnswer> Answers(IReadOnlyDictionary<string, AnswerWish>? wishes)
    {
        var answers = new Dictionary<string, WebAnswer>();
        foreach (var (step, wish) in wishes ?? new Dictionary<string, AnswerWish>())
            answers[step] = wish.Status is null or >= 100 and <= 599 ? new(wish.Status ?? 200, wish.Body)
                : throw Bad($"/answers/{step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}/status", "100 to 599.");
        return answers;
    }

    static TimeSpan Horizon(string? text, DateTimeOffset start)
    {
        if (text is null) return SimulationLimits.Horizon;
        if (!Durations.TryParse(text, out var length) || length.IsNegative) throw Bad("/horizon", "An ISO 8601 duration such as P90D, at most ten years.");
        return Durations.Add(start, length, "UTC") - start;
    }

    static RefusedException Bad(string pointer, string message) => new(Refusal.OfField(Codes.FieldInvalid, pointer, message));
}

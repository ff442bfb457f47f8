using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Activities;
using AesthetixWorkflows.Runtime.Locating;
using AesthetixWorkflows.Runtime.Simulating.Tracing;

namespace AesthetixWorkflows.Runtime.Explaining;

/// <summary>Would its first messages go now? Asks the same permission, at the same hours, as sending does.</summary>
sealed class SendsCheck(IRecords records, ProductCatalogue catalogue, FrequencyCaps caps)
{
    const string Question = "sends";
    const int MostSends = 5;

    /// <param name="trigger">The one that let the contact in; it may begin at a step of its own.</param>
    public async Task<ExplainedCheck> Of(Asked asked, string? trigger, CancellationToken ct)
    {
        if (asked.Definition is not { } definition) return new(Question, Verdict.Unknown, "definition.unreadable", "The draft has errors, so its messages cannot be tried.");
        var start = definition.Triggers.FirstOrDefault(t => t.Id == trigger)?.Start ?? definition.Start;
        var sends = new List<ExplainedSend>();
        var recipient = (await SendingRules.Recipient(records, asked.PracticeId, asked.Contact, ct))?.Body;
        foreach (var step in FirstOn(definition, start)) sends.Add(await Send(asked, recipient, definition, step, ct));
        if (sends.Count == 0) return new(Question, Verdict.Ok, "sends.none", "The workflow sends the contact no message.");
        var stopped = sends.FirstOrDefault(s => s.Code != "ok");
        return new(Question, stopped is null ? Verdict.Ok : Verdict.Failed, stopped?.Code ?? "sends.open", stopped?.Words ?? "Its first messages may go: the contact can be reached, has not objected, and it is a good hour.")
        {
            Sends = [.. sends],
        };
    }

    /// <param name="recipient">The contact, or its guardian; null: nobody knows who that is.</param>
    async Task<ExplainedSend> Send(Asked asked, Contact? recipient, Definition definition, Step.Act step, CancellationToken ct)
    {
        var descriptor = catalogue.Actions[step.Type].Descriptor;
        var channel = descriptor.Channel!;
        var name = step.Name is { Length: > 0 } given ? given : descriptor.Label;
        var outcome = !step.Enabled ? new Outcome.Skipped("disabled")
            : recipient is null ? new Outcome.Skipped("guardian.unknown")
            : channel == "sms" && recipient.Phone is null ? new Outcome.Skipped("contact.noPhone")
            : channel == "email" && recipient.Email is null ? new Outcome.Skipped("contact.noEmail")
            : SendingRules.Permission(asked.Practice, asked.Contact.Body, recipient, channel, step.Purpose, asked.Now)
            ?? Timing.Refuse(definition.Settings, asked.Practice, Somebody(asked), channel, step.Purpose, step.Config, recipient, asked.Now)
            ?? (step.Purpose == "marketing" ? (await caps.Look(asked.Practice, asked.PracticeId, asked.Contact.Id, channel, ContactClock.Of(recipient, asked.Practice), "", asked.Now, ct)).Refused : null);
        ExplainedSend Told(string code, string words, DateTimeOffset? until = null) => new(step.Id, name, channel, step.Purpose, code, words, until);
        string Whose(string code) => code is "held.quietHours" or "textHours.apart" ? $" {TextHoursWords.Of(asked.Practice, step.Purpose, recipient!, asked.Now)}" : "";
        return outcome switch
        {
            null => Told("ok", $"“{name}” may go."),
            // The kill switch is looked at every few minutes, which is nobody's idea of when it ends.
            Outcome.Held { Code: "sending.paused" } => Told("sending.paused", $"“{name}” is held: the practice has paused all sending."),
            Outcome.Held held => Told(held.Code, $"“{name}” is held until {asked.Clock(held.Until)}: {CodeWords.Of(held.Code)}{Whose(held.Code)}", held.Until),
            Outcome.Skipped skipped => Told(skipped.Code, $"“{name}” does not go: {CodeWords.Of(skipped.Code)}{Whose(skipped.Code)}"),
            Outcome.Failed failed => Told(failed.Code, $"“{name}” fails: {CodeWords.Of(failed.Code)}"),
            _ => throw new InvalidOperationException($"Permission is not answered with {outcome.GetType().Name}."),
        };
    }

    /// <summary>The first message of each channel on each path from here: a text behind an email may be stopped where the email is not.</summary>
    List<Step.Act> FirstOn(Definition definition, string? start)
    {
        var (seen, open, found) = (new HashSet<(string, string)>(), new Queue<(string Id, string Channels)>(), new List<Step.Act>());
        if (start is not null) open.Enqueue((start, ""));
        while (open.TryDequeue(out var at) && found.Count < MostSends)
        {
            if (!seen.Add(at) || definition.Find(at.Id) is not { } step) continue;
            var channels = at.Channels;
            if (step is Step.Act act && ChannelOf(act) is { } channel && !channels.Split(' ').Contains(channel))
            {
                if (!found.Contains(act)) found.Add(act);
                channels = string.Join(' ', channels.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(channel).Order(StringComparer.Ordinal));
            }
            foreach (var next in Paths.After(step)) open.Enqueue((next, channels));
        }
        return found;
    }

    string? ChannelOf(Step.Act act) => catalogue.Actions.TryGetValue(act.Type, out var action) ? action.Descriptor.Channel : null;

    static Enrollment Somebody(Asked asked) => new()
    {
        Id = "enr_explained", Practice = asked.PracticeId, WorkflowId = asked.Workflow.Id, Version = asked.Workflow.Body.Version,
        ContactId = asked.Contact.Id, ScopeKey = "contact", Zone = ContactClock.Of(asked.Contact.Body, asked.Practice), EnrolledAt = asked.Now,
    };
}

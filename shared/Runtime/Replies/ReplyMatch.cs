using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Consent;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Core.Replies;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Replies;

/// <summary>Whose question does a message answer? One of the contact's enrollments at most: of those that wait for a reply, the
/// one whose question offered this word, or else the one that asked last. What the team or another workflow wrote in between
/// asks nothing, and so takes no answer away.</summary>
/// <remarks>Questions asked within minutes of each other (two visits, reminded of together) are told apart by the visit that is nearer.</remarks>
public sealed class ReplyMatch(IStore store, WorkflowBook workflows)
{
    const int Looked = 30;
    static readonly TimeSpan Together = TimeSpan.FromMinutes(5);

    public async Task<Answered> Of(PracticeEvent e, string contactId, IReadOnlyList<StoredEnrollment> live, IReadOnlyCollection<string> moreStops, CancellationToken ct)
    {
        var channel = FactLoader.TextIn(e.Data, "message", "channel") ?? "sms";
        var text = FactLoader.TextIn(e.Data, "message", "body") ?? FactLoader.TextIn(e.Data, "message", "text");
        var sent = await Sent(e.Practice, contactId, channel, ct);
        var asking = new List<Candidate>();
        foreach (var stored in live)
            if (await workflows.Version(e.Practice, stored.Enrollment.WorkflowId, stored.Enrollment.Version, ct) is { } definition
                && Candidate.Of(definition, stored.Enrollment, channel, e.At) is { } candidate)
                asking.Add(candidate with { Reading = Read(text, e, AskedBy(stored.Enrollment, stored.Enrollment.ContactId == contactId ? sent : await Sent(e.Practice, stored.Enrollment.ContactId!, channel, ct)), moreStops) });

        var chosen = await Choose(e.Practice, asking, ct);
        var reading = chosen?.Reading ?? Read(text, e, Asked.Nothing, moreStops);
        return new(Ids.Beside(Kinds.Message.Prefix, e.Id, e.Id), channel, reading, chosen?.Enrollment.Id, chosen?.Enrollment.WorkflowId ?? sent.FirstOrDefault()?.WorkflowId, chosen is { Place: not Place.Later }, e.At);
    }

    /// <summary>What went to the contact lately, newest first.</summary>
    async Task<List<Message>> Sent(string practice, string contactId, string channel, CancellationToken ct) =>
        [.. (await store.List(Kinds.Message, practice, new Listing(Looked, Index: "contact", Value: contactId), ct)).Items
            .Select(item => item.Body).Where(m => m is { Direction: Direction.Out, Status: not MessageStatus.Failed } && m.Channel == channel && m.Purpose != "team")];

    static Asked AskedBy(Enrollment enrollment, List<Message> sent) => Asked.In(sent.FirstOrDefault(m => m.EnrollmentId == enrollment.Id)?.Text);

    static ReplyReading Read(string? text, PracticeEvent e, Asked asked, IReadOnlyCollection<string> moreStops) =>
        FactLoader.TextIn(e.Data, "message", "optOut") == "stop" || OptOutWords.IsStop(text, moreStops) ? new(ReplyIntents.Stop, Word: "stop") : ReplyReading.Of(text, asked);

    async Task<Candidate?> Choose(string practice, List<Candidate> asking, CancellationToken ct)
    {
        if (asking.Count < 2) return asking.FirstOrDefault();
        var open = asking.Where(c => c.Place is not Place.Later).ToList();
        var pool = open.Count > 0 ? open : asking;
        if (pool.Where(c => c.Reading.Offered).ToList() is { Count: > 0 } offered) pool = offered;
        var last = pool.Max(c => c.AskedAt);
        var together = pool.Where(c => last - c.AskedAt <= Together).ToList();
        if (together.Count == 1) return together[0];
        var nearest = (Candidate: together.MaxBy(c => c.AskedAt)!, StartsAt: DateTimeOffset.MaxValue);
        foreach (var candidate in together)
            if (EntryRules.IdIn(candidate.Enrollment.ScopeKey, "appointment") is { } visit
                && await store.Find(Kinds.Appointment, practice, visit, ct) is { Body.StartsAt: var starts } && starts < nearest.StartsAt)
                nearest = (candidate, starts);
        return nearest.Candidate;
    }

    /// <summary>Where an enrollment stands towards its wait: at it, on the way between its message and it, or somewhere before.</summary>
    enum Place { Open, Arriving, Later }

    sealed record Candidate(Enrollment Enrollment, Place Place, DateTimeOffset AskedAt)
    {
        public ReplyReading Reading { get; init; } = new(ReplyIntents.Other);

        public static Candidate? Of(Definition definition, Enrollment e, string channel, DateTimeOffset at)
        {
            if (!definition.Steps.Values.Any(step => Hears(step, channel))) return null;
            var sending = e.Pending is Pending.Action { NotBefore: null } ? e.SendingSince : null;
            var asked = sending ?? e.LastMessageAt ?? (e.Pending as Pending.Timer)?.Since ?? e.EnrolledAt;
            if (e.Pending is Pending.Timer { For: Waits.Reply }) return Hears(definition.Find(e.StepId), channel) ? new(e, Place.Open, asked) : null;
            // What was said before it asked is no answer to it.
            if (asked > at) return null;
            return new(e, e.Pending is Pending.Timer or Pending.Action { NotBefore: not null } ? Place.Later : Place.Arriving, asked);
        }

        static bool Hears(Step? step, string channel) => step is Step.WaitReply { Enabled: true } wait && (wait.Channel is null || wait.Channel == channel);
    }
}

using System.Diagnostics.Metrics;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Telemetry;

/// <summary>What operators count. Tags are few and closed: a tag per practice or workflow would be a time series each.</summary>
public static class Tally
{
    public const string MeterName = "AesthetixWorkflows";

    static readonly Meter Meter = new(MeterName);
    static readonly Counter<long> Started = Meter.CreateCounter<long>("enrollments.started", description: "Contacts that entered a workflow");
    static readonly Counter<long> Finished = Meter.CreateCounter<long>("enrollments.finished", description: "Enrollments that ended, by status");
    static readonly Counter<long> Sent = Meter.CreateCounter<long>("messages.sent", description: "Messages that a provider took, by channel");
    static readonly Counter<long> Failed = Meter.CreateCounter<long>("messages.failed", description: "Messages that no provider took, or nobody knows; by channel and code");
    static readonly Histogram<double> Lateness = Meter.CreateHistogram<double>("timers.lateness", "s", "How late a timer was looked at");
    static readonly Counter<long> Ignored = Meter.CreateCounter<long>("signals.ignored", description: "Inputs that came for an enrollment that is over or gone");
    static readonly Counter<long> Routed = Meter.CreateCounter<long>("events.routed", description: "Events, by what became of them");
    static readonly Counter<long> Repaired = Meter.CreateCounter<long>("leftovers.repaired", description: "What Recover carried on with, by kind");

    /// <summary>Enrollments that this commit began and ended.</summary>
    public static void Committed(ChangeSet changes)
    {
        if (Muted.Now || !Started.Enabled && !Finished.Enabled) return;
        foreach (var change in changes.Changes)
        {
            if (change is Change.Enroll) Started.Add(1);
            var left = change switch { Change.Enroll entered => entered.Enrollment, Change.Save save => save.Enrollment, _ => null };
            if (left is { IsLive: false }) Finished.Add(1, new KeyValuePair<string, object?>(Tags.Status, NameOf(left.Status)));
        }
    }

    public static void Sending(string channel, Outcome outcome)
    {
        if (Muted.Now) return;
        if (outcome is Outcome.Done) Sent.Add(1, new KeyValuePair<string, object?>(Tags.Channel, channel));
        else if (Failed.Enabled) Failed.Add(1, new(Tags.Channel, channel), new(Tags.Code, Tags.CodeOf(outcome)));
    }

    public static void TimerRang(DateTimeOffset due, DateTimeOffset now)
    {
        if (Lateness.Enabled && !Muted.Now) Lateness.Record(Math.Max(0, (now - due).TotalSeconds));
    }

    public static void InputsIgnored(int count = 1)
    {
        if (!Muted.Now) Ignored.Add(count);
    }

    /// <param name="result">As stored: <c>enrolled:1</c>, <c>unmatched:contact.unknown</c>, <c>ignored</c>.</param>
    public static void EventRouted(string result)
    {
        if (Routed.Enabled && !Muted.Now) Routed.Add(1, new KeyValuePair<string, object?>(Tags.Kind, Tags.Head(result)));
    }

    /// <param name="kind"><c>event start input publish</c>.</param>
    public static void LeftoverRepaired(string kind, int count = 1) => Repaired.Add(count, new KeyValuePair<string, object?>(Tags.Kind, kind));

    static string NameOf(EnrollmentStatus status) => status switch
    {
        EnrollmentStatus.Completed => "completed",
        EnrollmentStatus.Exited => "exited",
        EnrollmentStatus.Failed => "failed",
        _ => "live",
    };
}

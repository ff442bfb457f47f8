using System.Globalization;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;

namespace AesthetixWorkflows.Core.Machine;

/// <summary>Takes the answer to a step's question.</summary>
internal static class Deciding
{
    /// <summary>A moment missed by less than this counts as on time: a visit booked exactly 24 hours ahead gets its 24-hour text.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    public static void Apply(Walk walk, Pending.Question question, Decision decision)
    {
        switch (walk.Step, decision)
        {
            case (Step.If branching, Decision.Branch(var id)):
                var branch = branching.Branches.FirstOrDefault(b => b.Id == id);
                walk.Log(Happened.Decided, branch is null ? "none" : $"branch:{branch.Id}");
                Entering.Enter(walk, branch is null ? branching.None.Next : branch.Next);
                break;
            case (Step.Split split, Decision.Branch(var id)):
                var share = split.Shares.FirstOrDefault(s => s.Id == id);
                walk.Log(Happened.Decided, share is null ? "none" : $"share:{share.Id}");
                Entering.Enter(walk, share?.Next ?? split.Next);
                break;
            case (Step.WaitCondition, Decision.Truth { Value: true }):
                walk.Log(Happened.Resumed);
                Entering.Enter(walk, walk.Step.Next);
                break;
            case (Step.WaitCondition, Decision.Truth) when Signalling.TakeNews(walk):
                // Something changed while the question was being answered: the answer may be old.
                Waiting.Ask(walk, question.Since);
                break;
            case (Step.WaitCondition wait, Decision.Truth(_, var again)):
                Waiting.Sleep(walk, Waits.Condition, question.Since, Earlier(Waiting.Limit(walk, question.Since, wait.Timeout), again), question.Quiet);
                break;
            case (Step.Drip, Decision.Moment { At: var at }):
                SleepUntil(walk, Waits.Drip, question.Since, at);
                break;
            case (Step.WaitUntil wait, Decision.Moment(var at)):
                Until(walk, wait, question.Since, at);
                break;
            case (Step.WaitInvoice wait, Decision.Moment) when Waiting.TakeBuffered(walk, wait) is { } settled:
                walk.Log(Happened.Resumed, settled.Detail);
                Entering.Enter(walk, Waiting.Met(wait));
                break;
            case (Step.WaitInvoice, Decision.Moment) when Signalling.TakeNews(walk):
                Waiting.Ask(walk, question.Since);
                break;
            case (Step.WaitInvoice wait, Decision.Moment(var due)):
                SleepUntil(walk, Waits.Invoice, question.Since, Shift(walk, due, wait.Offset, null));
                break;
            default:
                walk.Finish(EnrollmentStatus.Failed, "decision.unfit");
                break;
        }
    }

    static DateTimeOffset? Earlier(DateTimeOffset? limit, DateTimeOffset? again) => limit is null || again < limit ? again : limit;

    /// <summary>The moment plus the offset, both on the calendar of the enrollment's zone.</summary>
    public static DateTimeOffset? Shift(Walk walk, DateTimeOffset? at, string? offset, TimeOnly? timeOfDay)
    {
        if (at is not { } moment) return null;
        if (offset is not null) moment = Durations.Add(moment, offset, walk.Enrollment.Zone);
        return timeOfDay is { } time
            ? Zones.At(DateOnly.FromDateTime(Zones.ToLocal(moment, walk.Enrollment.Zone).DateTime), time, walk.Enrollment.Zone)
            : moment;
    }

    /// <summary>Without an offset it is the time on the wall of the enrollment's zone; never that of the machine this runs on.</summary>
    static DateTimeOffset? FixedMoment(string? text, string zone) =>
        !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var local) ? null
        : local.Kind is DateTimeKind.Unspecified ? Zones.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), zone)
        : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    static void Until(Walk walk, Step.WaitUntil wait, DateTimeOffset since, DateTimeOffset? at)
    {
        if (wait.Field is null) at ??= FixedMoment(wait.At, walk.Enrollment.Zone);
        var until = Shift(walk, at, wait.Offset, wait.TimeOfDay);
        if (until is { } moment && moment <= walk.Now - Grace)
        {
            walk.Log(Happened.Skipped, "wait.past", moment);
            walk.Enrollment = walk.Enrollment with { FreshUntil = null };
            Past(walk, wait);
            return;
        }
        SleepUntil(walk, Waits.Until, since, until);
    }

    static void SleepUntil(Walk walk, string waitsFor, DateTimeOffset since, DateTimeOffset? until)
    {
        if (until is null)
        {
            walk.Log(Happened.Skipped, "wait.unknown");
            Entering.Enter(walk, walk.Step?.Next);
        }
        else if (until <= walk.Now)
        {
            walk.Log(Happened.Resumed);
            Waiting.KeepFresh(walk, until.Value);
            Entering.Enter(walk, walk.Step?.Next);
        }
        else Waiting.Sleep(walk, waitsFor, since, until);
    }

    static void Past(Walk walk, Step.WaitUntil wait)
    {
        switch (wait.WhenPast)
        {
            case WhenPast.End:
                walk.Finish(EnrollmentStatus.Completed, "wait.past");
                break;
            case WhenPast.GoTo:
                Entering.Enter(walk, wait.PastStep);
                break;
            case WhenPast.Continue:
                Entering.Enter(walk, wait.Next);
                break;
            case WhenPast.Skip:
                Entering.Enter(walk, Paths.NextTimedWait(walk.Definition, wait.Next));
                break;
            default:
                throw new InvalidOperationException($"No rule for {wait.WhenPast}.");
        }
    }
}

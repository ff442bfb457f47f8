using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Conditions;

namespace AesthetixWorkflows.Core.Definitions;

/// <summary>One step of a workflow. <see cref="Next"/> null ends the path. Two steps may share a next: paths join freely,
/// because an enrollment has one cursor and never runs two paths at once.</summary>
public abstract record Step
{
    private Step() { }

    public required string Id { get; init; }
    /// <summary>The stored name, for example <c>sms.send</c> or <c>wait.delay</c>.</summary>
    public required string Type { get; init; }
    public string? Name { get; init; }
    /// <summary>A disabled step is passed over and logged as skipped.</summary>
    public bool Enabled { get; init; } = true;
    public string? Next { get; init; }

    /// <summary>An action from the catalogue.</summary>
    /// <param name="Purpose"><c>care</c> or <c>marketing</c> on steps that send; null on all others.</param>
    public sealed record Act(JsonElement Config, string? Purpose, OnError OnError) : Step;

    /// <summary>First true branch wins; the None branch takes the rest.</summary>
    public sealed record If(ImmutableArray<Branch> Branches, NoneBranch None) : Step;

    /// <summary>Random shares in percent that add up to 100; a contact keeps its side for ever.</summary>
    public sealed record Split(ImmutableArray<Share> Shares) : Step;

    /// <summary>Continues at <paramref name="Target"/>; after <paramref name="Max"/> jumps the path ends instead.</summary>
    public sealed record GoTo(string Target, int Max) : Step;

    /// <summary>Listened for from entry on: when one of the events comes while the contact is anywhere before it, the contact jumps here.</summary>
    public sealed record Goal(ImmutableArray<GoalEvent> Events, WhenUnmet WhenUnmet, Timeout? Timeout) : Step;

    /// <summary>Lets <paramref name="Batch"/> contacts through per <paramref name="Every"/> (ISO 8601), oldest first.</summary>
    public sealed record Drip(int Batch, string Every) : Step;

    public sealed record End : Step;

    public sealed record WaitDelay(DelayPlan Plan) : Step;

    /// <summary>Waits until <paramref name="Field"/> (an instant or a day, e.g. <c>appointment.startsAt</c>) plus <paramref name="Offset"/>
    /// (ISO 8601, may be negative), or until the fixed <paramref name="At"/>.</summary>
    public sealed record WaitUntil(string? Field, string? At, string? Offset, TimeOnly? TimeOfDay, WhenPast WhenPast, string? PastStep) : Step
    {
        /// <summary>A wait bound to the appointment starts over when the appointment moves.</summary>
        public bool FollowsAppointment => Field?.StartsWith("appointment.", StringComparison.Ordinal) == true;
    }

    /// <summary>Any inbound message of the contact after the wait (or the message before it) began; null channel = any.</summary>
    public sealed record WaitReply(string? Channel, Timeout? Timeout) : Step
    {
        /// <summary>Only a reply with one of these meanings ends the wait; none: any reply does. What a person must read stays in the inbox, and the wait goes on.</summary>
        public ImmutableArray<string> Answers { get; init; } = [];
    }

    /// <summary>Until the condition is true; looked at on arrival and whenever something about the contact changes.</summary>
    public sealed record WaitCondition(Condition When, Timeout? Timeout) : Step;

    /// <summary>Until the contact clicks the tracked link; null = any link.</summary>
    public sealed record WaitLink(string? LinkId, Timeout? Timeout) : Step;

    /// <summary>Until an email event (<c>opened clicked bounced unsubscribed complained</c>) of an earlier step; null step = any email of this enrollment.</summary>
    public sealed record WaitEmail(string? StepId, ImmutableArray<string> Events, Timeout? Timeout) : Step;

    /// <summary>Until the invoice's due date plus offset. Paid or void: on to <paramref name="PaidStep"/>, or the path ends; what
    /// follows the wait is for those who have not paid.</summary>
    public sealed record WaitInvoice(string? Offset, string? PaidStep) : Step;

    public bool IsWait => Type.StartsWith("wait.", StringComparison.Ordinal);
}

public sealed record Branch(string Id, string? Name, Condition When, string? Next);
public sealed record NoneBranch(string? Name, string? Next);
public sealed record Share(string Id, string? Name, int Percent, string? Next);
public sealed record GoalEvent(string Type, Condition Filters);

/// <summary>How long to wait (ISO 8601) and where to go when nothing came.</summary>
public sealed record Timeout(string After, string? Next);

public enum WhenUnmet { Continue, Wait, End }

/// <summary>What a wait does when its moment is already past on arrival: go on, skip forward to the next wait, end, or go to a named step.</summary>
public enum WhenPast { Skip, Continue, End, GoTo }

/// <summary>What happens when an action has failed for good.</summary>
/// <param name="Then">Stop the enrollment as failed, continue with the next step, or take the failure branch.</param>
public sealed record OnError(OnErrorThen Then, string? Next, int MaxAttempts);

public enum OnErrorThen { Continue, Stop, Branch }

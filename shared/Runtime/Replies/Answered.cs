using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Replies;

namespace AesthetixWorkflows.Runtime.Replies;

/// <summary>What an inbound message is an answer to.</summary>
/// <param name="EnrollmentId">The one whose question it answers; null when no question is open.</param>
/// <param name="WorkflowId">Its workflow; without an open question, the one whose message came last.</param>
/// <param name="Waiting">A wait for a reply stands open for it this very moment, or is about to be reached.</param>
public sealed record Answered(string MessageId, string Channel, ReplyReading Reading, string? EnrollmentId, string? WorkflowId, bool Waiting, DateTimeOffset At)
{
    /// <summary>It says yes to what was asked.</summary>
    public bool Confirms => Waiting && Reading.Intent is ReplyIntents.Confirm;

    /// <summary>The word of the trigger's filter.</summary>
    public string Intent => Reading.Intent switch
    {
        ReplyIntents.Confirm => "yes",
        ReplyIntents.Decline => "no",
        ReplyIntents.Stop => "stop",
        _ => "other",
    };

    public Reply Reply => new(MessageId, Channel, Reading.Intent, Reading.Number, At);
}

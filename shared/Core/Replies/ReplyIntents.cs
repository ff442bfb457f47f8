namespace AesthetixWorkflows.Core.Replies;

/// <summary>What a reply can mean. Stored words.</summary>
public static class ReplyIntents
{
    public const string Confirm = "confirm", Reschedule = "reschedule", Decline = "decline", Stop = "stop", Number = "number", Other = "other";

    public static readonly IReadOnlyList<string> All = [Confirm, Reschedule, Decline, Stop, Number, Other];
}

using System.Collections.Immutable;

namespace AesthetixWorkflows.Core.Definitions;

/// <summary>The stored words of a closed set, for reading and writing alike.</summary>
internal sealed class Words<T>(params ImmutableArray<(string Word, T Value)> pairs) where T : struct, Enum
{
    public string List { get; } = string.Join(", ", pairs.Select(pair => pair.Word));

    public T? Find(string word)
    {
        foreach (var pair in pairs)
            if (pair.Word == word) return pair.Value;
        return null;
    }

    public string Of(T value) => pairs.First(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Word;
}

internal static class Words
{
    public static readonly Words<Reentry> Reentry = new(("once", Definitions.Reentry.Once), ("afterFinish", Definitions.Reentry.AfterFinish), ("always", Definitions.Reentry.Always));
    public static readonly Words<Scope> Scope = new(("contact", Definitions.Scope.Contact), ("appointment", Definitions.Scope.Appointment), ("invoice", Definitions.Scope.Invoice), ("opportunity", Definitions.Scope.Opportunity));
    public static readonly Words<InFlight> InFlight = new(("stay", Definitions.InFlight.Stay), ("move", Definitions.InFlight.Move), ("end", Definitions.InFlight.End));
    public static readonly Words<WhenUnmet> WhenUnmet = new(("continue", Definitions.WhenUnmet.Continue), ("wait", Definitions.WhenUnmet.Wait), ("end", Definitions.WhenUnmet.End));
    public static readonly Words<WhenPast> WhenPast = new(("skip", Definitions.WhenPast.Skip), ("continue", Definitions.WhenPast.Continue), ("end", Definitions.WhenPast.End), ("goTo", Definitions.WhenPast.GoTo));
    public static readonly Words<OnErrorThen> OnErrorThen = new(("continue", Definitions.OnErrorThen.Continue), ("stop", Definitions.OnErrorThen.Stop), ("branch", Definitions.OnErrorThen.Branch));
    public static readonly ImmutableArray<string> EmailEvents = ["opened", "clicked", "bounced", "unsubscribed", "complained"];
    public static readonly ImmutableArray<string> ReplyIntents = [.. Replies.ReplyIntents.All];
    public static readonly ImmutableArray<string> Channels = ["sms", "email"];
}

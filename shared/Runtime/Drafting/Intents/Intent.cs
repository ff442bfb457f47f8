using System.Text.Json.Nodes;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Intents;

/// <summary>What a clause wants.</summary>
abstract record Intent
{
    private Intent() { }

    public required Clause Clause { get; init; }

    /// <summary>Hold the contact.</summary>
    public sealed record Wait(TimeMention Time) : Intent;

    /// <summary>Do something.</summary>
    public sealed record Act(IReadOnlyList<ActWish> Deeds) : Intent;

    /// <summary>Go different ways.</summary>
    public sealed record Ask(Question Question) : Intent;

    /// <summary>The other way of what was asked last.</summary>
    public sealed record Otherwise : Intent;

    /// <summary>End it for whom this happens.</summary>
    public sealed record Stop(Question Question) : Intent;

    /// <summary>Hold the contact until it happens.</summary>
    public sealed record Hold(Question Question) : Intent;

    /// <summary>Random halves; what follows is for the first.</summary>
    public sealed record Divide(int Percent) : Intent;

    /// <summary>A rule of the whole workflow was read; nothing is left to do.</summary>
    public sealed record Nothing : Intent;

    /// <summary>Do the last message again after this long, until it happens.</summary>
    public sealed record Again(string Every, Question Until, int Most) : Intent;
}

/// <summary>A step to be made.</summary>
/// <param name="Enabled">False: it is in the draft, but switched off.</param>
sealed record ActWish(string Type, JsonObject Config, string Name, bool Enabled = true);

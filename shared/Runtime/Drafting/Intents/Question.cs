namespace AesthetixWorkflows.Runtime.Drafting.Intents;

/// <summary>Something a workflow can find out.</summary>
/// <param name="Denied">It was asked the other way round: "if they have <em>not</em> replied".</param>
/// <param name="Within">How long they have for it.</param>
abstract record Question(bool Denied, string? Within, string Words)
{
    /// <summary>Has it happened since? Waited for: <c>reply click open</c>.</summary>
    public sealed record Answer(string Kind, bool Denied, string? Within, string Words) : Question(Denied, Within, Words)
    {
        /// <summary>What a reply must amount to: <c>confirm decline reschedule number</c>; null: any reply.</summary>
        public string? Meaning { get; init; }
        /// <summary>What must hold of the reply besides.</summary>
        public IReadOnlyList<Row> Rows { get; init; } = [];
    }

    /// <summary>Has this event come? There is no fact that says so later, so a goal listens for it.</summary>
    public sealed record Event(EventMention Mention, bool Denied, string? Within, string Words) : Question(Denied, Within, Words);

    /// <summary>Does this hold now?</summary>
    public sealed record Fact(IReadOnlyList<Row> Rows, bool Denied, string Words) : Question(Denied, null, Words);

    /// <summary>Nobody can say.</summary>
    public sealed record Unknown(string Words) : Question(false, null, Words);
}

namespace AesthetixWorkflows.Runtime.Narrating;

/// <summary>A definition in sentences: what lets contacts in, and what its questions ask.</summary>
public sealed record NarratedWorkflow(IReadOnlyList<NarratedTrigger> Triggers, IReadOnlyList<NarratedQuestion> Questions);

/// <param name="Sentence">“Birthday, 7 days before at 08:00, when Tags contains vip.”</param>
public sealed record NarratedTrigger(string Id, string Type, string Sentence);

/// <summary>What a step asks: a branch of an If/Else, the condition of a wait, an event of a goal.</summary>
/// <param name="BranchId">Of an If/Else.</param>
public sealed record NarratedQuestion(string StepId, string? BranchId, string Sentence);

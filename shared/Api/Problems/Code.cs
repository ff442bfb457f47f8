namespace AesthetixWorkflows.Api.Problems;

/// <summary>One kind of failure that a caller may meet: its stable name, its status, and what it means in one sentence.</summary>
public sealed record Code(string Name, int Status, string Meaning);

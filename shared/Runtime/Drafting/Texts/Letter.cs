namespace AesthetixWorkflows.Runtime.Drafting.Texts;

/// <summary>A default text: always to be looked over by a person.</summary>
sealed record Letter(string Subject, string Body);

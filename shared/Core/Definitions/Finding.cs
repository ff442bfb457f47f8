namespace AesthetixWorkflows.Core.Definitions;

/// <summary>Something wrong or doubtful about a definition, in words a front desk understands.</summary>
/// <param name="Code">Stable, WF101 and up; listed in <see cref="FindingCodes"/> and documented at /docs/codes.</param>
/// <param name="Pointer">JSON pointer into the definition.</param>
public sealed record Finding(string Code, Severity Severity, string Pointer, string? StepId, string Message);

/// <summary>An error keeps a workflow from being published; a warning does not; a hint is only worth knowing.</summary>
public enum Severity { Error, Warning, Hint }

using System.Text.Json;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Runtime.Publishing;

/// <summary>Reads a definition as typed and says everything that is wrong or doubtful about it.</summary>
public interface IDefinitionCheck
{
    CheckResult Check(string practice, string workflowId, JsonElement definition);
}

/// <param name="Definition">Null when the shape is too broken to read.</param>
public sealed record CheckResult(Definition? Definition, IReadOnlyList<Finding> Findings)
{
    public bool MayPublish => Definition is not null && !Findings.Any(f => f.Severity == Severity.Error);
}

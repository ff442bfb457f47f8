using System.Text.Json;
using AesthetixWorkflows.Core.Lint;

namespace AesthetixWorkflows.Runtime.Publishing;

/// <summary>Reads and lints a definition against the product's catalogue.</summary>
public sealed class DefinitionCheck(ILintCatalogue catalogue) : IDefinitionCheck
{
    public CheckResult Check(string practice, string workflowId, JsonElement definition)
    {
        var (read, findings) = Linter.Check(definition, catalogue);
        return new(read, findings);
    }
}

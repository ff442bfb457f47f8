using System.Text.Json;

namespace AesthetixWorkflows.Api.Catalogue;

/// <summary>The parts of the catalogue that are not actions or triggers, as the builder draws them.</summary>
public interface ICatalogueParts
{
    JsonElement Waits { get; }
    JsonElement MergeFields { get; }
    JsonElement Operators { get; }
    /// <summary>Questions that workflows often ask, with blanks.</summary>
    JsonElement Conditions { get; }
    /// <summary>JSON Schema of a definition.</summary>
    JsonElement DefinitionSchema { get; }
    /// <summary>What the linter may find, for <c>/docs/codes</c>.</summary>
    IReadOnlyList<FindingDoc> FindingCodes { get; }
}

/// <summary>A finding code and what it means.</summary>
/// <param name="Meaning">One sentence for people.</param>
public sealed record FindingDoc(string Code, string Meaning);

using System.Collections.Frozen;
using System.Collections.Immutable;

namespace AesthetixWorkflows.Core.Definitions;

/// <summary>Every code that a check of a definition can answer, served at /docs/codes.</summary>
/// <remarks>WF1xx: the JSON cannot be read as a definition. WF2xx: it can, but the workflow would not do what it should.</remarks>
public static class FindingCodes
{
    public static readonly ImmutableArray<FindingCode> All = [.. ReadingCodes.All, .. LintCodes.All];

    static readonly FrozenDictionary<string, FindingCode> ByCode = All.ToFrozenDictionary(code => code.Code);

    public static FindingCode? Find(string code) => ByCode.GetValueOrDefault(code);
}

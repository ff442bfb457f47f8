using System.Collections.Immutable;

namespace AesthetixWorkflows.Catalogue.Telling;

/// <summary>A visit with several treatments is one visit: its treatments as one text.</summary>
public static class VisitServices
{
    public static string? Named(ImmutableArray<string>? services) => services is { IsDefaultOrEmpty: false } some ? string.Join(", ", some) : null;
}

namespace AesthetixWorkflows.Runtime.Comparing;

/// <summary>What one definition does differently from another, for people. Layout and notes are no part of it.</summary>
/// <param name="From">The older version's number; 0: nothing at all.</param>
/// <param name="To">The newer version's number; null: the draft.</param>
/// <param name="Sentences">The same in words, one a difference.</param>
public sealed record DefinitionDiff(int From, int? To, bool Same, IReadOnlyList<Difference> Differences, IReadOnlyList<string> Sentences);

/// <summary>One difference.</summary>
/// <param name="Kind"><c>added removed renamed moved rerouted changed</c></param>
/// <param name="What"><c>step trigger settings start</c></param>
/// <param name="Id">Of the step or trigger.</param>
/// <param name="Field">Where in it: <c>config.body</c>, <c>branches.b1.when</c>, <c>reentry</c>.</param>
/// <param name="Before">In words; null: nothing.</param>
/// <param name="After">In words; null: nothing.</param>
public sealed record Difference(string Kind, string What, string? Id, string? Field, string? Before, string? After, string Words);

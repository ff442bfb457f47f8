using System.Collections.Immutable;
using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Control;

/// <summary>A wait or control step as data: draws its form and its ways out. What it does is the machine's.</summary>
/// <param name="Exits">Ways out besides next, where they stand in the step: <c>branches none shares timeout config.step config.pastStep config.paidStep</c>.</param>
/// <param name="HasNext">False for steps that must be the last of their path.</param>
public sealed record ControlDescriptor(
    string Type, string Label, string Category, string Help, ImmutableArray<Field> Config, ImmutableArray<string> Exits, bool HasNext = true);

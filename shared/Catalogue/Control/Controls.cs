using System.Collections.Immutable;
using AesthetixWorkflows.Catalogue.Describing;

namespace AesthetixWorkflows.Catalogue.Control;

/// <summary>The steps that decide where to go on.</summary>
public static class Controls
{
    const string Category = "Paths";

    public static readonly ImmutableArray<ControlDescriptor> All =
    [
        new("if", "If / else", Category, "The first branch whose condition is true is taken; None takes the rest.", [], ["branches", "none"], HasNext: false),
        new("split", "Split", Category, "Sends contacts at random, by percentage; each keeps its side for ever.", [], ["shares"], HasNext: false),
        new("goto", "Go to", Category, "Goes on at another step of this workflow.",
            [
                new("step", FieldKind.Reference, "Step", Required: true, Of: "step"),
                new("max", FieldKind.Number, "At most so many times", Min: 1, Max: 1000, Help: "After that the path ends."),
            ], ["config.step"], HasNext: false),
        new("goal", "Goal", Category, "When one of these events happens, the contact jumps here from wherever it is.",
            [
                new("events", FieldKind.Map, "Events", Required: true, Of: "events"),
                new("whenUnmet", FieldKind.Choice, "If it was not met yet", Options: [new("continue", "Go on"), new("wait", "Wait for it"), new("end", "End here")]),
            ], ["timeout"]),
        new("drip", "Drip", Category, "Lets only so many contacts go on at a time.",
            [
                new("batch", FieldKind.Number, "Contacts at a time", Required: true, Min: 1, Max: 10_000),
                new("every", FieldKind.Duration, "Every", Required: true),
            ], []),
        new("end", "End", Category, "Ends the path.", [], [], HasNext: false),
    ];
}

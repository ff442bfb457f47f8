using AesthetixWorkflows.Core.Definitions;
using FsCheck;
using FsCheck.Fluent;

namespace AesthetixWorkflows.Core.Tests.Machine;

/// <summary>Random valid definitions: steps of every kind, linked at random, circles included.</summary>
static class RandomFlow
{
    const int MaxSteps = 12;

    static string Id(int number) => $"s{number}";

    static Gen<string?> Link(int count) => Gen.Frequency(
        (9, Gen.Choose(0, count - 1).Select(number => (string?)Id(number))),
        (1, Gen.Constant<string?>(null)));

    static readonly Gen<string> lengths = Gen.Elements("PT0S", "PT1S", "PT10M", "P1D", "P2W");
    static readonly Gen<string?> timeouts = Gen.OneOf(Gen.Constant<string?>(null), lengths.Select(length => (string?)length));

    static Gen<string> Step(int count) =>
        from next in Link(count)
        from other in Link(count)
        from third in Link(count)
        from target in Gen.Choose(0, count - 1).Select(Id)
        from length in lengths
        from timeout in timeouts
        from small in Gen.Choose(1, 5)
        from past in Gen.Elements("skip", "continue", "end", "goTo")
        from unmet in Gen.Elements("continue", "wait", "end")
        from failing in Gen.Elements("stop", "continue", "branch")
        from offset in Gen.Elements("-PT48H", "-PT2H", "PT1H")
        from kind in Gen.Frequency(
            (4, Gen.Constant(Flow.Sms(next, $$""","onError":{"then":"{{failing}}","next":{{(other is null ? "null" : $"\"{other}\"")}},"maxAttempts":{{small}}}"""))),
            (2, Gen.Constant(Flow.Tag(next))),
            (2, Gen.Constant(Flow.If(next, ("b1", other), ("b2", third)))),
            (1, Gen.Constant(Flow.Split(("a", 50, other), ("b", 50, third)))),
            (2, Gen.Constant(Flow.GoTo(target, small))),
            (2, Gen.Constant(Flow.Goal(unmet, next, timeout, other))),
            (1, Gen.Constant(Flow.Drip(next))),
            (1, Gen.Constant(Flow.End())),
            (2, Gen.Constant(Flow.Delay(length, next))),
            (3, Gen.Constant(Flow.Before(offset, next, past, other))),
            (2, Gen.Constant(Flow.Reply(next, timeout, other))),
            (2, Gen.Constant(Flow.Condition(next, timeout, other))),
            (1, Gen.Constant(Flow.Link(next, timeout, other))),
            (1, Gen.Constant(Flow.Email(next, "opened", null, timeout, other))),
            (1, Gen.Constant(Flow.Invoice(next, "P1D", other))))
        from off in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        select off ? Flow.Off(kind) : kind;

    public static readonly Gen<Definition> Any =
        from count in Gen.Choose(1, MaxSteps)
        from steps in Gen.ListOf(Step(count), count)
        from stop in Gen.Elements("false", "true")
        // A version may leave steps out; a link to one that is gone is what the machine calls step.missing.
        from missing in Gen.Frequency((4, Gen.Constant(-1)), (1, Gen.Choose(1, MaxSteps)))
        select Flow.With($$"""{"stopOnReply":{{stop}}}""", [.. steps.Select((step, number) => (Id(number), step)).Where((_, number) => number == 0 || number != missing)]);

    public static string StepAt(Definition definition, int number) => definition.Steps.Keys.Order(StringComparer.Ordinal).ElementAt(number % definition.Steps.Count);
}

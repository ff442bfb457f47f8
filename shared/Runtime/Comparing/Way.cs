using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Runtime.Comparing;

/// <summary>One way out of a step.</summary>
/// <param name="Key">Where it stands in the step: <c>next branches.b1 none shares.a timeout onError config.step</c>.</param>
/// <param name="Words">How a sentence about it begins; the step's title goes in for {0}.</param>
sealed record Way(string Key, string? Target, string Words)
{
    public static IEnumerable<Way> Of(Step step)
    {
        if (step is not (Step.If or Step.Split or Step.GoTo or Step.End)) yield return new("next", step.Next, "After {0}");
        foreach (var way in step switch
        {
            Step.If s => [.. s.Branches.Select(b => new Way($"branches.{b.Id}", b.Next, $"The branch “{b.Name ?? b.Id}” of {{0}}")), new("none", s.None.Next, "The None branch of {0}")],
            Step.Split s => s.Shares.Select(x => new Way($"shares.{x.Id}", x.Next, $"The share “{x.Name ?? x.Id}” of {{0}}")),
            Step.GoTo s => [new("config.step", s.Target, "{0}")],
            Step.Act { OnError.Then: OnErrorThen.Branch } s => [new("onError", s.OnError.Next, "When {0} fails, it")],
            Step.WaitUntil { WhenPast: WhenPast.GoTo } s => [new("config.pastStep", s.PastStep, "When it is too late for {0}, it")],
            Step.WaitInvoice { PaidStep: not null } s => [new("config.paidStep", s.PaidStep, "When paid, {0}")],
            Step.WaitReply { Timeout: { } t } => Late(t),
            Step.WaitCondition { Timeout: { } t } => Late(t),
            Step.WaitLink { Timeout: { } t } => Late(t),
            Step.WaitEmail { Timeout: { } t } => Late(t),
            Step.Goal { Timeout: { } t } => Late(t),
            _ => (IEnumerable<Way>)[],
        }) yield return way;
    }

    /// <summary>Where a path most plainly goes on past this step; null where that can't be said.</summary>
    public static string? Past(Step step) => step switch
    {
        Step.If s => s.None.Next,
        Step.GoTo s => s.Target,
        _ => step.Next,
    };

    static IEnumerable<Way> Late(Core.Definitions.Timeout timeout) => [new("timeout", timeout.Next, "When nothing comes, {0}")];
}

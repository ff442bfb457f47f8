using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Functions.Orchestration;

/// <summary>Which activity function does what: one per action type, named after it, so that operators see <c>SmsSend</c>
/// and not a common name; and one for everything that is a question.</summary>
public static class ActivityNames
{
    public const string Evaluate = "Evaluate";

    /// <summary><c>contact.tag.add</c> → <c>ContactTagAdd</c>.</summary>
    public static string Of(string actionType) => string.Concat(actionType.Split('.').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    public static string Of(Definition definition, Effect effect) =>
        effect is Effect.RunAction run && definition.Find(run.StepId) is Step.Act step ? Of(step.Type) : Evaluate;
}

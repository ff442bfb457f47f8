using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Runtime.Simulating.Ahead;

/// <summary>What a step gives the contact.</summary>
public static class AheadKinds
{
    /// <returns>Null: nothing that the contact hears of.</returns>
    public static AheadKind? Of(Step.Act step, ProductCatalogue catalogue) => step.Type switch
    {
        "task.add" => AheadKind.Task,
        "manual.call" => AheadKind.Call,
        "manual.sms" => AheadKind.TextByHand,
        _ when catalogue.Actions.TryGetValue(step.Type, out var action) && action is IMessageAction => action.Descriptor.ChannelFor(step.Config) switch
        {
            "sms" => AheadKind.Text,
            "email" => AheadKind.Email,
            _ => null,
        },
        _ => null,
    };

    public static bool IsMessage(AheadKind kind) => kind is AheadKind.Text or AheadKind.Email;
}

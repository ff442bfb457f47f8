using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Acting;

/// <summary>An action that sends one message. The path keeps the message, with its ledger row, before the provider sees it.</summary>
public interface IMessageAction
{
    /// <returns>The message as <c>sending</c>; null with the reason when there is nobody to send it to.</returns>
    Message? Compose(ActionCall call, out Outcome? refused);
}

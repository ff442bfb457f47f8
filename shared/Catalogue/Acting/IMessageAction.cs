using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Acting;

/// <summary>An action that sends one message. The path composes it first, asks permission, keeps the record as
/// <c>sending</c> under <see cref="MessageAction.IdOf"/>, and then lets the action run.</summary>
public interface IMessageAction
{
    /// <summary>Reads, never writes; the same call composes the same message.</summary>
    Task<Composed> Compose(ActionCall call, CancellationToken ct);

    /// <summary>Writes down what follows from a message that has gone, in the commit of its outcome.</summary>
    Task Follow(ActionCall call, Message message, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>Either a message, or why there is none.</summary>
public sealed record Composed(Message? Message, Outcome? Refused)
{
    public static Composed Of(Message message) => new(message, null);
    public static Composed No(Outcome refused) => new(null, refused);
}

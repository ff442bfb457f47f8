using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Acting;

/// <summary>What all message actions have in common: compose, then hand over.</summary>
public abstract class MessageAction : ActionType, IMessageAction
{
    public abstract Task<Composed> Compose(ActionCall call, CancellationToken ct);

    public virtual Task Follow(ActionCall call, Message message, CancellationToken ct) => Task.CompletedTask;

    public sealed override async Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var composed = await Compose(call, ct);
        return composed.Message is { } message ? await call.Outside.Send(call, IdOf(call), message, ct) : composed.Refused!;
    }

    /// <summary>The id under which the message of this effect is kept.</summary>
    public static string IdOf(ActionCall call) => call.NewId(Kinds.Message.Prefix);

    internal static Message New(ActionCall call, string channel, string? purpose) => new()
    {
        Channel = channel,
        Direction = Direction.Out,
        Status = MessageStatus.Sending,
        Purpose = purpose,
        EnrollmentId = call.Enrollment.Id,
        WorkflowId = call.Enrollment.WorkflowId,
        StepId = call.Enrollment.StepId,
        EffectId = call.EffectId,
        At = call.Now,
    };
}

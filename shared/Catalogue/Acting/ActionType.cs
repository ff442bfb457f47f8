using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Catalogue.Acting;

/// <summary>One action of the catalogue: its descriptor and what it does.</summary>
/// <remarks>Execute is called at most once per effect when it reaches outside, and may be called again (with nothing of
/// the first call kept) when it only changes records.</remarks>
public abstract class ActionType
{
    public abstract ActionDescriptor Descriptor { get; }

    public abstract Task<Outcome> Execute(ActionCall call, CancellationToken ct);

    public string Type => Descriptor.Type;
}

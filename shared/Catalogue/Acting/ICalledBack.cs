using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Catalogue.Acting;

/// <summary>An action whose call another system may answer later, at an address of its own. It answers <c>Held</c> while it
/// waits, is looked at again when the call-back has come or its time is over, and calls nobody a second time.</summary>
public interface ICalledBack
{
    /// <returns>What the call-back means; null while there is none.</returns>
    Task<Outcome?> Answered(ActionCall call, CancellationToken ct);

    /// <param name="earlier">What is known of the call: it is waited for, or nobody knows whether it was made.</param>
    Task<Outcome> Await(ActionCall call, Outcome earlier, CancellationToken ct);
}

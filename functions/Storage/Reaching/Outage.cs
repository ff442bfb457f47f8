using AesthetixWorkflows.Runtime.Ports;
using Azure;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Which failures mean that the service is away, busy or closed to us, after its client has tried long enough.</summary>
static class Outage
{
    public static bool Is(Exception e, CancellationToken ct) => e switch
    {
        // The table itself is gone: nothing of ours can be found wrong.
        RequestFailedException { ErrorCode: "TableNotFound" or "TableBeingDeleted" } => true,
        RequestFailedException { Status: 0 or 401 or 403 or 408 or 429 or >= 500 } => true,
        // What the retry policy throws when every try has failed.
        AggregateException all => all.InnerExceptions.All(inner => Is(inner, ct)),
        // The network timeout cancels, too.
        OperationCanceledException => !ct.IsCancellationRequested,
        IOException => true,
        _ => false,
    };

    public static StoreUnavailableException Describe(Exception e) => new($"Table storage: {Reason(e)}", e);

    static string Reason(Exception e) => e switch
    {
        RequestFailedException { Status: > 0 } answered => $"{answered.Status} {answered.ErrorCode}",
        AggregateException { InnerExceptions: [.., var last] } => Reason(last),
        _ => "no answer",
    };
}

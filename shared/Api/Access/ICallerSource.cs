using AesthetixWorkflows.Api.Problems;

namespace AesthetixWorkflows.Api.Access;

/// <summary>Another way than a key to say who calls: a host's own sign-in. Asked only when a request has no Authorization
/// header; a host without one registers none.</summary>
public interface ICallerSource
{
    /// <summary>Null: the request carries nothing of this kind, and is treated like any other without a key.</summary>
    ValueTask<Identified?> Identify(HttpContext http);
}

/// <summary>Who it is, or why that cannot be taken for granted.</summary>
public sealed record Identified(Caller? Caller, Refusal? Refusal)
{
    public static Identified As(Caller caller) => new(caller, null);
    public static Identified Not(Code code, string? detail = null) => new(null, new(code, detail));
}

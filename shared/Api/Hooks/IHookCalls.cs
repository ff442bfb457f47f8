using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Hooks;

/// <summary>Takes a call to a hook: verifies it, maps its fields, keeps the event.</summary>
public interface IHookCalls
{
    Task<HookResult> Receive(HookCall call, CancellationToken ct);
}

/// <summary>A call as it came over the wire; signatures are about these very bytes.</summary>
/// <param name="Url">The public address that was called, with its query: Twilio signs it.</param>
public readonly record struct HookCall(
    string Practice, string HookId, Hook Hook, string Method, string Url, IQueryCollection Query, IHeaderDictionary Headers, string? ContentType, ReadOnlyMemory<byte> Body);

/// <summary>How a hook's call ended.</summary>
public abstract record HookResult
{
    private HookResult() { }

    /// <param name="EventId">The event's id; of the first one when this call is a repeat.</param>
    public sealed record Accepted(string EventId) : HookResult;

    /// <summary>The call did not prove where it comes from; a code for the hook's owner, never told to the caller.</summary>
    public sealed record Unverified(string Code) : HookResult;

    /// <summary>The body cannot be read as JSON, a form, or what the content type says.</summary>
    public sealed record Unreadable(string Message, string Code = "request.invalid", string Pointer = "") : HookResult;
}

using System.Text.Json;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Acting;

/// <summary>The world beyond the store. Every call is made at most once per effect.</summary>
public interface IOutside
{
    /// <summary>Hands a message to its provider. The message's record is already kept as <c>sending</c>.</summary>
    Task<Outcome> Send(ActionCall from, string messageId, Message message, CancellationToken ct);

    /// <summary>Makes an HTTP call within the limits of <c>Outbound</c>; the answer's body is JSON, text or nothing.</summary>
    Task<HttpAnswer> Call(ActionCall from, HttpCall call, CancellationToken ct);

    /// <summary>Adds the contact to another workflow; the answer says why not when it was not admitted.</summary>
    Task<Outcome> Enroll(ActionCall from, string workflowId, bool passEvent, CancellationToken ct);

    /// <summary>Asks live enrollments of the contact to stop: <c>current</c>, <c>all</c>, <c>allButCurrent</c>, <c>marketing</c> (others that send advertising and no care messages) or a workflow's id.</summary>
    Task<Outcome> Unenroll(ActionCall from, string which, CancellationToken ct);

    /// <summary>The contact is deleted: whatever it is in comes to its end.</summary>
    Task Forget(ActionCall from, CancellationToken ct);
}

/// <param name="SigningSecret">Signs with Standard Webhooks when set.</param>
/// <param name="Secret">What is sent and answered is a secret: the delivery keeps neither.</param>
public sealed record HttpCall(string Method, string Url, IReadOnlyDictionary<string, string> Headers, string? Body, string? ContentType, string? SigningSecret, TimeSpan? Timeout, bool Secret = false);

public sealed record HttpAnswer(Outcome Outcome, int? Status, JsonElement? Body, string? Text);

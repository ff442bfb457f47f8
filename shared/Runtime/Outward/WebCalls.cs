using System.Diagnostics;
using System.Text;
using System.Text.Json;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Outbound;

namespace AesthetixWorkflows.Runtime.Outward;

/// <summary>Calls another system for an action, and keeps a record of every delivery.</summary>
public sealed class WebCalls(IOutboundClient client, TimeProvider clock)
{
    public async Task<HttpAnswer> Call(ActionCall from, HttpCall call, CancellationToken ct)
    {
        if (!Uri.TryCreate(call.Url, UriKind.Absolute, out var url)) return new(new Outcome.Failed("url.invalid", false), null, null, null);
        var request = new OutboundRequest(call.Method.ToUpperInvariant(), url, from.EffectId)
        {
            Headers = [.. call.Headers],
            Body = call.Body is null ? ReadOnlyMemory<byte>.Empty : Encoding.UTF8.GetBytes(call.Body),
            ContentType = call.ContentType,
            SigningSecrets = call.SigningSecret is null ? [] : [call.SigningSecret],
            Limits = call.Timeout is { } total ? OutboundLimits.Default with { Total = total } : OutboundLimits.Default,
        };
        var started = Stopwatch.GetTimestamp();
        var answer = await client.SendAsync(request, from.Practice.AllowedHosts.ToHashSet(), ct);
        var now = clock.GetUtcNow();
        Outcome outcome = OutboundVerdict.Of(answer, now) switch
        {
            OutboundVerdict.Done => Outcome.Done.Plain,
            OutboundVerdict.Failed f => new Outcome.Failed(f.Code, f.Retryable, f.After is { } after ? now + after : null),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
        var answered = answer as OutboundAnswer.Answered;
        from.Changes.Put(Kinds.Delivery, from.NewId("dlv"), new Delivery(
            url.GetLeftPart(UriPartial.Path), request.Method, from.EffectId, from.Enrollment.Id, from.Enrollment.ContactId, from.Attempt,
            answered?.Status, (outcome as Outcome.Failed)?.Code, call.Secret ? null : Cut(Without(from.Secrets, call.Body)), call.Secret ? null : Cut(Without(from.Secrets, answered?.Body)),
            (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds, now));
        return new(outcome, answered?.Status, Json(answered?.Body), answered?.Body);
    }

    /// <summary>What stands apart from the definition must not stand in what is kept of the call, or of an answer that repeats it.</summary>
    static string? Without(IReadOnlyList<string> secrets, string? body)
    {
        if (body is null) return null;
        foreach (var secret in secrets)
            if (secret.Length > 0) body = body.Replace(secret, "***", StringComparison.Ordinal).Replace(JsonEncodedText.Encode(secret).Value, "***", StringComparison.Ordinal);
        return body;
    }

    /// <summary>Enough to find out what went wrong; the rest of a large body helps nobody.</summary>
    static string? Cut(string? body) => body is { Length: > 4096 } ? body[..4096] : body;

    static JsonElement? Json(string? body)
    {
        if (string.IsNullOrWhiteSpace(body) || body.TrimStart()[0] is not ('{' or '[')) return null;
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

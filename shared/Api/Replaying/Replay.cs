using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Replaying;

/// <summary>Idempotency-Key on POST: the first request's answer is kept and given again to its repeats.</summary>
sealed class Replay(IStore store, TimeProvider clock)
{
    const int LongestKey = 255;
    // Names of fields that are shown once: a repeat must not show them again, and the store must not hold them.
    static readonly string[] Secrets = ["secret"];

    public async Task Run(HttpContext http, string key, RequestDelegate next)
    {
        var caller = http.Features.Get<Caller>()!;
        if (key.Length is 0 or > LongestKey) throw new RefusedException(new(Codes.RequestInvalid, "Idempotency-Key has 1 to 255 characters."));
        var hash = await HashOf(http);
        var known = await store.BeginIdempotent(caller.Practice, key, hash, clock.GetUtcNow(), http.RequestAborted);
        if (known is not null && known.BodyHash != hash) throw new RefusedException(new(Codes.IdempotencyReused));
        if (known is { Status: null }) throw new RefusedException(new(Codes.IdempotencyRunning, RetryAfter: 1));
        // An answer of 5xx says that nothing was kept, so the repeat is the first real attempt.
        if (known is { Status: int status and < 500 }) await Again(http, status, known.Body);
        else await Keep(http, caller.Practice, key, next);
    }

    async Task Keep(HttpContext http, string practice, string key, RequestDelegate next)
    {
        var wire = http.Response.Body;
        using var copy = new MemoryStream();
        http.Response.Body = copy;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = wire;
        }
        // The deed is done whether or not the caller still listens, so its answer is kept either way.
        await store.EndIdempotent(practice, key, http.Response.StatusCode, Bare(copy), CancellationToken.None);
        copy.Position = 0;
        await copy.CopyToAsync(wire, http.RequestAborted);
    }

    static Task Again(HttpContext http, int status, string? body)
    {
        http.Response.StatusCode = status;
        http.Response.Headers["Idempotency-Replayed"] = "true";
        if (string.IsNullOrEmpty(body)) return Task.CompletedTask;
        http.Response.ContentType = status >= 400 ? Problem.MediaType : "application/json; charset=utf-8";
        return http.Response.WriteAsync(body, http.RequestAborted);
    }

    static string? Bare(MemoryStream answer)
    {
        if (answer.Length == 0) return null;
        var text = Encoding.UTF8.GetString(answer.GetBuffer(), 0, (int)answer.Length);
        if (!Secrets.Any(name => text.Contains($"\"{name}\"", StringComparison.Ordinal)) || JsonNode.Parse(text) is not JsonObject fields) return text;
        foreach (var name in Secrets) fields.Remove(name);
        return fields.ToJsonString();
    }

    // Method and address are part of the request: the same key on another address is another request.
    static async Task<string> HashOf(HttpContext http)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}\n"));
        hash.AppendData((await RawBody.Of(http)).Bytes.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

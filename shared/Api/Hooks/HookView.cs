using System.Text.Json;
using AesthetixWorkflows.Api.Revealing;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Hooks;

/// <summary>A hook without its secrets.</summary>
/// <param name="Secret">Only in the answer that made it.</param>
/// <param name="Secrets">How many are valid: two while one is being replaced.</param>
public sealed record HookView(
    string Id, string Name, string Path, string Verification, string EventType, IReadOnlyDictionary<string, string> Mapping,
    IReadOnlyDictionary<string, string> Constants, string? SignatureHeader, JsonElement? LastSample, bool Enabled, long Refused, int Secrets,
    DateTimeOffset CreatedAt, string? Secret = null)
{
    public static HookView Of(string id, Hook hook, string? secret = null, bool revealed = false) => new(
        id, hook.Name, $"/hooks/{hook.Key}", hook.Verification, hook.EventType, hook.Mapping, hook.Constants, hook.SignatureHeader,
        revealed || hook.LastSample is not { } sample ? hook.LastSample : Masked.Of(sample), hook.Enabled, hook.Refused, hook.Secrets.Length, hook.CreatedAt, secret);
}

/// <summary>What a caller may set on a hook.</summary>
/// <param name="Secret">The sender's, where the sender makes it (Stripe, Calendly, …); made here when left out.</param>
public sealed record HookFields(
    string? Name = null, string? Verification = null, string? EventType = null, IReadOnlyDictionary<string, string>? Mapping = null,
    IReadOnlyDictionary<string, string>? Constants = null, string? SignatureHeader = null, bool? Enabled = null, string? Secret = null);

/// <summary>A new secret for a hook; the one before stays valid beside it.</summary>
/// <param name="Secret">The sender's new secret; made here when left out.</param>
public sealed record RotateWish(string? Secret = null);

using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Access;

namespace AesthetixWorkflows.Functions.Tests.Doubles;

/// <summary>Hooks that verify their callers.</summary>
static class Hooks
{
    public static ChangeSet Signed(string key, string verification, string secret) => new ChangeSet(AzureStand.Practice).PutShared(Kinds.Hook, $"hook_{key}", new Hook(
        key, key, verification, [secret], "message.received", ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, string>.Empty, null, DateTimeOffset.UnixEpoch), 0);

#pragma warning disable CA5350 // Twilio signs with SHA-1.
    public static string TwilioSignature(string token, string url, string sortedFields) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(url + sortedFields)));
#pragma warning restore CA5350
}

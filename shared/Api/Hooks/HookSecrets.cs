using System.Buffers.Text;
using System.Security.Cryptography;

namespace AesthetixWorkflows.Api.Hooks;

/// <summary>Random parts of a hook: the key in its address and the secret that calls are signed with.</summary>
static class HookSecrets
{
    public static readonly IReadOnlyList<string> Verifications =
        ["none", "token", "basic", "standard-webhooks", "stripe", "twilio", "sendgrid", "calendly", "typeform", "hmac-sha256"];

    public static string NewKey() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));

    /// <summary>Standard Webhooks wants its own form; the others take any text.</summary>
    public static string NewSecret(string verification) => verification switch
    {
        "standard-webhooks" => "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        "basic" => "hook:" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24)),
        _ => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)),
    };
}

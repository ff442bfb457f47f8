using System.Security.Cryptography;
using System.Text;
using static AesthetixWorkflows.Runtime.Hooks.HookVerdict;

namespace AesthetixWorkflows.Runtime.Hooks;

/// <summary>Twilio's proof: HMAC-SHA1 of the address and the sorted form fields; for JSON the address carries the body's hash.</summary>
static class TwilioSignature
{
    public static HookVerdict Check(HookCall call, List<string> secrets)
    {
        if (call.Header("X-Twilio-Signature") is not { } given) return new Wrong(HookCodes.ProofMissing, "The call has no X-Twilio-Signature.");

        var isForm = call.MediaType == "application/x-www-form-urlencoded";
        var bodyHash = call.Query.Where(pair => pair.Key == "bodySHA256").Select(pair => pair.Value).FirstOrDefault();
        // Fields and hash are the two ways the body is bound to the signature; a body that neither covers is anybody's.
        if (bodyHash is not null && !ConstantTime.Same(Convert.ToHexStringLower(SHA256.HashData(call.Body.Span)), bodyHash.ToLowerInvariant()))
            return new Wrong(HookCodes.ProofWrong, "The body is not the one that bodySHA256 in the address stands for.");
        if (bodyHash is null && !isForm && !call.Body.IsEmpty)
            return new Wrong(HookCodes.ProofMissing, "The body is no form, and the address has no bodySHA256.");

        var fields = isForm ? Fields(Encoding.UTF8.GetString(call.Body.Span)) : "";
        var isSigned = secrets.Exists(secret => Addresses(call.Url).Any(address => ConstantTime.Same(Sign(secret, address + fields), given)));
        return isSigned ? Good : new Wrong(HookCodes.ProofWrong, "X-Twilio-Signature is not by this hook's auth token, or was made for another address.");
    }

    // Sorted by name, then by value, a repeated field once: as Twilio's own libraries do.
    static string Fields(string form) => string.Concat(FormText.Pairs(form).Distinct()
        .OrderBy(pair => pair.Key, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
        .Select(pair => pair.Key + pair.Value));

    // Twilio signs some addresses with the port and some without, so its libraries try both.
    static IEnumerable<string> Addresses(Uri url)
    {
        var written = url.OriginalString;
        yield return written;
        if (!url.IsAbsoluteUri) yield break;
        var rest = url.PathAndQuery;
        yield return $"{url.Scheme}://{url.Host}{rest}";
        yield return $"{url.Scheme}://{url.Host}:{url.Port}{rest}";
    }

    static string Sign(string secret, string text) =>
#pragma warning disable CA5350 // SHA-1 is what Twilio signs with; as an HMAC it still holds.
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
}

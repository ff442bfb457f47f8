using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using static AesthetixWorkflows.Runtime.Hooks.HookVerdict;
using Standard = AesthetixWorkflows.Runtime.Outbound.StandardWebhooks;

namespace AesthetixWorkflows.Runtime.Hooks;

/// <summary>Signatures over a moment and the body, so that a recorded call is of no use later.</summary>
static class TimedSignature
{
    public static HookVerdict StandardWebhooks(List<string> secrets, HookCall call, DateTimeOffset now)
    {
        var (id, stamp, signatures) = (call.Header(Standard.IdHeader), call.Header(Standard.TimestampHeader), call.Header(Standard.SignatureHeader));
        if (id is null || signatures is null || !TryRead(stamp, out var at))
            return new Wrong(HookCodes.ProofMissing, "The call lacks webhook-id, webhook-timestamp or webhook-signature.");

        var keys = secrets.Select(Standard.Key).OfType<byte[]>().ToList();
        if (keys.Count == 0) return new Wrong(HookCodes.SecretUnusable, "This hook's secret is not 'whsec_' followed by base64.");
        var given = signatures.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var isSigned = keys.Any(key =>
        {
            // "v1," is the scheme; splitting at its comma too leaves bare base64 to compare.
            var expected = Standard.Sign(key, id, at, call.Body.Span)["v1,".Length..];
            return given.Any(signature => ConstantTime.Same(expected, signature));
        });
        return isSigned ? Fresh(at, now) : new Wrong(HookCodes.ProofWrong, "No signature of the call is by this hook's secret.");
    }

    /// <summary>Stripe's form, which Calendly took over: <c>t=unix,v1=hex,v1=hex</c> over <c>t.body</c>; the secret is used as it is written.</summary>
    public static HookVerdict Stamped(string? header, string name, List<string> secrets, HookCall call, DateTimeOffset now)
    {
        var parts = (header ?? "").Split(',').Select(part => part.Trim().Split('=', 2)).Where(part => part.Length == 2).ToList();
        var stamp = parts.Find(part => part[0] == "t")?[1];
        if (!TryRead(stamp, out var at)) return new Wrong(HookCodes.ProofMissing, $"The call lacks {name} with t= and v1=.");

        byte[] signed = [.. Encoding.UTF8.GetBytes(stamp + "."), .. call.Body.Span];
        var given = parts.Where(part => part[0] == "v1").Select(part => part[1]).ToList();
        var isSigned = secrets.Exists(secret =>
        {
            var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
            return given.Exists(signature => ConstantTime.Same(expected, signature));
        });
        return isSigned ? Fresh(at, now) : new Wrong(HookCodes.ProofWrong, $"{name} is not by this hook's secret.");
    }

    static bool TryRead(string? stamp, out DateTimeOffset at)
    {
        at = default;
        // To the year 9999, beyond which there is no date.
        if (!long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 253_402_300_799) return false;
        at = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return true;
    }

    static HookVerdict Fresh(DateTimeOffset at, DateTimeOffset now) =>
        now - at > HookVerification.Tolerance ? new Wrong(HookCodes.TooOld, "The call was signed more than 5 minutes ago.")
        : at - now > HookVerification.Tolerance ? new Wrong(HookCodes.TooNew, "The call was signed more than 5 minutes ahead of our clock.")
        : Good;
}

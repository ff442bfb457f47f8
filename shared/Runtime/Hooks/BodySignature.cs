using System.Security.Cryptography;
using System.Text;
using static AesthetixWorkflows.Runtime.Hooks.HookVerdict;

namespace AesthetixWorkflows.Runtime.Hooks;

/// <summary>HMAC-SHA256 of the body alone, as hex or base64 (Typeform, GitHub and most others).</summary>
/// <remarks>Without a moment in it a recorded call stays valid; only its id keeps it from counting twice.</remarks>
static class BodySignature
{
    public static HookVerdict Check(HookCall call, string header, List<string> secrets)
    {
        if (call.Header(header) is not { } given) return new Wrong(HookCodes.ProofMissing, $"The call has no {header}.");
        if (given.StartsWith("sha256=", StringComparison.OrdinalIgnoreCase)) given = given["sha256=".Length..];
        var isSigned = secrets.Exists(secret =>
        {
            var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), call.Body.Span);
            // Hex is the same in either case; base64 is not.
            return ConstantTime.Same(Convert.ToHexStringLower(expected), given.ToLowerInvariant()) | ConstantTime.Same(Convert.ToBase64String(expected), given);
        });
        return isSigned ? Good : new Wrong(HookCodes.ProofWrong, $"{header} is not by this hook's secret.");
    }
}

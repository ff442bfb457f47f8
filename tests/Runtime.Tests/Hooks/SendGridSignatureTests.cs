using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AesthetixWorkflows.Runtime.Hooks;

namespace AesthetixWorkflows.Runtime.Tests.Hooks;

public sealed class SendGridSignatureTests : IDisposable
{
    const string Body = "[{\"event\":\"open\"}]\r\n";
    readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    string PublicKey => Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());

    HookCall Signed(string body, DateTimeOffset at, string? sent = null)
    {
        var stamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToBase64String(_key.SignData(Encoding.UTF8.GetBytes(stamp + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        return Calls.Post(sent ?? body, headers: [("X-Twilio-Email-Event-Webhook-Signature", signature), ("X-Twilio-Email-Event-Webhook-Timestamp", stamp)]);
    }

    static string? Code(string key, HookCall call) => (HookVerification.Check(new HookKind.SendGrid(), [key], call, Calls.Now) as HookVerdict.Wrong)?.Code;

    [Fact]
    public void A_call_signed_with_SendGrids_key_is_taken() => Assert.Null(Code(PublicKey, Signed(Body, Calls.Now)));

    [Fact]
    public void Another_body_or_another_key_is_not()
    {
        Assert.Equal(HookCodes.ProofWrong, Code(PublicKey, Signed(Body, Calls.Now, Body.TrimEnd())));
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal(HookCodes.ProofWrong, Code(Convert.ToBase64String(other.ExportSubjectPublicKeyInfo()), Signed(Body, Calls.Now)));
    }

    [Fact]
    public void SendGrid_tries_for_a_day_and_a_recording_is_refused_after_that()
    {
        Assert.Null(Code(PublicKey, Signed(Body, Calls.Now.AddHours(-24))));
        Assert.Equal(HookCodes.TooOld, Code(PublicKey, Signed(Body, Calls.Now.AddHours(-26))));
        Assert.Equal(HookCodes.TooNew, Code(PublicKey, Signed(Body, Calls.Now.AddMinutes(6))));
    }

    [Theory]
    [InlineData("AAAA", null)]
    [InlineData("AAAA", "soon")]
    [InlineData(null, "1785758400")]
    public void Half_a_proof_is_none(string? signature, string? stamp)
    {
        (string, string)[] headers = [.. new[] { ("X-Twilio-Email-Event-Webhook-Signature", signature), ("X-Twilio-Email-Event-Webhook-Timestamp", stamp) }
            .Where(h => h.Item2 is not null).Select(h => (h.Item1, h.Item2!))];
        Assert.Equal(HookCodes.ProofMissing, Code(PublicKey, Calls.Post(Body, headers: headers)));
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    public void A_garbled_signature_is_wrong_and_throws_nothing(string signature) => Assert.Equal(HookCodes.ProofWrong, Code(PublicKey,
        Calls.Post(Body, headers: [("X-Twilio-Email-Event-Webhook-Signature", signature), ("X-Twilio-Email-Event-Webhook-Timestamp", "1785758400")])));

    [Theory]
    [InlineData("secret")]
    [InlineData("AAAA")]
    public void A_key_that_is_none_is_said_so(string key) => Assert.Equal(HookCodes.SecretUnusable, Code(key, Signed(Body, Calls.Now)));
}

using System.Globalization;
using System.Text;
using AesthetixWorkflows.Runtime.Hooks;
using AesthetixWorkflows.Runtime.Outbound;

namespace AesthetixWorkflows.Runtime.Tests.Hooks;

public sealed class HookVerificationTests
{
    const string Body = """{"id":"evt_1","object":"event"}""";

    // Worked out with Python's hmac over "1785758400." and the body, with the secret below.
    const string StripeSecret = "whsec_test_secret", StripeHex = "21e6ebd307966034ebfa78b86894c7e63ba9455aeaa0832831b82bed05fd3d83";

    // Likewise over the body alone, with the secret "abc123".
    const string BodyBase64 = "rVNkOtSPSPujrFSAKlkidRg+fdTP1LwVYHsUiXWIJF8=", BodyHex = "ad53643ad48f48fba3ac54802a592275183e7dd4cfd4bc15607b14897588245f";

    static void Passes(HookKind kind, string secret, HookCall call, DateTimeOffset? now = null) =>
        Assert.IsType<HookVerdict.Ok>(HookVerification.Check(kind, [secret], call, now ?? Calls.Now));

    static void Fails(string code, HookKind kind, string secret, HookCall call, DateTimeOffset? now = null) =>
        Assert.Equal(code, Assert.IsType<HookVerdict.Wrong>(HookVerification.Check(kind, [secret], call, now ?? Calls.Now)).Code);

    [Fact]
    public void A_hook_of_no_kind_takes_anything() => Passes(new HookKind.None(), "", Calls.Post(Body));

    [Theory]
    [InlineData("none")]
    [InlineData("token")]
    [InlineData("basic")]
    [InlineData("standard-webhooks")]
    [InlineData("stripe")]
    [InlineData("twilio")]
    [InlineData("sendgrid")]
    [InlineData("calendly")]
    [InlineData("typeform")]
    [InlineData("hmac-sha256")]
    public void Every_kind_is_known_by_its_stored_name_and_wants_a_secret_and_a_proof(string name)
    {
        var kind = Assert.IsAssignableFrom<HookKind>(HookKind.Parse(name));
        if (kind is HookKind.None) return;
        Fails(HookCodes.SecretMissing, kind, " ", Calls.Post(Body));
        Fails(HookCodes.ProofMissing, kind, "secret", Calls.Post(Body));
    }

    [Fact]
    public void An_unknown_kind_is_no_kind() => Assert.Null(HookKind.Parse("rsa"));

    [Fact]
    public void C18_A_token_is_taken_from_any_of_its_three_places_and_only_the_right_one()
    {
        var kind = new HookKind.Token();
        Passes(kind, "s3cret", Calls.Post(Body, headers: ("Authorization", "Bearer s3cret")));
        Passes(kind, "s3cret", Calls.Post(Body, headers: ("x-hook-token", "s3cret")));
        Passes(kind, "s3cret", Calls.Post(Body, url: "https://clinic.example.com/hooks/k?token=s3cret"));
        Fails(HookCodes.ProofWrong, kind, "s3cret", Calls.Post(Body, headers: ("Authorization", "Bearer s3cre")));
        Fails(HookCodes.ProofWrong, kind, "s3cret", Calls.Post(Body, headers: ("X-Hook-Token", "S3CRET")));
        Fails(HookCodes.ProofMissing, kind, "s3cret", Calls.Post(Body, headers: ("Authorization", "Basic s3cret")));
    }

    [Fact]
    public void C18_Basic_wants_user_and_password()
    {
        static (string, string) Of(string text) => ("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));
        var kind = new HookKind.Basic();
        Passes(kind, "ann:pä:ss", Calls.Post(Body, headers: Of("ann:pä:ss")));
        Fails(HookCodes.ProofWrong, kind, "ann:pass", Calls.Post(Body, headers: Of("ann:wrong")));
        Fails(HookCodes.ProofMissing, kind, "ann:pass", Calls.Post(Body, headers: ("Authorization", "Basic %%%")));
    }

    static HookCall Standard(string secret, DateTimeOffset at, string body = Body, string? signatures = null)
    {
        var signature = StandardWebhooks.Sign(StandardWebhooks.Key(secret), "msg_1", at, Encoding.UTF8.GetBytes(Body));
        return Calls.Post(body, headers:
        [
            ("webhook-id", "msg_1"), ("webhook-timestamp", at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ("webhook-signature", signatures?.Replace("{0}", signature, StringComparison.Ordinal) ?? signature),
        ]);
    }

    [Fact]
    public void Standard_Webhooks_meets_the_published_vector()
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1614265330);
        var call = Calls.Post("""{"test": 2432232314}""", headers:
        [
            ("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"), ("webhook-timestamp", "1614265330"),
            ("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
        ]);
        Passes(new HookKind.StandardWebhooks(), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", call, at);
    }

    [Fact]
    public void C18_Standard_Webhooks_refuses_a_wrong_signature_and_a_changed_body()
    {
        var (kind, secret) = (new HookKind.StandardWebhooks(), StandardWebhooks.NewSecret());
        Passes(kind, secret, Standard(secret, Calls.Now));
        Fails(HookCodes.ProofWrong, kind, secret, Standard(StandardWebhooks.NewSecret(), Calls.Now));
        Fails(HookCodes.ProofWrong, kind, secret, Standard(secret, Calls.Now, body: Body + " "));
        Fails(HookCodes.SecretUnusable, kind, "not base64!", Standard(secret, Calls.Now));
    }

    [Theory]
    [InlineData(-301, HookCodes.TooOld)]
    [InlineData(301, HookCodes.TooNew)]
    [InlineData(-300, null)]
    [InlineData(300, null)]
    public void C18_A_call_signed_more_than_five_minutes_off_is_refused(int seconds, string? code)
    {
        var secret = StandardWebhooks.NewSecret();
        var call = Standard(secret, Calls.Now.AddSeconds(seconds));
        if (code is null) Passes(new HookKind.StandardWebhooks(), secret, call);
        else Fails(code, new HookKind.StandardWebhooks(), secret, call);
    }

    [Theory]
    [InlineData("v1,AAAA {0}")]
    [InlineData("{0} v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==")]
    [InlineData("v1,AAAA,{0}")]
    public void Any_one_of_several_signatures_will_do(string signatures)
    {
        var secret = StandardWebhooks.NewSecret();
        Passes(new HookKind.StandardWebhooks(), secret, Standard(secret, Calls.Now, signatures: signatures));
    }

    [Fact]
    public void Any_one_of_several_secrets_will_do()
    {
        var secret = StandardWebhooks.NewSecret();
        var verdict = HookVerification.Check(new HookKind.StandardWebhooks(), [StandardWebhooks.NewSecret(), secret], Standard(secret, Calls.Now), Calls.Now);
        Assert.IsType<HookVerdict.Ok>(verdict);
    }

    [Fact]
    public void C18_Stripe_and_Calendly_check_moment_and_signature()
    {
        foreach (var (kind, header) in new (HookKind, string)[] { (new HookKind.Stripe(), "Stripe-Signature"), (new HookKind.Calendly(), "Calendly-Webhook-Signature") })
        {
            Passes(kind, StripeSecret, Calls.Post(Body, headers: (header, $"t=1785758400,v1={StripeHex}")));
            Passes(kind, StripeSecret, Calls.Post(Body, headers: (header, $"t=1785758400, v1=00, v1={StripeHex}, v0=11")));
            Fails(HookCodes.ProofWrong, kind, StripeSecret, Calls.Post(Body, headers: (header, $"t=1785758401,v1={StripeHex}")));
            Fails(HookCodes.ProofWrong, kind, StripeSecret, Calls.Post(Body, headers: (header, $"t=1785758400,v0={StripeHex}")));
            Fails(HookCodes.TooOld, kind, StripeSecret, Calls.Post(Body, headers: (header, $"t=1785758400,v1={StripeHex}")), Calls.Now.AddSeconds(301));
            Fails(HookCodes.ProofMissing, kind, StripeSecret, Calls.Post(Body, headers: (header, "t=99999999999999999,v1=00")));
        }
    }

    [Fact]
    public void C18_Typeform_and_other_body_signatures_are_hex_or_base64()
    {
        Passes(new HookKind.Typeform(), "abc123", Calls.Post(Body, headers: ("Typeform-Signature", "sha256=" + BodyBase64)));
        Fails(HookCodes.ProofWrong, new HookKind.Typeform(), "abc124", Calls.Post(Body, headers: ("Typeform-Signature", "sha256=" + BodyBase64)));
        var kind = HookKind.Parse("hmac-sha256", "X-Hub-Signature-256")!;
        foreach (var written in new[] { BodyHex, BodyHex.ToUpperInvariant(), "sha256=" + BodyHex, BodyBase64 })
            Passes(kind, "abc123", Calls.Post(Body, headers: ("X-Hub-Signature-256", written)));
        Fails(HookCodes.ProofWrong, kind, "abc123", Calls.Post(Body, headers: ("X-Hub-Signature-256", BodyBase64.ToLowerInvariant())));
        Fails(HookCodes.ProofMissing, kind, "abc123", Calls.Post(Body, headers: ("X-Signature", BodyHex)));
    }

    const string TwilioUrl = "https://mycompany.com/myapp.php?foo=1&bar=2";
    const string TwilioForm = "To=%2B18005551212&CallSid=CA1234567890ABCDE&Digits=1234&From=%2B12349013030&Caller=%2B12349013030";

    [Fact]
    public void C18_Twilio_meets_its_documented_vector_with_or_without_the_port()
    {
        var (kind, signature) = (new HookKind.Twilio(), ("X-Twilio-Signature", "0/KCTR6DLpKmkAf8muzZqo1nDgQ="));
        Passes(kind, "12345", Calls.Post(TwilioForm, Calls.Form, TwilioUrl, signature));
        Passes(kind, "12345", Calls.Post(TwilioForm, Calls.Form + "; charset=UTF-8", "https://mycompany.com:443/myapp.php?foo=1&bar=2", signature));
        Fails(HookCodes.ProofWrong, kind, "54321", Calls.Post(TwilioForm, Calls.Form, TwilioUrl, signature));
        Fails(HookCodes.ProofWrong, kind, "12345", Calls.Post(TwilioForm + "&X=1", Calls.Form, TwilioUrl, signature));
        Fails(HookCodes.ProofWrong, kind, "12345", Calls.Post(TwilioForm, Calls.Form, "https://mycompany.com/other.php?foo=1&bar=2", signature));
    }

    [Fact]
    public void C18_Twilio_binds_a_JSON_body_by_its_hash_in_the_address()
    {
        const string body = """{"property": "value", "boolean": true}""";
        const string url = TwilioUrl + "&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
        var (kind, signature) = (new HookKind.Twilio(), ("X-Twilio-Signature", "a9nBmqA0ju/hNViExpshrM61xv4="));
        Passes(kind, "12345", Calls.Post(body, Calls.Json, url, signature));
        Fails(HookCodes.ProofWrong, kind, "12345", Calls.Post(body + " ", Calls.Json, url, signature));
        Fails(HookCodes.ProofMissing, kind, "12345", Calls.Post(body, Calls.Json, TwilioUrl, signature));
    }

    [Fact]
    public void A_refusal_never_tells_the_secret_or_the_right_signature()
    {
        var wrong = Assert.IsType<HookVerdict.Wrong>(HookVerification.Check(new HookKind.Typeform(), ["abc123"], Calls.Post(Body, headers: ("Typeform-Signature", "x")), Calls.Now));
        Assert.DoesNotContain("abc123", wrong.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(BodyBase64, wrong.ToString(), StringComparison.Ordinal);
    }
}

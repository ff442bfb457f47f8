using System.Text;
using AesthetixWorkflows.Runtime.Outbound;

namespace AesthetixWorkflows.Runtime.Tests.Outbound;

public sealed class StandardWebhooksTests
{
    // The vector of the specification's own libraries.
    const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1614265330);
    static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"test": 2432232314}""");

    [Fact]
    public void The_published_vector_is_met() =>
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", StandardWebhooks.Sign(StandardWebhooks.Key(Secret), Id, At, Body));

    [Fact]
    public void Two_secrets_give_two_signatures_and_none_gives_none()
    {
        Assert.Equal(2, StandardWebhooks.Header([Secret, StandardWebhooks.NewSecret()], Id, At, Body)!.Split(' ').Length);
        Assert.Equal("", StandardWebhooks.Header([], Id, At, Body));
        Assert.Null(StandardWebhooks.Header([Secret, "whsec_?"], Id, At, Body));
    }

    [Fact]
    public void A_new_secret_is_32_bytes_and_never_the_same()
    {
        var secret = StandardWebhooks.NewSecret();
        Assert.Equal(32, StandardWebhooks.Key(secret)!.Length);
        Assert.NotEqual(secret, StandardWebhooks.NewSecret());
    }

    [Theory]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("whsec_not base64!")]
    public void What_is_no_secret_has_no_key(string secret) => Assert.Null(StandardWebhooks.Key(secret));
}

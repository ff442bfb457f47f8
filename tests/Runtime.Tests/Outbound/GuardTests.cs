using System.Net;
using System.Net.Sockets;
using AesthetixWorkflows.Runtime.Outbound;

namespace AesthetixWorkflows.Runtime.Tests.Outbound;

public sealed class GuardTests
{
    static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://localhost/")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    [InlineData("http://[fd00:ec2::254]/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("https://10.0.0.1/")]
    public async Task C17_A_webhook_to_an_address_inside_the_network_is_refused(string url)
    {
        var answer = await new OutboundClient(TimeProvider.System, new SystemHostLookup()).SendAsync(Sending.Post(new Uri(url)), Nothing);
        Assert.Equal(OutboundCodes.Address, Assert.IsType<OutboundAnswer.Refused>(answer).Code);
    }

    [Fact]
    public async Task C17_A_public_looking_name_that_leads_inside_is_refused_and_nothing_arrives()
    {
        await using var inside = await Receiver.AnsweringAsync(200);
        var sending = new Sending(new Names().Leads("booking.example.com", "127.0.0.1"));
        Assert.Equal(OutboundCodes.Address, await sending.RefusedAsync(Sending.Post(inside.Url("/", "booking.example.com"))));
        Assert.Empty(inside.Requests);
    }

    [Fact]
    public async Task C17_A_name_that_is_rebound_after_a_first_public_answer_is_refused()
    {
        await using var inside = await Receiver.AnsweringAsync(200);
        // The first answer is public (and nobody there in this test); a client that checks, then looks up again, would be fooled.
        var names = new Names().Leads("rebind.example.com", "8.8.8.8", "127.0.0.1");
        var sending = new Sending(names);
        var request = Sending.Post(inside.Url("/", "rebind.example.com")) with { Limits = Sending.Short };
        Assert.IsType<OutboundAnswer.Unreachable>(await sending.SendAsync(request));
        Assert.Single(names.Asked);
        Assert.Equal(OutboundCodes.Address, await sending.RefusedAsync(request));
        Assert.Empty(inside.Requests);
    }

    [Fact]
    public async Task C17_An_inner_address_among_public_ones_is_never_connected_to()
    {
        await using var inside = await Receiver.AnsweringAsync(200);
        var sending = new Sending(new Names().Leads("mixed.example.com", "127.0.0.1,8.8.8.8"));
        Assert.IsType<OutboundAnswer.Unreachable>(await sending.SendAsync(Sending.Post(inside.Url("/", "mixed.example.com")) with { Limits = Sending.Short }));
        Assert.Empty(inside.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://rebind.example.com:{0}/")]
    public async Task C17_A_redirect_into_the_network_is_refused(string target)
    {
        await using var inside = await Receiver.AnsweringAsync(200);
        var location = target.Replace("{0}", inside.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        await using var outside = await Receiver.AnsweringAsync(307, ("Location", location));
        var sending = new Sending(new Names().Leads("localhost", "127.0.0.1").Leads("rebind.example.com", "127.0.0.1"));
        Assert.Equal(OutboundCodes.Address, await sending.RefusedAsync(Sending.Post(outside.Url())));
        Assert.Single(outside.Requests);
        Assert.Empty(inside.Requests);
    }

    [Fact]
    public async Task A_host_that_the_practice_allowed_by_name_is_reached_whatever_the_case()
    {
        await using var receiver = await Receiver.AnsweringAsync(200);
        Assert.Equal(200, (await new Sending().AnsweredAsync(Sending.Post(receiver.Url("/", "PARTNER.test")))).Status);
    }

    [Fact]
    public async Task A_host_allowed_with_a_port_is_refused_on_another()
    {
        await using var receiver = await Receiver.AnsweringAsync(200);
        var right = new HashSet<string> { $"clinic.test:{receiver.Port}" };
        var wrong = new HashSet<string> { $"clinic.test:{receiver.Port + 1}", "test", "*.test" };
        Assert.IsType<OutboundAnswer.Answered>(await new Sending().SendAsync(Sending.Post(receiver.Url()), right));
        Assert.Equal(OutboundCodes.Address, await new Sending().RefusedAsync(Sending.Post(receiver.Url()), wrong));
    }

    [Fact]
    public async Task C17_Not_even_an_allowed_name_opens_the_metadata_service()
    {
        var sending = new Sending(new Names().Leads("clinic.test", "169.254.169.254"));
        Assert.Equal(OutboundCodes.Address, await sending.RefusedAsync(Sending.Post(new Uri("http://clinic.test/"))));
        var named = new HashSet<string> { "169.254.169.254" };
        Assert.Equal(OutboundCodes.Address, await sending.RefusedAsync(Sending.Post(new Uri("http://169.254.169.254/")), named));
    }

    [Fact]
    public async Task One_practices_open_door_is_not_anothers()
    {
        await using var receiver = await Receiver.AnsweringAsync(200);
        var client = new OutboundClient(TimeProvider.System, new Names());
        Assert.IsType<OutboundAnswer.Answered>(await client.SendAsync(Sending.Post(receiver.Url()), Sending.Allowed));
        Assert.IsType<OutboundAnswer.Refused>(await client.SendAsync(Sending.Post(receiver.Url()), Nothing));
        Assert.Single(receiver.Requests);
    }

    [Theory]
    [InlineData("ftp://example.com/", OutboundCodes.Scheme)]
    [InlineData("file:///etc/passwd", OutboundCodes.Scheme)]
    [InlineData("gopher://example.com/", OutboundCodes.Scheme)]
    [InlineData("/relative", OutboundCodes.Scheme)]
    [InlineData("http://ann:secret@clinic.test/", OutboundCodes.UserInfo)]
    [InlineData("http://clinic.test@evil.example.com/", OutboundCodes.UserInfo)]
    public async Task An_address_that_is_no_plain_web_address_is_refused(string url, string code) =>
        Assert.Equal(code, await new Sending().RefusedAsync(Sending.Post(new Uri(url, UriKind.RelativeOrAbsolute))));

    [Theory]
    [InlineData("Host", "evil.example.com")]
    [InlineData("Transfer-Encoding", "chunked")]
    [InlineData("webhook-signature", "v1,abc")]
    [InlineData("X-Note", "a\r\nX-Evil: 1")]
    [InlineData("X Note", "a")]
    [InlineData("", "a")]
    public async Task A_header_that_could_smuggle_or_forge_is_refused(string name, string value)
    {
        var request = Sending.Post(new Uri("http://clinic.test/")) with { Headers = [KeyValuePair.Create(name, value)] };
        Assert.Equal(OutboundCodes.Header, await new Sending().RefusedAsync(request));
    }

    [Fact]
    public async Task A_method_outside_the_list_too_long_a_body_and_an_unusable_secret_are_refused()
    {
        var url = new Uri("http://clinic.test/");
        Assert.Equal(OutboundCodes.Method, await new Sending().RefusedAsync(new OutboundRequest("CONNECT", url, "id")));
        Assert.Equal(OutboundCodes.TooLarge, await new Sending().RefusedAsync(Sending.Post(url, new string('a', 256 * 1024 + 1))));
        Assert.Equal(OutboundCodes.Secret, await new Sending().RefusedAsync(Sending.Post(url) with { SigningSecrets = ["whsec_not base64!"] }));
    }

    [Fact]
    public async Task The_environments_proxy_is_not_used()
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        Environment.SetEnvironmentVariable("http_proxy", $"http://127.0.0.1:{((IPEndPoint)proxy.LocalEndpoint).Port}");
        try
        {
            await using var receiver = await Receiver.AnsweringAsync(200);
            await new Sending().AnsweredAsync(Sending.Post(receiver.Url()));
            Assert.False(proxy.Pending());
        }
        finally
        {
            Environment.SetEnvironmentVariable("http_proxy", null);
        }
    }
}

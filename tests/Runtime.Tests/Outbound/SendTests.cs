using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using AesthetixWorkflows.Runtime.Outbound;
using Microsoft.AspNetCore.Http;

namespace AesthetixWorkflows.Runtime.Tests.Outbound;

public sealed class SendTests
{
    [Fact]
    public async Task A_request_arrives_as_it_was_written()
    {
        await using var receiver = await Receiver.AnsweringAsync(201, ("X-Request-Id", "r1"), ("X-Other", "no"));
        var request = Sending.Post(receiver.Url("/hook?a=1")) with { Headers = [new("X-Api-Key", "k"), new("X-Twice", "1"), new("X-Twice", "2")] };
        var answer = await new Sending().AnsweredAsync(request);
        var arrived = Assert.Single(receiver.Requests);
        Assert.Equal(("POST", "/hook?a=1", """{"a":1}"""), (arrived.Method, arrived.Path, arrived.Body));
        Assert.Equal("application/json", arrived.Headers["Content-Type"]);
        Assert.Equal("k", arrived.Headers["X-Api-Key"]);
        Assert.Contains("2", arrived.Headers["X-Twice"], StringComparison.Ordinal);
        Assert.Equal(Sending.EffectId, arrived.Headers["Idempotency-Key"]);
        Assert.StartsWith("Aesthetix-Workflows", arrived.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal((201, "status 201", false), (answer.Status, answer.Body, answer.Truncated));
        Assert.Equal("r1", answer.Headers["x-request-id"]);
        Assert.DoesNotContain("x-other", answer.Headers.Keys);
        Assert.True(answer.Took > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_signed_request_verifies_with_each_secret_and_the_same_id_on_every_try()
    {
        await using var receiver = await Receiver.AnsweringAsync(200);
        var (old, fresh) = (StandardWebhooks.NewSecret(), StandardWebhooks.NewSecret());
        var request = Sending.Post(receiver.Url()) with { SigningSecrets = [old, fresh] };
        await new Sending().AnsweredAsync(request);
        await new Sending().AnsweredAsync(request);
        Assert.All(receiver.Requests, arrived =>
        {
            Assert.Equal(Sending.EffectId, arrived.Headers["webhook-id"]);
            var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(arrived.Headers["webhook-timestamp"], CultureInfo.InvariantCulture));
            var expected = new[] { old, fresh }.Select(s => StandardWebhooks.Sign(StandardWebhooks.Key(s), Sending.EffectId, at, Encoding.UTF8.GetBytes(arrived.Body)));
            Assert.Equal(string.Join(' ', expected), arrived.Headers["webhook-signature"]);
        });
        Assert.Equal(2, receiver.Requests.Count);
    }

    [Fact]
    public async Task A_get_has_no_body_and_keeps_the_practices_own_idempotency_key_out()
    {
        await using var receiver = await Receiver.AnsweringAsync(200);
        await new Sending().AnsweredAsync(new OutboundRequest("get", receiver.Url(), "id"));
        var arrived = Assert.Single(receiver.Requests);
        Assert.Equal(("GET", ""), (arrived.Method, arrived.Body));
        Assert.DoesNotContain("Idempotency-Key", arrived.Headers.Keys);
        Assert.DoesNotContain("webhook-signature", arrived.Headers.Keys);
    }

    [Fact]
    public async Task A_form_goes_out_with_its_own_content_type()
    {
        await using var receiver = await Receiver.AnsweringAsync(200);
        await new Sending().AnsweredAsync(Sending.Post(receiver.Url(), "a=1") with { ContentType = "application/x-www-form-urlencoded" });
        await new Sending().AnsweredAsync(Sending.Post(receiver.Url(), "<a/>") with { Headers = [new("content-type", "application/xml")] });
        Assert.Equal(["application/x-www-form-urlencoded", "application/xml"], receiver.Requests.Select(r => r.Headers["Content-Type"]));
    }

    [Fact]
    public async Task A_huge_answer_is_cut()
    {
        await using var receiver = await Receiver.StartAsync(async context =>
        {
            var chunk = new byte[64 * 1024];
            Array.Fill(chunk, (byte)'x');
            for (var i = 0; i < 400 && !context.RequestAborted.IsCancellationRequested; i++) await context.Response.Body.WriteAsync(chunk);
        });
        var answer = await new Sending().AnsweredAsync(Sending.Post(receiver.Url()));
        Assert.Equal((200, 256 * 1024, true), (answer.Status, answer.Body.Length, answer.Truncated));
    }

    [Fact]
    public async Task A_cut_never_goes_through_a_character()
    {
        await using var receiver = await Receiver.StartAsync(context => context.Response.WriteAsync("aé"));
        var request = Sending.Post(receiver.Url()) with { Limits = OutboundLimits.Default with { AnswerBytes = 2 } };
        var answer = await new Sending().AnsweredAsync(request);
        Assert.Equal(("a", true), (answer.Body, answer.Truncated));
    }

    [Fact]
    public async Task An_answer_in_another_alphabet_is_read()
    {
        await using var receiver = await Receiver.StartAsync(context =>
        {
            context.Response.ContentType = "text/plain; charset=iso-8859-1";
            return context.Response.Body.WriteAsync(new byte[] { (byte)'c', (byte)'a', (byte)'f', 0xE9 }).AsTask();
        });
        Assert.Equal("café", (await new Sending().AnsweredAsync(Sending.Post(receiver.Url()))).Body);
    }

    [Fact]
    public async Task A_slow_body_after_the_status_is_an_answer_that_was_cut()
    {
        await using var receiver = await Receiver.StartAsync(async context =>
        {
            await context.Response.WriteAsync("first");
            await context.Response.Body.FlushAsync();
            await Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        var answer = await new Sending().AnsweredAsync(Sending.Post(receiver.Url()) with { Limits = Sending.Short });
        Assert.Equal((200, "first", true), (answer.Status, answer.Body, answer.Truncated));
    }

    [Fact]
    public async Task A_receiver_that_never_answers_may_have_accepted_it()
    {
        await using var receiver = await Receiver.StartAsync(context =>
            Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        var answer = await new Sending().SendAsync(Sending.Post(receiver.Url()) with { Limits = Sending.Short });
        var lost = Assert.IsType<OutboundAnswer.Unreachable>(answer);
        Assert.Equal((OutboundCodes.Timeout, true), (lost.Code, lost.MayHaveBeenAccepted));
    }

    [Fact]
    public async Task A_connection_that_is_reset_may_have_accepted_it_and_is_not_tried_again_by_itself()
    {
        await using var receiver = await Receiver.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        var lost = Assert.IsType<OutboundAnswer.Unreachable>(await new Sending().SendAsync(Sending.Post(receiver.Url())));
        Assert.Equal((OutboundCodes.Broken, true), (lost.Code, lost.MayHaveBeenAccepted));
        Assert.Single(receiver.Requests);
    }

    [Fact]
    public async Task An_unknown_name_and_a_closed_port_were_surely_not_accepted()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var unknown = Assert.IsType<OutboundAnswer.Unreachable>(await new Sending().SendAsync(Sending.Post(new Uri("http://nowhere.example.com/"))));
        var closed = Assert.IsType<OutboundAnswer.Unreachable>(await new Sending().SendAsync(Sending.Post(new Uri($"http://clinic.test:{port}/"))));
        Assert.Equal((OutboundCodes.Dns, false), (unknown.Code, unknown.MayHaveBeenAccepted));
        Assert.Equal((OutboundCodes.Connect, false), (closed.Code, closed.MayHaveBeenAccepted));
    }

    [Fact]
    public async Task A_host_with_one_dead_address_is_reached_at_the_next()
    {
        await using var receiver = await Receiver.AnsweringAsync(200);
        // Nobody listens at 127.0.0.2 on that port.
        var sending = new Sending(new Names().Leads("clinic.test", "127.0.0.2,127.0.0.1"));
        Assert.Equal(200, (await sending.AnsweredAsync(Sending.Post(receiver.Url()))).Status);
    }

    [Fact]
    public async Task A_server_without_tls_behind_https_was_surely_not_accepted()
    {
        await using var receiver = await Receiver.AnsweringAsync(200);
        var https = new UriBuilder(receiver.Url()) { Scheme = "https" }.Uri;
        var lost = Assert.IsType<OutboundAnswer.Unreachable>(await new Sending().SendAsync(Sending.Post(https)));
        Assert.Equal((OutboundCodes.Tls, false), (lost.Code, lost.MayHaveBeenAccepted));
    }

    [Fact]
    public async Task What_is_not_HTTP_and_too_many_headers_are_told_apart_from_an_answer()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var talking = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            await client.GetStream().WriteAsync("SSH-2.0-OpenSSH\r\n\r\n"u8.ToArray());
            await Task.Delay(200);
        });
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var notHttp = Assert.IsType<OutboundAnswer.Unreachable>(await new Sending().SendAsync(Sending.Post(new Uri($"http://clinic.test:{port}/"))));
        await talking;
        await using var wordy = await Receiver.AnsweringAsync(200, ("X-Long", new string('x', 20_000)));
        var tooMany = Assert.IsType<OutboundAnswer.Unreachable>(await new Sending().SendAsync(Sending.Post(wordy.Url())));
        Assert.Equal((OutboundCodes.NotHttp, OutboundCodes.NotHttp), (notHttp.Code, tooMany.Code));
    }

    [Fact]
    public async Task The_callers_cancellation_is_not_an_answer()
    {
        await using var receiver = await Receiver.StartAsync(context =>
            Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new OutboundClient(TimeProvider.System, new Names()).SendAsync(Sending.Post(receiver.Url()), Sending.Allowed, soon.Token));
    }
}

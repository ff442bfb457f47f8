using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Tests;

/// <summary>Where providers report: their signature is the key.</summary>
[Collection(nameof(Stand))]
public sealed class ProviderRouteTests(Stand stand)
{
    const string SendGrid = "/hooks/sendgrid/events", Twilio = "/hooks/twilio/status";

    async Task<string> Message(string channel)
    {
        var id = "msg_" + Guid.NewGuid().ToString("N");
        await stand.Store.Commit(new ChangeSet(Stand.Practice).Put(Kinds.Message, id, new() { ContactId = "con_1", Channel = channel, Direction = Direction.Out, Status = MessageStatus.Sent, StepId = "s1" }));
        return id;
    }

    async Task<(MessageStatus Status, string? Code)> State(string id) =>
        (await stand.Store.Find(Kinds.Message, Stand.Practice, id))!.Body is var message ? (message.Status, message.Code) : default;

    Task<Reply> Events(object[] events, DateTimeOffset? at = null, Func<string, string>? tamper = null) => Signed(JsonSerializer.Serialize(events), at, tamper);

    async Task<Reply> Signed(string body, DateTimeOffset? at = null, Func<string, string>? tamper = null)
    {
        var stamp = (at ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = stand.SendGridKey.SignData(Encoding.UTF8.GetBytes(stamp + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return await Post(SendGrid, tamper?.Invoke(body) ?? body, "application/json",
            ("X-Twilio-Email-Event-Webhook-Signature", Convert.ToBase64String(signature)), ("X-Twilio-Email-Event-Webhook-Timestamp", stamp));
    }

    static Dictionary<string, object> Event(string message, string what, string id) => new Dictionary<string, object>
    {
        ["practice"] = Stand.Practice, ["message"] = message, ["event"] = what, ["sg_event_id"] = id, ["sg_message_id"] = "abc.0", ["timestamp"] = 1785758400, ["email"] = "ada@patients.example",
    };

    async Task<Reply> Status(string message, string status, string? error = null, string token = Stand.TwilioToken, string host = "https://app.lumina.example", string fragment = "")
    {
        var (path, fields) = ($"{Twilio}?practice={Stand.Practice}&message={message}", new SortedDictionary<string, string>(StringComparer.Ordinal) { ["MessageSid"] = "SM1", ["MessageStatus"] = status, ["To"] = "+12125550199" });
        if (error is not null) fields["ErrorCode"] = error;
        var signed = host + path + fragment + string.Concat(fields.Select(f => f.Key + f.Value));
#pragma warning disable CA5350 // What Twilio signs with.
        var signature = Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(signed)));
#pragma warning restore CA5350
        return await Post(path, string.Join('&', fields.Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value)}")), "application/x-www-form-urlencoded", ("X-Twilio-Signature", signature));
    }

    async Task<Reply> Post(string path, string body, string type, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
        request.Content.Headers.ContentType = new(type);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        using var response = await stand.Http.SendAsync(request);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType, null, response.Headers);
    }

    [Fact]
    public async Task SendGrids_events_move_their_messages_on_and_are_raised_once()
    {
        var (one, other) = (await Message("email"), await Message("email"));
        object[] events = [Event(one, "delivered", "e1" + one), Event(one, "open", "e2" + one), Event(other, "bounce", "e3" + other), new { @event = "open", sg_event_id = "x" }, Event("msg_none", "open", "y")];
        foreach (var reply in new[] { await Events(events), await Events(events) })
            Assert.Equal((3, 2), ((int)reply.Expect(200).Json["taken"]!, (int)reply.Json["ignored"]!));
        Assert.Equal((MessageStatus.Delivered, null), await State(one));
        Assert.Equal((MessageStatus.Failed, "sendgrid.bounced"), await State(other));
        Assert.Equal(["opened", "bounced"], stand.Store.Events.Where(e => e.SourceId == "e2" + one || e.SourceId == "e3" + other)
            .OrderBy(e => e.SourceId[..2], StringComparer.Ordinal).Select(e => e.Data.GetProperty("email").GetProperty("event").GetString()));
    }

    [Fact]
    public async Task An_event_that_SendGrid_did_not_sign_is_refused()
    {
        var mail = await Message("email");
        object[] events = [Event(mail, "unsubscribe", "u" + mail)];
        (await Events(events, tamper: body => body + " ")).ExpectProblem(401, "hook.unverified");
        (await Events(events, at: DateTimeOffset.UtcNow.AddDays(-2))).ExpectProblem(401, "hook.unverified");
        (await Events(events, at: DateTimeOffset.UtcNow.AddHours(1))).ExpectProblem(401, "hook.unverified");
        (await Post(SendGrid, "[]", "application/json")).ExpectProblem(401, "hook.unverified");
        Assert.Equal((MessageStatus.Sent, null), await State(mail));
    }

    [Fact]
    public async Task A_batch_may_be_larger_than_other_bodies_but_not_without_end()
    {
        var mail = await Message("email");
        object[] batch = [.. Enumerable.Range(0, 3_000).Select(i => Event(mail, "open", $"{i}{mail}"))];
        Assert.Equal(3_000, (int)(await Events(batch)).Expect(200).Json["taken"]!);
        (await Post(SendGrid, new string(' ', 3_000_000), "application/json")).ExpectProblem(413, "body.tooLarge");
    }

    [Fact]
    public async Task Twilios_statuses_move_their_message_on_in_any_order()
    {
        var text = await Message("sms");
        foreach (var status in new[] { "queued", "delivered", "sent", "delivered" }) (await Status(text, status)).Expect(200);
        Assert.Equal((MessageStatus.Delivered, null), await State(text));
        var lost = await Message("sms");
        foreach (var status in new[] { "undelivered", "sent", "undelivered" }) (await Status(lost, status, "30006", fragment: "#rc=5&rp=all")).Expect(200);
        Assert.Equal((MessageStatus.Failed, "twilio.30006"), await State(lost));
    }

    [Fact]
    public async Task A_status_that_Twilio_did_not_sign_for_this_address_is_refused()
    {
        var text = await Message("sms");
        (await Status(text, "failed", token: "guessed")).ExpectProblem(401, "hook.unverified");
        (await Status(text, "failed", host: "https://elsewhere.example")).ExpectProblem(401, "hook.unverified");
        (await Post(Twilio, "MessageSid=SM1&MessageStatus=failed", "application/x-www-form-urlencoded")).ExpectProblem(401, "hook.unverified");
        Assert.Equal((MessageStatus.Sent, null), await State(text));
    }

    [Fact]
    public async Task A_signed_list_that_is_none_is_a_problem_and_not_a_crash()
    {
        foreach (var body in new[] { "{", "{}", "7", "", "[{\"practice\":\"\\ud800\",\"message\":1}]" })
            (await Signed(body)).ExpectProblem(400, "body.notJson");
    }
}

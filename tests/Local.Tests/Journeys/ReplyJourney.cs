using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AesthetixWorkflows.Local.Tests.Journeys;

/// <summary>Patients answer by text and by email, and the providers post it to a hook.</summary>
public sealed class ReplyJourney : IAsyncLifetime
{
    const string Token = "auth-token";

    Visitor Practice { get; } = new();

    public Task InitializeAsync() => Practice.Open();

    public async Task DisposeAsync() => await Practice.DisposeAsync();

    [Fact]
    public async Task A_text_by_Twilio_is_the_patients_answer_once_and_is_answered_with_nothing_to_say()
    {
        var grace = await Grace();
        var hook = await Hook("twilio");
        foreach (var _ in new[] { 1, 2 }) Assert.Equal("<Response/>", await Text(hook, "SM1", "Yes please"));
        var reply = Assert.Single(await Received(grace, 1));
        Assert.Equal(("sms", "Yes please", "+12125550188"), (reply.Text("channel"), reply.Text("text"), reply.Text("from")));
    }

    [Fact]
    public async Task C6_what_the_carrier_takes_for_STOP_is_STOP_in_any_language()
    {
        var grace = await Grace();
        var hook = await Hook("twilio");
        await Text(hook, "SM1", "BASTA", "STOP");
        await Until(grace, contact => contact.GetProperty("dnd").EnumerateArray().Any(d => d.Text("channel") == "sms" && d.Text("reason") == "stop"));
        await Text(hook, "SM2", "EMPIEZA", "START");
        await Until(grace, contact => contact.GetProperty("dnd").GetArrayLength() == 0);
    }

    [Fact]
    public async Task A_text_that_Twilio_did_not_sign_is_refused()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["From"] = "+12125550188", ["Body"] = "STOP", ["MessageSid"] = "SM1" });
        using var answer = await Practice.Http.PostAsync(await Hook("twilio"), form);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task An_email_by_Inbound_Parse_is_the_patients_answer_without_what_it_quotes_and_with_a_photograph()
    {
        var grace = await Grace();
        var hook = await Hook("token") + $"?token={Token}";
        foreach (var _ in new[] { 1, 2 }) await Mail(hook, "<m1@mail.example>", "Tuesday is fine\r\n\r\nOn Mon, Aug 3, 2026 Lumina <hello@lumina.example> wrote:\r\n> Does Tuesday suit you?");
        var reply = Assert.Single(await Received(grace, 1));
        Assert.Equal(("email", "Tuesday is fine", "Re: Your visit"), (reply.Text("channel"), reply.Text("text"), reply.Text("subject")));
    }

    async Task<string> Grace()
    {
        await Practice.Form("grace@example.test");
        return await Practice.Contact("grace@example.test");
    }

    async Task<string> Hook(string verification) =>
        (await Practice.Post("/api/hooks", new { name = "Replies", verification, secret = Token, eventType = "message.received" }, HttpStatusCode.Created)).Text("path")!;

    async Task<string> Text(string hook, string sid, string body, string? optOut = null)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal)
            { ["Body"] = body, ["From"] = "+12125550188", ["MessageSid"] = sid, ["NumMedia"] = "0", ["SmsStatus"] = "received", ["To"] = "+12125550100" };
        if (optOut is not null) fields["OptOutType"] = optOut;
        var signed = new Uri(Practice.Http.BaseAddress!, hook).AbsoluteUri + string.Concat(fields.Select(f => f.Key + f.Value));
        using var request = new HttpRequestMessage(HttpMethod.Post, hook) { Content = new FormUrlEncodedContent(fields) };
#pragma warning disable CA5350 // What Twilio signs with.
        request.Headers.Add("X-Twilio-Signature", Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(Token), Encoding.UTF8.GetBytes(signed))));
#pragma warning restore CA5350
        using var answer = await Practice.Http.SendAsync(request);
        Assert.Equal((HttpStatusCode.Accepted, "text/xml"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        return await answer.Content.ReadAsStringAsync();
    }

    async Task Mail(string hook, string id, string text)
    {
        using var post = new MultipartFormDataContent
        {
            { new StringContent($"Message-ID: {id}\nSubject: Re: Your visit"), "headers" }, { new StringContent("Grace Hopper <Grace@Example.test>"), "from" },
            { new StringContent("reply@in.lumina.example"), "to" }, { new StringContent("Re: Your visit"), "subject" }, { new StringContent(text), "text" },
            { new StringContent("""{"to":["reply@in.lumina.example"],"from":"grace@example.test"}"""), "envelope" },
            { new ByteArrayContent(new byte[3_000_000]), "attachment1", "photo.jpg" },
        };
        using var stranger = new HttpClient { BaseAddress = Practice.Http.BaseAddress };
        using var answer = await stranger.PostAsync(hook, post);
        Assert.True(answer.StatusCode is HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
    }

    async Task<List<JsonElement>> Received(string contact, int count) =>
        await Visitor.Until(() => Practice.List($"/api/messages?contactId={contact}&direction=in&reveal=true"), list => list.Count >= count);

    Task<JsonElement> Until(string contact, Func<JsonElement, bool> fits) => Visitor.Until(() => Practice.Get($"/api/contacts/{contact}"), fits);
}

using AesthetixWorkflows.Runtime.Hooks;

namespace AesthetixWorkflows.Runtime.Tests.Hooks;

public sealed class EventIdTests
{
    static string? Id(string kind, HookCall call) => EventId.Of(HookKind.Parse(kind)!, call, Calls.Read(call));

    [Fact]
    public void C18_The_same_call_twice_has_the_same_id()
    {
        var call = Calls.Post("{}", headers: [("Webhook-Id", "msg_1"), ("Idempotency-Key", "k1")]);
        Assert.Equal("msg_1", Id("standard-webhooks", call));
        Assert.Equal("msg_1", Id("none", call));
        Assert.Equal("k1", Id("token", Calls.Post("{}", headers: ("idempotency-key", "k1"))));
        Assert.Null(Id("none", Calls.Post("""{"id":"1"}""")));
    }

    [Theory]
    [InlineData("stripe", """{"id":"evt_1"}""", "evt_1")]
    [InlineData("typeform", """{"event_id":"01H"}""", "01H")]
    [InlineData("calendly", """{"event":"invitee.created","payload":{"uri":"https://c/1"}}""", "https://c/1:invitee.created")]
    [InlineData("calendly", """{"event":"invitee.canceled","payload":{"uri":"https://c/1"}}""", "https://c/1:invitee.canceled")]
    [InlineData("twilio", """{"MessageSid":"SM1","SmsStatus":"received"}""", "SM1:received")]
    [InlineData("twilio", """{"MessageSid":"SM1","MessageStatus":"delivered"}""", "SM1:delivered")]
    [InlineData("twilio", """{"CallSid":"CA1","CallStatus":"no-answer"}""", "CA1:no-answer")]
    [InlineData("twilio", """{"CallSid":7}""", null)]
    [InlineData("stripe", """{"id":""}""", null)]
    public void A_provider_has_ids_of_its_own(string kind, string body, string? id) => Assert.Equal(id, Id(kind, Calls.Post(body)));

    [Fact]
    public void C18_A_header_that_nobody_signed_cannot_make_a_recorded_call_new() =>
        Assert.Equal("evt_1", Id("stripe", Calls.Post("""{"id":"evt_1"}""", headers: ("webhook-id", "other"))));

    [Fact]
    public void Twilios_token_serves_where_there_is_no_sid() =>
        Assert.Equal("t1", Id("twilio", Calls.Post("{}", headers: ("I-Twilio-Idempotency-Token", "t1"))));

    [Fact]
    public void A_very_long_id_is_kept_as_its_hash()
    {
        var (one, other) = (new string('a', 500) + "1", new string('a', 500) + "2");
        var id = Id("none", Calls.Post("{}", headers: ("webhook-id", one)))!;
        Assert.Equal(71, id.Length);
        Assert.NotEqual(id, Id("none", Calls.Post("{}", headers: ("webhook-id", other))));
    }
}

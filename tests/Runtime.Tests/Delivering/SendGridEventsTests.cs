using System.Text;
using AesthetixWorkflows.Runtime.Delivering;

namespace AesthetixWorkflows.Runtime.Tests.Delivering;

public sealed class SendGridEventsTests
{
    const string Ids = "\"practice\":\"prac_1\",\"message\":\"msg_1\",\"sg_event_id\":\"ev1\",\"sg_message_id\":\"abc.recvd-5f-1-67.0\",\"timestamp\":1785758400";

    static SendGridEvents? Read(string json) => SendGridEvents.Read(Encoding.UTF8.GetBytes(json));
    static DeliveryReport Of(string fields) => Assert.Single(Read($"[{{{Ids},{fields}}}]")!.Reports);

    [Fact]
    public void An_event_is_known_by_SendGrids_id_and_finds_its_message_by_ours() => Assert.Equal(
        new("prac_1", "msg_1", DeliveryEvent.Delivered, "sendgrid", "ev1", DateTimeOffset.FromUnixTimeSeconds(1785758400), "abc"),
        Of("""
            "event":"delivered","email":"ada@patients.example","response":"250 OK"
            """));

    [Theory]
    [InlineData("processed", "", DeliveryEvent.Sent, null, null)]
    [InlineData("open", "", DeliveryEvent.Opened, null, null)]
    [InlineData("open", ",\"sg_machine_open\":false", DeliveryEvent.Opened, null, null)]
    [InlineData("open", ",\"sg_machine_open\":true", DeliveryEvent.Delivered, null, null)]
    [InlineData("click", ",\"url\":\"https://lumina.example\"", DeliveryEvent.Clicked, null, null)]
    [InlineData("bounce", ",\"type\":\"bounce\",\"reason\":\"550 5.1.1 user unknown\"", DeliveryEvent.Bounced, "sendgrid.bounced", "bounced")]
    [InlineData("bounce", ",\"type\":\"blocked\",\"reason\":\"421 try later\"", DeliveryEvent.Bounced, "sendgrid.blocked", null)]
    [InlineData("dropped", ",\"reason\":\"Bounced Address\"", DeliveryEvent.Dropped, "sendgrid.dropped", "bounced")]
    [InlineData("dropped", ",\"reason\":\"Unsubscribed Address\"", DeliveryEvent.Dropped, "sendgrid.dropped", "unsubscribed")]
    [InlineData("dropped", ",\"reason\":\"Spam Reporting Address\"", DeliveryEvent.Dropped, "sendgrid.dropped", "complained")]
    [InlineData("dropped", ",\"reason\":\"Spam Content (if spam checker app enabled)\"", DeliveryEvent.Dropped, "sendgrid.dropped", null)]
    [InlineData("spamreport", "", DeliveryEvent.Complained, null, "complained")]
    [InlineData("unsubscribe", "", DeliveryEvent.Unsubscribed, null, "unsubscribed")]
    [InlineData("group_unsubscribe", "", DeliveryEvent.Unsubscribed, null, "unsubscribed")]
    public void Each_kind_of_event_has_its_meaning(string kind, string more, DeliveryEvent what, string? code, string? stop)
    {
        var report = Of($"\"event\":\"{kind}\"{more}");
        Assert.Equal((what, code, stop), (report.Event, report.Code, report.Stop));
    }

    [Fact]
    public void Events_without_our_ids_and_kinds_that_tell_nothing_are_counted()
    {
        var read = Read($$"""[{"event":"open","sg_event_id":"x"},{{{Ids}},"event":"deferred"},{{{Ids}},"event":"group_resubscribe"},{{{Ids}}},7,null,{{{Ids}},"event":"open"}]""")!;
        Assert.Equal((1, 6), (read.Reports.Count, read.Foreign));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("")]
    [InlineData("[{\"practice\":\"\\ud800\",\"message\":\"m\",\"sg_event_id\":\"x\",\"event\":\"open\"}]")]
    public void What_is_no_list_of_events_is_not_read(string body) => Assert.Null(Read(body));
}

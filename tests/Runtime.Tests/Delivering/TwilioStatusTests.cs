using AesthetixWorkflows.Runtime.Delivering;
using AesthetixWorkflows.Runtime.Tests.Hooks;

namespace AesthetixWorkflows.Runtime.Tests.Delivering;

public sealed class TwilioStatusTests
{
    static DeliveryReport? Read(string form, string? query = null)
    {
        var call = Calls.Post(form, Calls.Form, "https://clinic.example.com/hooks/twilio/status" + (query ?? TwilioStatus.Query("prac_1", "msg_1")));
        return TwilioStatus.Read(call.Query, Calls.Read(call), Calls.Now);
    }

    [Fact]
    public void A_status_is_known_by_message_and_state() => Assert.Equal(
        new("prac_1", "msg_1", DeliveryEvent.Delivered, "twilio", "SM1:delivered", Calls.Now, "SM1"),
        Read("MessageSid=SM1&MessageStatus=delivered&To=%2B12125550199&From=%2B12125550100"));

    [Theory]
    [InlineData("sent", "", DeliveryEvent.Sent, null, null)]
    [InlineData("read", "", DeliveryEvent.Delivered, null, null)]
    [InlineData("undelivered", "&ErrorCode=30003", DeliveryEvent.Failed, "twilio.30003", "unreachable")]
    [InlineData("undelivered", "&ErrorCode=30004", DeliveryEvent.Failed, "twilio.30004", "blocked")]
    [InlineData("undelivered", "&ErrorCode=30005", DeliveryEvent.Failed, "twilio.30005", "unknownNumber")]
    [InlineData("failed", "&ErrorCode=30006", DeliveryEvent.Failed, "twilio.30006", "landline")]
    [InlineData("failed", "&ErrorCode=21610", DeliveryEvent.Failed, "twilio.21610", "stop")]
    [InlineData("undelivered", "&ErrorCode=30008", DeliveryEvent.Failed, "twilio.30008", null)]
    [InlineData("failed", "&ErrorCode=+1%40", DeliveryEvent.Failed, "twilio.undelivered", null)]
    public void Each_status_has_its_meaning(string status, string more, DeliveryEvent what, string? code, string? stop)
    {
        var report = Read($"MessageSid=SM1&MessageStatus={status}{more}")!;
        Assert.Equal((what, code, stop), (report.Event, report.Code, report.Stop));
    }

    [Theory]
    [InlineData("MessageSid=SM1&MessageStatus=queued", null)]
    [InlineData("MessageSid=SM1", null)]
    [InlineData("MessageStatus=sent", null)]
    [InlineData("MessageSid=SM1&MessageStatus=sent", "?practice=prac_1")]
    [InlineData("MessageSid=SM1&MessageStatus=sent", "")]
    public void What_tells_nothing_or_is_about_nothing_of_ours_is_no_report(string form, string? query) => Assert.Null(Read(form, query));
}

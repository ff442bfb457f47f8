using System.Collections.Immutable;
using AesthetixWorkflows.Runtime.Outbound;

namespace AesthetixWorkflows.Runtime.Tests.Outbound;

public sealed class OutboundVerdictTests
{
    static readonly DateTimeOffset Now = new(2026, 8, 3, 12, 0, 0, TimeSpan.Zero);

    static OutboundVerdict Of(int status, string? retryAfter = null)
    {
        var headers = retryAfter is null ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add("retry-after", retryAfter);
        return OutboundVerdict.Of(new OutboundAnswer.Answered(status, headers, "", false, TimeSpan.Zero), Now);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    [InlineData(204)]
    public void Any_2xx_is_done(int status) => Assert.Equal(new OutboundVerdict.Done(status), Of(status));

    [Theory]
    [InlineData(408, OutboundCodes.Busy, true)]
    [InlineData(425, OutboundCodes.Busy, true)]
    [InlineData(429, OutboundCodes.Busy, true)]
    [InlineData(500, OutboundCodes.Busy, true)]
    [InlineData(503, OutboundCodes.Busy, true)]
    [InlineData(410, OutboundCodes.Gone, false)]
    [InlineData(400, OutboundCodes.Rejected, false)]
    [InlineData(401, OutboundCodes.Rejected, false)]
    [InlineData(404, OutboundCodes.Rejected, false)]
    [InlineData(302, OutboundCodes.Rejected, false)]
    public void Only_what_may_pass_is_tried_again(int status, string code, bool retryable)
    {
        var failed = Assert.IsType<OutboundVerdict.Failed>(Of(status));
        Assert.Equal((code, retryable, false), (failed.Code, failed.Retryable, failed.MayHaveBeenAccepted));
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData(" 7 ", 7)]
    [InlineData("0", 0)]
    [InlineData("Mon, 03 Aug 2026 12:01:30 GMT", 90)]
    [InlineData("Mon, 03 Aug 2026 11:00:00 GMT", 0)]
    [InlineData("999999", 86400)]
    [InlineData("99999999999999999999999999", 86400)]
    [InlineData("Tue, 03 Aug 2027 12:00:00 GMT", 86400)]
    public void Retry_After_is_honoured_to_a_day(string header, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.IsType<OutboundVerdict.Failed>(Of(429, header)).After);

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("")]
    [InlineData("1.5")]
    public void An_unreadable_Retry_After_is_as_none(string header) =>
        Assert.Null(Assert.IsType<OutboundVerdict.Failed>(Of(503, header)).After);

    [Fact]
    public void Refused_is_final_and_unreachable_is_not()
    {
        var refused = Assert.IsType<OutboundVerdict.Failed>(OutboundVerdict.Of(new OutboundAnswer.Refused("outbound.address", "why"), Now));
        var lost = Assert.IsType<OutboundVerdict.Failed>(OutboundVerdict.Of(new OutboundAnswer.Unreachable("outbound.timeout", "why", true), Now));
        Assert.False(refused.Retryable);
        Assert.Equal(("outbound.timeout", true, true), (lost.Code, lost.Retryable, lost.MayHaveBeenAccepted));
    }

    [Theory]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(410, false)]
    public async Task A_status_from_a_real_server_leads_to_the_same_verdict(int status, bool retryable)
    {
        await using var receiver = await Receiver.AnsweringAsync(status, ("Retry-After", "30"));
        var failed = Assert.IsType<OutboundVerdict.Failed>(OutboundVerdict.Of(await new Sending().SendAsync(Sending.Post(receiver.Url())), Now));
        Assert.Equal((retryable, retryable ? TimeSpan.FromSeconds(30) : null), (failed.Retryable, failed.After));
    }
}
